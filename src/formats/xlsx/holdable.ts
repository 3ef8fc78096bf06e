/** Any text made fit for a cell of a workbook that people read; not for rosters, which are refused rather than changed. */
import { FORMAT_CELL_LENGTH } from './limits.ts';

/** What XML cannot hold, lone surrogates included. */
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

/** A character that no workbook can hold is shown by its code (`[U+0000]`), and a text longer than a cell is cut. */
export function holdable(text: string): string {
  const held = text.replace(FORBIDDEN, (character) => `[U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}]`);
  return held.length <= FORMAT_CELL_LENGTH ? held : `${held.slice(0, FORMAT_CELL_LENGTH - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
