/** One synthetic school's national rosters as sheets that a test may spoil before they become files. */
import { printTable, writerFor } from '../src/adapters/print.ts';
import { loadRegistry } from '../src/adapters/registry.ts';
import { seeded } from '../src/cli/demo/district/random.ts';
import { type Draft, schoolRecords } from '../src/cli/demo/district/school.ts';
import type { CanonicalRecord } from '../src/core/record.ts';
import { parseTerm } from '../src/core/term.ts';
import { joined, memorySource } from '../src/formats/bytes.ts';
import { writeCsv } from '../src/formats/csv/write.ts';
import { writeXlsx } from '../src/formats/xlsx/write.ts';
import { writeZip } from '../src/formats/zip/write.ts';

export const SCHOOL = '990399';
export const TERM = '114-1';

export interface Sheet {
  readonly roster: string;
  readonly title: string;
  readonly header: string[];
  readonly rows: string[][];
}

const registry = await loadRegistry();

/** Records on the sheets the newest edition has for them. */
export function asSheets(drafts: readonly Draft[]): Sheet[] {
  const adapter = registry.adapter('national-roster')!;
  const edition = adapter.manifest.editions.at(-1)!.id;
  const records = drafts.map((draft, index) => ({ ...draft, source: { input: '0'.repeat(32), table: 0, row: index + 2 } }) as CanonicalRecord);
  const groups = Map.groupBy(records, (record) => writerFor(adapter, edition, record)!);
  return [...groups].map(([mapping, list]) => {
    const { header, rows } = printTable(mapping, list);
    return { roster: mapping.definition.rosters[0]!, title: mapping.definition.sheets[0]!, header: [...header], rows: rows.map((row) => [...row]) };
  });
}

/** The sheets of a clean school, the same for the same arguments. */
export function sheetsOf(students: number, { seed = 'rosters', school = SCHOOL, term = TERM } = {}): Sheet[] {
  return asSheets(schoolRecords({ school, name: '測試高中（虛構）', term, students, firstSerial: 0 }, seeded(seed)));
}

export function sheet(sheets: readonly Sheet[], title: string, roster?: string): Sheet {
  const found = sheets.find((one) => one.title === title && (roster === undefined || one.roster === roster));
  if (!found) throw new Error(`no sheet ${title}: ${sheets.map((one) => `${one.roster}/${one.title}`).join(', ')}`);
  return found;
}

/** A copy with some cells of one row (0-based) changed, by header. */
export function withCells(one: Sheet, row: number, cells: Readonly<Record<string, string>>): Sheet {
  const rows = one.rows.map((cellsOfRow) => [...cellsOfRow]);
  for (const [header, text] of Object.entries(cells)) {
    const index = one.header.indexOf(header);
    if (index < 0) throw new Error(`no column ${header} in ${one.title}: ${one.header.join(' ')}`);
    rows[row]![index] = text;
  }
  return { ...one, rows };
}

export interface Cover {
  readonly school?: string;
  readonly year?: string;
  readonly part?: string;
  readonly rosterType?: string;
  /** False leaves row 2 out. */
  readonly filled?: boolean;
}

/** A workbook with its cover; null writes none. */
export function workbook(sheets: readonly Sheet[], cover: Cover | null = {}): Promise<Uint8Array> {
  const { year, part } = parseTerm(TERM)!;
  const values = [cover?.school ?? SCHOOL, cover?.year ?? String(year), cover?.part ?? String(part), cover?.rosterType ?? '2'];
  const front = { title: '封面', header: ['學校代碼', '學年度', '學期', '名冊別'], rows: cover?.filled === false ? [] : [values] };
  return writeXlsx({ sheets: [...(cover === null ? [] : [front]), ...sheets.map(({ title, header, rows }) => ({ title, header, rows }))] });
}

/** `114_1_學生成績名冊.xlsx` and its bytes, one a roster. */
export async function workbooks(sheets: readonly Sheet[]): Promise<{ name: string; bytes: Uint8Array }[]> {
  const books = [...Map.groupBy(sheets, ({ roster }) => roster)];
  return Promise.all(books.map(async ([roster, list]) => ({ name: `114_1_${roster}.xlsx`, bytes: await workbook(list) })));
}

export async function csv(one: Sheet, encoding: 'utf-8' | 'cp950' = 'utf-8'): Promise<Uint8Array> {
  return joined(writeCsv({ header: one.header, rows: one.rows }, { encoding }));
}

export async function zip(files: readonly { readonly name: string; readonly bytes: Uint8Array }[]): Promise<Uint8Array> {
  return joined(writeZip(files.map(({ name, bytes }) => ({ name, source: memorySource(bytes) }))));
}
