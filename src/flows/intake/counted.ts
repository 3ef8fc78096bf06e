/** Counts the rows a reader hands out, so that nothing between reading and storing can lose one unseen. */
import { Fault } from '../../core/fault.ts';
import type { Row, Table } from '../../core/table.ts';

export interface CountedTable extends Table {
  readonly read: number;
}

/** The same table, counting; `read` is of the latest reading. */
export function counted(table: Table): CountedTable {
  let read = 0;
  return {
    file: table.file,
    sheet: table.sheet,
    header: table.header,
    get read() { return read; },
    async *rows(): AsyncIterable<readonly Row[]> {
      read = 0;
      for await (const batch of table.rows()) {
        read += batch.length;
        yield batch;
      }
    },
  };
}

/** imported + rejected = read, always: anything else is our fault and stops the file before it is published. */
export function balance(read: number, imported: number, rejected: number): void {
  if (read !== imported + rejected) {
    throw new Fault('internal/unexpected', { detail: `rows do not balance: read ${read}, imported ${imported}, rejected ${rejected}` });
  }
}
