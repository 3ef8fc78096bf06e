/** Text to CP950 bytes; characters without a cell are reported, never replaced (RULE-609, RULE-618). */
import { cp950Tables, NONE } from './cp950-tables.ts';

/** A character CP950 has no cell for. */
export interface LostCharacter {
  /** UTF-16 index in the text. */
  readonly index: number;
  /** The whole character; a lone surrogate as it is. */
  readonly char: string;
}

/** The cell (`lead << 8 | trail`) a school keeps a character in that CP950 lacks; null when it has none. */
export type CoinedCell = (character: string) => number | null;

/**
 * Encodes `text` as CP950, private-use characters U+E000-F848 into the user-defined cells (RULE-601) and the ten
 * ambiguous characters by RULE-603 (十 is A451). A character CP950 lacks goes where `coined` says. When `lost` is not empty, `bytes` lacks those characters and is
 * not fit to be written.
 * @requirement RULE-601, RULE-603, RULE-604, RULE-609, RULE-618
 */
export function encodeCp950(text: string, coined?: CoinedCell): { bytes: Uint8Array; lost: LostCharacter[] } {
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
    let cell: number | null = cellOf[code]!;
    let char = '';
    if (cell === NONE) {
      char = String.fromCodePoint(text.codePointAt(i)!);
      cell = coined?.(char) ?? null;
    }
    if (cell === null) {
      lost.push({ index: i, char });
    } else {
      bytes[out++] = cell >> 8;
      bytes[out++] = cell & 0xff;
    }
    if (char.length === 2) i += 1;
  }
  return { bytes: bytes.subarray(0, out), lost };
}
