/** What a row's cells are after they were written to a JSON file and read again, without a file. */
import type { Row } from '../../core/table.ts';
import type { JsonShape } from './shape.ts';
import { cellOf } from './table-read.ts';
import { placeOf, valueOf } from './table-write.ts';

/** A place of rows in a JSON file. */
export interface JsonPlace {
  /** True where one row can stand for each key of the shape. */
  readonly single: boolean;
  /** The cells as the reader gives them, and their kinds: a text that stands for "nothing" is blank, a number is written one way only. */
  carried(cells: readonly string[]): Pick<Row, 'cells' | 'kinds'>;
}

/** @returns null for a table the shape has no place for */
export function jsonPlace(sheet: string, header: readonly string[], shape: JsonShape): JsonPlace | null {
  const table = placeOf(sheet, shape)?.table;
  if (!table) return null;
  return {
    single: !table.path.endsWith('/*'),
    carried(cells) {
      const back = header.map((key, at) => cellOf(valueOf(key, cells[at] ?? '', shape, table)));
      return {
        cells: back.map(({ text }, at) => (text === table.none?.[header[at]!] ? '' : text)),
        kinds: back.map(({ kind }) => kind).join(''),
      };
    },
  };
}
