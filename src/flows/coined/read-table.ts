/** Reading a 造字 table from a file: CSV or Excel with one row a cell, or the JSON of `schemas/config/coined.json`. */
import { basename, extname } from 'node:path';
import type { CnsVersion } from '../../core/coined.ts';
import type { CoinedDraft } from '../../core/coined-draft.ts';
import { type Problem, ProblemError } from '../../core/problem.ts';
import { configSchema } from '../../core/schemas.ts';
import type { Table } from '../../core/table.ts';
import { fileSource } from '../../formats/bytes.ts';
import { readJson } from '../../formats/json/read.ts';
import { compileSchema } from '../../formats/json/schema.ts';
import { openInput } from '../../formats/open.ts';

/** A row as written. `glyphFile` names a picture beside the table. */
export interface WrittenRow extends CoinedDraft {
  readonly row: number;
  readonly glyphFile?: string;
  readonly cnsTables?: readonly CnsVersion[];
}

export interface WrittenTable {
  readonly rows: readonly WrittenRow[];
  /** Rows that could not be read, each once. */
  readonly rejected: readonly Problem[];
}

/** Column names, compared without case and blanks. */
const COLUMNS = {
  cell: ['cell', '內碼', '造字內碼', 'big5'],
  cns: ['cns', '全字庫', '全字庫字碼', 'cns11643'],
  unicode: ['unicode', '字', '統一碼'],
  glyphFile: ['glyph', 'glyphfile', '字形', '字形檔'],
  note: ['note', '備註'],
  verifiedBy: ['verifiedby', '確認者', '核對者'],
  date: ['date', '日期', '確認日期'],
} as const satisfies Partial<Record<keyof WrittenRow, readonly string[]>>;

/** Said in both languages; what stands in the header instead may be somebody's name. */
const NO_CELL = '沒有「內碼」欄 / no column "cell"';

const JSON_LIMIT = 8 * 1024 * 1024;

/**
 * @throws ProblemError `coined/not-a-table`, `coined/other-school`, and those of the format's reader
 * @throws {Fault} `file/not-found`
 */
export async function readCoinedFile(path: string, school: string): Promise<WrittenTable> {
  const name = basename(path);
  await using source = await fileSource(path);
  if (extname(name).toLowerCase() === '.json') return fromJson(await readJson(source, name, { maxBytes: JSON_LIMIT }), name, school);
  const opened = await openInput(source, name, { encodings: ['utf-8', 'cp950'] });
  if (opened.kind === 'archive') {
    await opened.archive.close();
    throw new ProblemError({ code: 'coined/not-a-table', params: { detail: 'ZIP' }, file: name });
  }
  try {
    const places = opened.file.tables.map((table) => ({ table, columns: columnsOf(table.header) }));
    const found = places.find(({ columns }) => columns.cell !== undefined);
    if (!found) throw new ProblemError({ code: 'coined/not-a-table', params: { detail: NO_CELL }, file: name });
    return await fromTable(found.table, found.columns);
  } finally {
    await opened.file.close();
  }
}

type Columns = Partial<Record<keyof typeof COLUMNS, number>>;

function columnsOf(header: readonly string[]): Columns {
  const names = header.map((text) => text.toLowerCase().replace(/[\s_-]/g, ''));
  return Object.fromEntries(Object.entries(COLUMNS).flatMap(([field, known]) => {
    const at = names.findIndex((name) => (known as readonly string[]).includes(name));
    return at < 0 ? [] : [[field, at]];
  }));
}

async function fromTable(table: Table, columns: Columns): Promise<WrittenTable> {
  const rows: WrittenRow[] = [];
  const rejected: Problem[] = [];
  for await (const batch of table.rows()) {
    for (const { row, cells, problem } of batch) {
      const written = Object.fromEntries(Object.entries(columns).map(([field, at]) => [field, cells[at] ?? '']));
      if (problem) rejected.push({ ...problem, row });
      else rows.push({ cell: '', ...written, row });
    }
  }
  return { rows, rejected };
}

function fromJson(value: unknown, name: string, school: string): WrittenTable {
  const broken = new Map<number, string>();
  for (const { path, message } of compileSchema(configSchema('coined'), { allErrors: true })(value)) {
    const entry = /^\/entries\/(\d+)/.exec(path)?.[1];
    if (entry === undefined) throw new ProblemError({ code: 'coined/not-a-table', params: { detail: message.en.replace(/\.$/, '') }, file: name });
    broken.set(Number(entry), broken.get(Number(entry)) ?? message.en.replace(/\.$/, ''));
  }
  const table = value as { readonly school?: string; readonly entries: readonly Omit<WrittenRow, 'row'>[] };
  if (table.school !== undefined && table.school !== school) {
    throw new ProblemError({ code: 'coined/other-school', params: { other: table.school, school }, file: name });
  }
  return {
    rows: table.entries.map((entry, at) => ({ ...entry, row: at + 1 })).filter((_, at) => !broken.has(at)),
    rejected: [...broken].map(([at, detail]) => ({ code: 'coined/bad-entry', params: { detail }, row: at + 1 })),
  };
}
