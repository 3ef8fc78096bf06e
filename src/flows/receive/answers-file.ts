/** Answers of many students from a CSV or Excel file: every row is taken, was there before, is blank, or is rejected. */
import { basename } from 'node:path';
import { type Problem, ProblemError } from '../../core/problem.ts';
import type { Table } from '../../core/table.ts';
import { fileSource } from '../../formats/bytes.ts';
import { openInput } from '../../formats/open.ts';

/** An answer as written. */
export interface WrittenAnswer {
  readonly row: number;
  readonly code: string;
  readonly idNumber: string;
  readonly birthDate: string;
  readonly kind: string;
  readonly answer: string;
  readonly text: string;
  readonly date: string;
  readonly sheet: string;
  readonly number: string;
}

export interface WrittenAnswers {
  readonly rows: readonly WrittenAnswer[];
  /** Rows that could not be read. */
  readonly rejected: readonly Problem[];
}

/** Column names, compared without blanks; the first is the one `receipt sheets` writes. */
export const ANSWER_COLUMNS = {
  code: ['核對碼', 'code'],
  idNumber: ['身分證號', '身分證字號', '身份證字號'],
  birthDate: ['出生日期', '生日', '出生年月日'],
  kind: ['種類', '類別', 'kind'],
  answer: ['結果', '確認結果', 'answer'],
  text: ['說明', '疑義說明', '疑義內容', 'text'],
  date: ['日期', '確認日期', 'date'],
  sheet: ['分頁', 'sheet'],
  number: ['筆次', '第幾筆', 'number'],
} as const satisfies Record<Exclude<keyof WrittenAnswer, 'row'>, readonly string[]>;

type Columns = Partial<Record<keyof typeof ANSWER_COLUMNS, number>>;

function columnsOf(header: readonly string[]): Columns {
  const names = header.map((name) => name.normalize('NFKC').replace(/\s/g, ''));
  return Object.fromEntries(Object.entries(ANSWER_COLUMNS).flatMap(([field, known]) => {
    const at = names.findIndex((name) => (known as readonly string[]).includes(name));
    return at < 0 ? [] : [[field, at]];
  }));
}

const enough = ({ answer, code, idNumber, birthDate }: Columns): boolean => answer !== undefined && (code !== undefined || (idNumber !== undefined && birthDate !== undefined));

async function rowsOf(table: Table, columns: Columns): Promise<WrittenAnswers> {
  const rows: WrittenAnswer[] = [];
  const rejected: Problem[] = [];
  for await (const batch of table.rows()) {
    for (const { row, cells, problem } of batch) {
      const cell = (field: keyof Columns): string => (columns[field] === undefined ? '' : (cells[columns[field]] ?? '').trim());
      if (problem) rejected.push({ ...problem, row });
      else rows.push({ row, code: cell('code'), idNumber: cell('idNumber'), birthDate: cell('birthDate'), kind: cell('kind'), answer: cell('answer'), text: cell('text'), date: cell('date'), sheet: cell('sheet'), number: cell('number') });
    }
  }
  return { rows, rejected };
}

/**
 * @throws ProblemError `confirmation/no-columns`, and those of the format's reader
 * @throws {Fault} `file/not-found`
 */
export async function readAnswers(path: string): Promise<WrittenAnswers> {
  const name = basename(path);
  await using source = await fileSource(path);
  const opened = await openInput(source, name, { encodings: ['utf-8', 'cp950'] });
  if (opened.kind === 'archive') {
    await opened.archive.close();
    throw new ProblemError({ code: 'confirmation/no-columns', params: {}, file: name });
  }
  try {
    const found = opened.file.tables.map((table) => ({ table, columns: columnsOf(table.header) })).find(({ columns }) => enough(columns));
    if (!found) throw new ProblemError({ code: 'confirmation/no-columns', params: {}, file: name });
    return await rowsOf(found.table, found.columns);
  } finally {
    await opened.file.close();
  }
}
