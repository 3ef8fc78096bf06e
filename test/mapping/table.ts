import type { OpenFile, Row, Table } from '../../src/core/table.ts';

/** A table held in memory; `rows` are the cells from row 2 on. */
export function memoryTable(sheet: string, header: readonly string[], rows: readonly (readonly string[] | Row)[] = [], file = 'memory.xlsx'): Table {
  const all: Row[] = rows.map((cells, index) => ('cells' in cells ? cells : { row: index + 2, cells }));
  return {
    file, sheet, header,
    async *rows() {
      for (let at = 0; at < all.length; at += 3) yield all.slice(at, at + 3);
    },
  };
}

export function memoryFile(tables: readonly Table[], more: Partial<OpenFile> = {}): OpenFile {
  return { file: tables[0]?.file ?? 'memory.xlsx', format: 'xlsx', tables, problems: [], close: async () => {}, ...more };
}
