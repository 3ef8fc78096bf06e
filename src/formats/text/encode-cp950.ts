/** Text to CP950 bytes; characters without a cell are reported, never replaced (RULE-609, RULE-618). */
import { cp950Tables, NONE } from './cp950-tables.ts';

/** A character CP950 has no cell for. */
export interface LostCharacter {
  /** UTF-16 index in the text. */
  readonly index: number;
  /** The whole character; a lone surrogate as it is. */
  readonly char: string;
}

/**
 * Encodes `text` as CP950, private-use characters U+E000-F848 into the user-defined cells (RULE-601) and the ten
 * ambiguous characters by RULE-603 (十 is A451). When `lost` is not empty, `bytes` lacks those characters and is
 * not fit to be written.
 */
export function encodeCp950(text: string): { bytes: Uint8Array; lost: LostCharacter[] } {
  const { cellOf } = cp950Tables();
  const bytes = new Uint8Array(text.length * 2);
  const lost: LostCharacter[] = [];
  let out = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code < 0x80) {
      bytes[out++] = code;
      continue;
    }
    const cell = cellOf[code]!;
    if (cell !== NONE) {
      bytes[out++] = cell >> 8;
      bytes[out++] = cell & 0xff;
      continue;
    }
    const char = String.fromCodePoint(text.codePointAt(i)!);
    lost.push({ index: i, char });
    i += char.length - 1;
  }
  return { bytes: bytes.subarray(0, out), lost };
}
