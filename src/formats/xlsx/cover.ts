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
  const bad = (detail: string) => ({ problem: badCover(table, detail) });
  let values: readonly string[] | undefined;
  for await (const rows of table.rows()) {
    for (const row of rows) {
      if (row.problem) return { problem: row.problem };
      if (values || row.row !== 2) return bad('第 2 列以外還有資料 / there are values outside row 2');
      values = row.cells;
    }
  }
  if (!values) return bad('第 2 列沒有資料 / row 2 has no values');
  const cells = values;
  return { cover: Object.fromEntries(table.header.map((name, column) => [name, (cells[column] ?? '').trim()]).filter(([name]) => name !== '')) };
}

export function badCover({ file, sheet }: Table, detail: string): Problem {
  return xlsxProblem('xlsx/bad-cover', { file, sheet }, { sheet, detail });
}
