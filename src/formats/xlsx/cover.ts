/** The 封面 sheet: row 1 has the names, row 2 the values (roster file conventions); some have a row for each class. */
import type { Problem } from '../../core/problem.ts';
import type { Cover, Table } from '../../core/table.ts';
import { xlsxProblem } from './refuse.ts';

const TITLE = '封面';

/** Only covers of 104 with one row a class have it; what is said of the whole file is the same in all of them. */
const CLASS = '年級班級代碼';
/** Classes a school can have, and more. */
const MOST_ROWS = 1000;

/** `封面` itself, or the older `<名冊>封面`. */
export function isCoverTitle(title: string): boolean {
  return title.endsWith(TITLE);
}

/** Values of the columns in which every row says the same. */
function agreed(header: readonly string[], rows: readonly (readonly string[])[]): Cover {
  const text = (cells: readonly string[], column: number): string => (cells[column] ?? '').trim();
  const [first = []] = rows;
  return Object.fromEntries(header.flatMap((name, column) =>
    (name !== '' && rows.every((cells) => text(cells, column) === text(first, column)) ? [[name, text(first, column)]] : [])));
}

/** What every cover says of its file. */
const OF_FILE = ['學校代碼', '學年度', '學期', '名冊別'];

/** The values of a cover by header, trimmed; or what is wrong with it. */
export async function readCover(table: Table): Promise<{ cover: Cover } | { problem: Problem }> {
  const values: (readonly string[])[] = [];
  let count = 0;
  let first = 0;
  for await (const rows of table.rows()) {
    for (const row of rows) {
      if (row.problem) return { problem: row.problem };
      if (count++ === 0) first = row.row;
      if (values.length < MOST_ROWS) values.push(row.cells);
    }
  }
  const { file, sheet } = table;
  const cover = agreed(table.header, values);
  const classes = table.header.includes(CLASS) && count <= MOST_ROWS && OF_FILE.every((name) => Object.hasOwn(cover, name));
  if (first !== 2 || (count > 1 && !classes)) return { problem: xlsxProblem('xlsx/bad-cover', { file, sheet }, { sheet, count }) };
  return { cover };
}
