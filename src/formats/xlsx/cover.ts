/** The 封面 sheet: row 1 has the names, row 2 the values (roster file conventions). */
import type { Problem } from '../../core/problem.ts';
import type { Cover, Table } from '../../core/table.ts';
import { xlsxProblem } from './refuse.ts';

const TITLE = '封面';

/** `封面` itself, or the older `<名冊>封面`. */
export function isCoverTitle(title: string): boolean {
  return title.endsWith(TITLE);
}

/** The values of a cover by header, trimmed; or what is wrong with it. */
export async function readCover(table: Table): Promise<{ cover: Cover } | { problem: Problem }> {
  let values: readonly string[] | undefined;
  let count = 0;
  for await (const rows of table.rows()) {
    for (const row of rows) {
      if (row.problem) return { problem: row.problem };
      count++;
      if (row.row === 2) values = row.cells;
    }
  }
  const { file, sheet } = table;
  if (!values || count > 1) return { problem: xlsxProblem('xlsx/bad-cover', { file, sheet }, { sheet, count }) };
  const cells = values;
  return { cover: Object.fromEntries(table.header.map((name, column) => [name, (cells[column] ?? '').trim()]).filter(([name]) => name !== '')) };
}
