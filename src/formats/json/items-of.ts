/** The objects a document's rows were made from: for what a table of cells no longer says, such as a key that is missing. */
import { type JsonShape, stepsOf } from './shape.ts';
import { type JsonObject, listItems } from './table-lists.ts';

/** @returns the object behind a row of a table, by the table's title and the row's number; undefined for none */
export function itemsOf(document: unknown, shape: JsonShape): (sheet: string, row: number) => JsonObject | undefined {
  const lists = listItems(document, shape);
  return (sheet, row) => {
    const table = shape.tables.find(({ path, sheet: title, flags = {} }) =>
      sheet === (title ?? stepsOf(path).findLast((step) => step !== '*')) || Object.values(flags).includes(sheet));
    return table && lists.get(table.path)?.[row - 1]?.value;
  };
}
