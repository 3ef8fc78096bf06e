/** Where the text of one cell stands in the XML of its sheet, so that it can be changed and nothing beside it. */
import { attributeOf, type Tag, tagsOf } from '../xml/tags.ts';
import { columnOf } from './reference.ts';

export interface CellPlace {
  /** As the cell says it: `s` a shared string, `inlineStr` a text of its own, `n` a number, `str` a text. */
  readonly type: string;
  /** The stored text, from and to. */
  readonly from: number;
  readonly to: number;
}

/** A cell's own tags, from its first to its last. */
function cellTags(tags: readonly Tag[], open: number): readonly Tag[] {
  const close = tags.findIndex((tag, index) => index > open && tag.kind === 'close' && tag.name === 'c');
  return tags.slice(open, close + 1);
}

/** The one element the text stands in: `v`, or the only `t` of an inline string. Null where a formula makes it, or it is in pieces. */
function placeOf(xml: string, cell: readonly Tag[]): CellPlace | null {
  const type = attributeOf(xml, cell[0]!, 't') ?? 'n';
  if (!['s', 'inlineStr', 'n', 'str'].includes(type) || cell.some(({ name }) => name === 'f' || name === 'r')) return null;
  const holder = type === 'inlineStr' ? 't' : 'v';
  const [open, close, more] = cell.filter(({ name }) => name === holder);
  if (open?.kind !== 'open' || close?.kind !== 'close' || more) return null;
  const text = xml.slice(open.end, close.start);
  return text.includes('<') || text.trim() === '' ? null : { type, from: open.end, to: close.start };
}

/**
 * @param xml the sheet's part, well formed
 * @param row 1-based, @param column 0-based; rows and cells without a reference follow the one before them
 * @returns null when there is no such cell, or one whose text cannot be changed by itself
 */
export function cellPlace(xml: string, row: number, column: number): CellPlace | null {
  const tags = [...tagsOf(xml)];
  let atRow = 0;
  let atColumn = -1;
  for (const [index, tag] of tags.entries()) {
    if (tag.kind === 'close') continue;
    if (tag.name === 'row') {
      const stated = attributeOf(xml, tag, 'r');
      atRow = stated === undefined ? atRow + 1 : Number(stated);
      atColumn = -1;
    } else if (tag.name === 'c') {
      const reference = attributeOf(xml, tag, 'r');
      atColumn = reference === undefined ? atColumn + 1 : columnOf(reference);
      if (atRow === row && atColumn === column) return tag.kind === 'empty' ? null : placeOf(xml, cellTags(tags, index));
    }
  }
  return null;
}
