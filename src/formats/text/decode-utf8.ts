/** UTF-8 bytes to text, naming every byte that is not UTF-8 instead of replacing it silently. */
import { isAscii, isUtf8 } from 'node:buffer';
import { hex } from './encoding.ts';
import type { ChunkDecoder, UndecodableText } from './encoding.ts';
import { cutTail, sequenceAt } from './utf8-sequence.ts';

const NOTHING = new Uint8Array(0);

/** A decoder for one UTF-8 source; it does not look for a BOM, U+FEFF is a character like any other. */
export function utf8Decoder(): ChunkDecoder {
  const errors: UndecodableText[] = [];
  let offset = 0; // bytes before `cut`
  let length = 0; // text so far
  let cut: Uint8Array = NOTHING; // start of a sequence that the chunk border cut

  function decode(chunk: Uint8Array): string {
    const bytes = cut.length === 0 ? chunk : Buffer.concat([cut, chunk]);
    const whole = bytes.length - cutTail(bytes);
    cut = whole === bytes.length ? NOTHING : Uint8Array.from(bytes.subarray(whole));
    return text(bytes.subarray(0, whole));
  }

  function end(): string {
    const rest = cut;
    cut = NOTHING;
    return text(rest);
  }

  function text(bytes: Uint8Array): string {
    const decoded = isUtf8(bytes) ? valid(bytes) : mixed(bytes);
    offset += bytes.length;
    length += decoded.length;
    return decoded;
  }

  function mixed(bytes: Uint8Array): string {
    let decoded = '';
    let from = 0;
    let i = 0;
    while (i < bytes.length) {
      const sequence = sequenceAt(bytes, i);
      if (!sequence.valid) {
        decoded += valid(bytes.subarray(from, i));
        errors.push({ offset: offset + i, bytes: hex(bytes, i, i + sequence.width), at: length + decoded.length });
        decoded += '\uFFFD';
        from = i + sequence.width;
      }
      i += sequence.width;
    }
    return decoded + valid(bytes.subarray(from));
  }

  return { decode, end, skip: (bytes) => { offset += bytes; }, errors };
}

function valid(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return buffer.toString(isAscii(buffer) ? 'latin1' : 'utf8');
}
