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
 */
export function cp950Decoder(): ChunkDecoder {
  const { codeOf } = cp950Tables();
  const errors: UndecodableText[] = [];
  let offset = 0; // bytes before the chunk
  let length = 0; // text before the chunk
  let lead = 0; // first byte of a pair cut by the chunk border, or 0

  function decode(chunk: Uint8Array): string {
    const units = new Uint16Array(chunk.length + 1);
    const size = chunk.length;
    let out = 0;
    let i = 0;
    if (lead !== 0 && size > 0) {
      const trail = chunk[0]!;
      const code = codeOf[(lead << 8) | trail]!;
      if (code === NONE) {
        const both = trail >= 0x80;
        errors.push({ offset: offset - 1, bytes: hex(Uint8Array.of(lead, trail), 0, both ? 2 : 1), at: length });
        units[out++] = REPLACEMENT;
        if (both) i = 1;
      } else {
        units[out++] = code;
        i = 1;
      }
      lead = 0;
    }
    while (i < size) {
      const byte = chunk[i]!;
      if (byte < 0x80) {
        units[out++] = byte;
        i += 1;
        continue;
      }
      if (i + 1 === size && isLead(byte)) {
        lead = byte;
        break;
      }
      const code = i + 1 < size ? codeOf[(byte << 8) | chunk[i + 1]!]! : NONE;
      if (code !== NONE) {
        units[out++] = code;
        i += 2;
        continue;
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

  return { decode, end, errors };
}

/**
 * Decodes a whole CP950 text, for example an entry name of a ZIP. Where `errors` is not empty, `text` has a U+FFFD
 * for each of them and must not be taken for what was meant.
 */
export function decodeCp950(bytes: Uint8Array): { text: string; errors: Undecodable[] } {
  const decoder = cp950Decoder();
  const text = decoder.decode(bytes) + decoder.end();
  return { text, errors: decoder.errors.map(({ offset, bytes: raw }) => ({ offset, bytes: raw })) };
}
