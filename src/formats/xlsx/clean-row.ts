/**
 * The quick way through a row: `<row>` with cells that are numbers, references to shared strings or plain inline strings,
 * as every program writes most of them, read from the text as it lies. Everything else (formulas, rich text, entities,
 * comments) is left to the XML parser, which alone knows the rules; what is read here, it would read alike.
 */
import type { StoredCell } from './cell.ts';

export interface CleanCell extends StoredCell {
  /** Attribute `r`. */
  readonly reference: string | undefined;
}

export interface CleanRow {
  /** Attribute `r`. */
  readonly number: string | undefined;
  readonly cells: readonly CleanCell[];
}

/** Entities, and characters that XML forbids or reads as others. */
const ODD = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff&]/;
/** Forbidden in a text. */
const CDATA_END = ']]>';
const ROW_TAG = /<row((?: [A-Za-z][A-Za-z0-9:]*="[^"<]*")*)>/y;
const NUMBER = / r="([^"]*)"/;

export const ROW_END = '</row>';
const CELL = '<c';
const CELL_END = '</c>';
const VALUE = '<v>';
const VALUE_END = '</v></c>';
const STRINGS = ['<is><t>', '<is><t xml:space="preserve">'];
const STRING_END = '</t></is></c>';

const [SPACE, QUOTE, SLASH, EQUALS, GREATER, LOWER_R, LOWER_S, LOWER_T] = [0x20, 0x22, 0x2f, 0x3d, 0x3e, 0x72, 0x73, 0x74];

/** The row that lies from `start` to `end` in `text`, from its `<row` to after its `</row>`; null when it is not clean. */
export function cleanRow(text: string, start: number, end: number): CleanRow | null {
  const row = text.slice(start, end);
  if (ODD.test(row) || row.includes(CDATA_END)) return null;
  ROW_TAG.lastIndex = start;
  const tag = ROW_TAG.exec(text);
  if (tag === null) return null;
  const attributes = tag[1]!;
  const number = NUMBER.exec(attributes);
  if (number && attributes.includes(' r="', number.index + 1)) return null;
  const cells: CleanCell[] = [];
  const last = end - ROW_END.length;
  for (let at = ROW_TAG.lastIndex; at < last;) {
    if (text.charCodeAt(at) <= SPACE) {
      at += 1;
      continue;
    }
    at = cleanCell(text, at, cells);
    if (at === -1) return null;
  }
  return { number: number?.[1], cells };
}

/** Adds the cell at `start`; returns where it ends, or -1 when it is not clean. */
function cleanCell(text: string, start: number, cells: CleanCell[]): number {
  if (!text.startsWith(CELL, start)) return -1;
  let at = start + CELL.length;
  let reference: string | undefined;
  let style: string | undefined;
  let type: string | undefined;
  while (text.charCodeAt(at) === SPACE) {
    if (text.charCodeAt(at + 2) !== EQUALS || text.charCodeAt(at + 3) !== QUOTE) return -1;
    const close = text.indexOf('"', at + 4);
    const said = text.slice(at + 4, close);
    const name = text.charCodeAt(at + 1);
    if (name === LOWER_R && reference === undefined) reference = said;
    else if (name === LOWER_S && style === undefined) style = said;
    else if (name === LOWER_T && type === undefined) type = said;
    else return -1;
    at = close + 1;
  }
  let value: string | undefined;
  if (text.charCodeAt(at) === SLASH && text.charCodeAt(at + 1) === GREATER) at += 2;
  else if (text.charCodeAt(at) !== GREATER) return -1;
  else if (text.startsWith(CELL_END, at + 1)) at += 1 + CELL_END.length;
  else {
    const inside = at + 1;
    const string = STRINGS.find((opening) => text.startsWith(opening, inside));
    if (string === undefined && !text.startsWith(VALUE, inside)) return -1;
    const from = inside + (string ?? VALUE).length;
    const to = text.indexOf('<', from);
    const closing = string === undefined ? VALUE_END : STRING_END;
    if (!text.startsWith(closing, to)) return -1;
    value = text.slice(from, to);
    at = to + closing.length;
  }
  cells.push({ reference, type: type ?? 'n', style: style === undefined ? 0 : Number(style), value, hasFormula: false });
  return at;
}
