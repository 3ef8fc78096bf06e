/** Texts that cannot stand in a cell of a file, found before a byte is written. */
import { encodeCp950 } from '../formats/text/encode-cp950.ts';
import type { Encoding } from '../formats/text/encoding.ts';
import { FORMAT_CELL_LENGTH } from '../formats/xlsx/limits.ts';
import { firstForbidden } from '../formats/xml/characters.ts';
import type { WriteFormat } from './write-files.ts';

export interface Obstacle {
  readonly reason: 'character' | 'too-long';
  /** Index of the cell. */
  readonly index: number;
  /** The character that stands in the way; '' for a text that is too long. */
  readonly character: string;
}

type Find = (text: string) => string | null;

/** NUL is a character of every encoding, yet no reader of text files takes it. */
const NUL = '\0';

const unwritable: Readonly<Record<'xml' | Encoding, Find>> = {
  /** Workbooks are XML too. */
  xml(text) {
    const at = firstForbidden(text);
    return at < 0 ? null : String.fromCodePoint(text.codePointAt(at)!);
  },
  cp950: (text) => (text.includes(NUL) ? NUL : (encodeCp950(text).lost[0]?.char ?? null)),
  'utf-8': (text) => (text.includes(NUL) ? NUL : text.isWellFormed() ? null : (/\p{Surrogate}/u.exec(text)?.[0] ?? null)),
};

/** The first cell of a row that cannot be written in the format; null when all can. */
export function firstObstacle(cells: readonly string[], format: WriteFormat, encoding: Encoding): Obstacle | null {
  const find = unwritable[format === 'xlsx' || format === 'xml' ? 'xml' : encoding];
  const long = format === 'xlsx' ? cells.findIndex((text) => text.length > FORMAT_CELL_LENGTH) : -1;
  if (long >= 0) return { reason: 'too-long', index: long, character: '' };
  // Nearly every row is fine: look at it in one piece first. A tab keeps halves of a pair from meeting.
  if (find(cells.join('\t')) === null) return null;
  for (const [index, text] of cells.entries()) {
    const character = find(text);
    if (character !== null) return { reason: 'character', index, character };
  }
  return null;
}
