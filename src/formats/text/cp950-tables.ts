/** Lookup tables of CP950, built on first use from the standard cells and the formula of the user-defined areas. */
import { STANDARD_CELLS } from './cp950-cells.ts';

/** The four user-defined areas: bytes of the first and last cell, and the private-use code of the first (RULE-601). */
export const USER_DEFINED_AREAS = [
  { first: 0xfa40, last: 0xfefe, code: 0xe000 },
  { first: 0x8e40, last: 0xa0fe, code: 0xe311 },
  { first: 0x8140, last: 0x8dfe, code: 0xeeb8 },
  { first: 0xc6a1, last: 0xc8fe, code: 0xf6b1 },
] as const;

/**
 * Of the ten characters that have two cells each (RULE-603), the lower cell is written, as Python, glibc and
 * libiconv do; but these two are ordinary name characters and go to their place among the others of level 1.
 */
const WRITTEN_AT = { 十: 0xa451, 卅: 0xa4ca } as const;

/** The next cell in byte order: trail bytes are 40-7E, then A1-FE. */
export function nextCell(cell: number): number {
  const trail = cell & 0xff;
  if (trail === 0x7e) return cell + (0xa1 - 0x7e);
  return trail === 0xfe ? (((cell >> 8) + 1) << 8) | 0x40 : cell + 1;
}

/** No character. Never a value of the tables: NUL is one byte and is not looked up. */
export const NONE = 0;

export interface Cp950Tables {
  /** UTF-16 code by the two bytes of a cell (`lead << 8 | trail`), or {@link NONE}. */
  readonly codeOf: Uint16Array;
  /** The two bytes of the cell by UTF-16 code, or {@link NONE}; ASCII is not in it. */
  readonly cellOf: Uint16Array;
}

let tables: Cp950Tables | undefined;

/** The tables, 256 KiB together, built once. */
export function cp950Tables(): Cp950Tables {
  tables ??= build();
  return tables;
}

function build(): Cp950Tables {
  const codeOf = new Uint16Array(0x10000);
  const cellOf = new Uint16Array(0x10000);
  const put = (cell: number, code: number): void => {
    codeOf[cell] = code;
    if (cellOf[code] === NONE) cellOf[code] = cell;
  };
  for (const [first, characters] of STANDARD_CELLS) {
    let cell = first;
    for (let i = 0; i < characters.length; i += 1, cell = nextCell(cell)) put(cell, characters.charCodeAt(i));
  }
  for (const { first, last, code } of USER_DEFINED_AREAS) {
    for (let cell: number = first, next: number = code; cell <= last; cell = nextCell(cell), next += 1) put(cell, next);
  }
  for (const [character, cell] of Object.entries(WRITTEN_AT)) cellOf[character.charCodeAt(0)] = cell;
  return { codeOf, cellOf };
}
