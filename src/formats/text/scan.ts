/** Strict checks that read a source to its end, or to its first error, without making text of it. */
import { isUtf8 } from 'node:buffer';
import { cp950Tables, NONE } from './cp950-tables.ts';
import { cutTail, firstInvalid } from './utf8-sequence.ts';

/** Offset of the first byte of `chunks` that is not UTF-8, or null; `start` is the offset of the first chunk. */
export async function firstUtf8Error(chunks: AsyncIterable<Uint8Array>, start = 0): Promise<number | null> {
  let offset = start;
  let cut: Uint8Array = new Uint8Array(0);
  for await (const chunk of chunks) {
    const bytes = cut.length === 0 ? chunk : Buffer.concat([cut, chunk]);
    const whole = bytes.subarray(0, bytes.length - cutTail(bytes));
    if (!isUtf8(whole)) return offset + firstInvalid(whole);
    offset += whole.length;
    cut = Uint8Array.from(bytes.subarray(whole.length));
  }
  return cut.length === 0 ? null : offset;
}

/** Offset of the first byte of `chunks` that begins no CP950 character, or null; user-defined cells are characters. */
export async function firstCp950Error(chunks: AsyncIterable<Uint8Array>, start = 0): Promise<number | null> {
  const { codeOf } = cp950Tables();
  let offset = start;
  let lead = 0;
  for await (const chunk of chunks) {
    for (let i = 0; i < chunk.length; i += 1) {
      const byte = chunk[i]!;
      if (lead !== 0) {
        if (codeOf[(lead << 8) | byte] === NONE) return offset + i - 1;
        lead = 0;
      } else if (byte >= 0x80) {
        if (byte === 0x80 || byte === 0xff) return offset + i;
        lead = byte;
      }
    }
    offset += chunk.length;
  }
  return lead === 0 ? null : offset - 1;
}
