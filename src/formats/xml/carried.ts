/** What a row's cells are after they were written to an XML file and read again, without a file. */
import type { XmlShape } from './shape.ts';

/** A place of rows in an XML file. */
export interface XmlPlace {
  /** True where one row can stand for each key of the shape. */
  readonly single: boolean;
  /** The cells as the reader gives them: blanks around a text are lost, and a text that means "nothing" is blank. */
  carried(cells: readonly string[]): readonly string[];
  /** True for a row that says no more than its key where such a record is no row. */
  bare(cells: readonly string[]): boolean;
}

/** @returns null for a table the shape has no place for */
export function xmlPlace(sheet: string, header: readonly string[], shape: XmlShape): XmlPlace | null {
  const table = shape.tables.find((one) => one.sheet === sheet);
  if (table === undefined) return null;
  const carried = (text: string): string => {
    const trimmed = text.trim();
    return shape.empty.includes(trimmed) ? '' : trimmed;
  };
  return {
    single: table.each === undefined,
    carried: (cells) => cells.map(carried),
    bare: (cells) => table.carrier === true && cells.every((text, at) => carried(text) === '' || shape.key.includes(header[at] ?? '')),
  };
}
