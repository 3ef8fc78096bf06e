/** Rejected rows as tables to work from: the school's own cells, with row, reason and remedy in front. */
import { PROBLEMS } from '../../core/problems/index.ts';
import { type Lang, textIn } from '../../core/text.ts';
import type { QuarantineItem, SchoolStore } from '../../store/port.ts';

export interface RejectedTable {
  readonly file: string;
  /** Null for files that were set aside whole. */
  readonly sheet: string | null;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const LEAD: Readonly<Record<Lang, readonly string[]>> = {
  'zh-TW': ['列', '退回原因', '怎麼改'],
  en: ['Row', 'Why it was rejected', 'What to do'],
};

/** What is wrong with an item and what to do, in words; the cell's own text stays in its cell. */
export function itemWords(item: QuarantineItem, lang: Lang): { readonly message: string; readonly fix: string } {
  const { file, sheet, row, problem } = item;
  const definition = PROBLEMS[problem.code];
  if (!definition) return { message: problem.code, fix: '' };
  const params = { file, sheet: sheet ?? '', row: row ?? '', column: problem.column ?? '', ...problem.params, value: '…' };
  return { message: textIn(lang, definition.message, params), fix: textIn(lang, definition.fix, params) };
}

/** One table a sheet that has rejected rows, in the order of the files. */
export function rejectedTables(store: SchoolStore, lang: Lang): readonly RejectedTable[] {
  const tables = new Map<string, { file: string; sheet: string | null; header: readonly string[]; rows: (readonly string[])[] }>();
  for (const item of store.quarantine()) {
    const key = `${item.input}:${item.sheet ?? ''}`;
    const table = tables.get(key) ?? { file: item.file, sheet: item.sheet, header: [...LEAD[lang], ...item.header], rows: [] };
    tables.set(key, table);
    const { message, fix } = itemWords(item, lang);
    table.rows.push([String(item.row ?? ''), message, fix, ...item.cells]);
  }
  return [...tables.values()].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
}
