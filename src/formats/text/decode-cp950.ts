/**
 * CP950 bytes to text, with the user-defined areas (RULE-601, RULE-609).
 *
 * No library and no `TextDecoder`: iconv-lite loses every user-defined character (RULE-604) or reads them as
 * Hong Kong ideographs (RULE-605), and what `TextDecoder('big5')` does depends on the build of Node (RULE-606).
 */
import { cp950Tables, NONE } from './cp950-tables.ts';
import { hex } from './encoding.ts';
import type { ChunkDecoder, Undecodable, UndecodableText } from './encoding.ts';

const REPLACEMENT = 0xfffd;

/** A byte that may begin a cell. 80 and FF stand for nothing. */
function isLead(byte: number): boolean {
  return byte >= 0x81 && byte <= 0xfe;
}

/**
 * A decoder for one CP950 source. When a pair has no character and its second byte is ASCII, only the first byte is
 * bad: a delimiter or line break after half a character keeps its meaning.
 * @requirement RULE-609
 */
export function cp950Decoder(): ChunkDecoder {
  const { codeOf } = cp950Tables();
  const errors: UndecodableText[] = [];
  let offset = 0; // bytes before the chunk
  let length = 0; // text before the chunk
  let lead = 0; // first byte of a pair cut by the chunk border, or 0

  let units = new Uint16Array(0);

  function decode(chunk: Uint8Array): string {
    const size = chunk.length;
    if (units.length <= size) units = new Uint16Array(size + 1);
    let out = 0;
    let i = 0;
    if (lead !== 0 && size > 0) {
      const trail = chunk[0]!;
      const code = codeOf[(lead << 8) | trail]!;
      if (code !== NONE) {
        i = 1;
      } else {
        i = trail >= 0x80 ? 1 : 0;
        errors.push({ offset: offset - 1, bytes: hex(Uint8Array.of(lead, trail), 0, 1 + i), at: length });
      }
      units[out++] = code === NONE ? REPLACEMENT : code;
      lead = 0;
    }
    while (i < size) {
      const { read, written } = run(chunk, i, codeOf, units, out);
      i = read;
      out = written;
      if (i === size) break;
      const byte = chunk[i]!;
      if (i + 1 === size && isLead(byte)) {
        lead = byte;
        break;
      }
      const width = isLead(byte) && chunk[i + 1]! >= 0x80 ? 2 : 1;
      errors.push({ offset: offset + i, bytes: hex(chunk, i, i + width), at: length + out });
      units[out++] = REPLACEMENT;
      i += width;
    }
    offset += size;
    length += out;
    return Buffer.from(units.buffer, 0, out * 2).toString('utf16le');
  }

  function end(): string {
    if (lead === 0) return '';
    errors.push({ offset: offset - 1, bytes: hex(Uint8Array.of(lead)), at: length });
    lead = 0;
    length += 1;
    return '\uFFFD';
  }

  return { decode, end, skip: (bytes) => { offset += bytes; }, errors };
}

/**
 * Decodes characters from `chunk[from]` on until one is cut or has none. The hot loop, kept free of everything else:
 * 1.25 times the time of `TextDecoder`.
 */
function run(
  chunk: Uint8Array, from: number, codeOf: Uint16Array, units: Uint16Array, start: number,
): { read: number; written: number } {
  const size = chunk.length;
  let read = from;
  let written = start;
  while (read < size) {
    const byte = chunk[read]!;
    if (byte < 0x80) {
      units[written++] = byte;
      read += 1;
    } else {
      const code = read + 1 < size ? codeOf[(byte << 8) | chunk[read + 1]!]! : NONE;
      if (code === NONE) break;
      units[written++] = code;
      read += 2;
    }
  }
  return { read, written };
}

/** Longest text {@link cp950Text} takes, in bytes; what it is for is shorter by far. */
const SHORT = 65_536;
const short = new Uint16Array(SHORT);

/** The text of `bytes[from, to)`, or null when a byte of it begins no character. Made for very many short texts. */
export function cp950Text(bytes: Uint8Array, from: number, to: number): string | null {
  if (to - from > SHORT) return null;
  const { read, written } = run(bytes.subarray(from, to), 0, cp950Tables().codeOf, short, 0);
  return read === to - from ? Buffer.from(short.buffer, 0, written * 2).toString('utf16le') : null;
}

/**
 * Decodes a whole CP950 text, for example an entry name of a ZIP. Where `errors` is not empty, `text` has a U+FFFD
 * for each of them and must not be taken for what was meant.
 * @requirement RULE-601, RULE-602, RULE-604, RULE-605, RULE-606, RULE-609
 */
export function decodeCp950(bytes: Uint8Array): { text: string; errors: Undecodable[] } {
  const decoder = cp950Decoder();
  const text = decoder.decode(bytes) + decoder.end();
  return { text, errors: decoder.errors.map(({ offset, bytes: raw }) => ({ offset, bytes: raw })) };
}
