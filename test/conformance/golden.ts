/** What becomes of an adapter's fixture, in the shape of its `expected.json`. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { detect } from '../../src/adapters/detect.ts';
import { readTable } from '../../src/adapters/read.ts';
import type { Registry } from '../../src/adapters/registry.ts';
import { jsonShapes } from '../../src/adapters/shapes.ts';
import type { CanonicalRecord } from '../../src/core/record.ts';
import { fileSource } from '../../src/formats/bytes.ts';
import { openInput } from '../../src/formats/open.ts';
import type { CompiledMapping } from '../../src/mapping/compile.ts';

export interface TableOutcome {
  readonly sheet: string;
  readonly mapping: string | null;
  readonly rows: number;
  readonly records: readonly CanonicalRecord[];
  readonly rejected: readonly { readonly row: number; readonly code: string; readonly column?: string }[];
  readonly remarks: readonly { readonly row: number; readonly code: string; readonly column?: string }[];
}

export interface FileOutcome {
  readonly file: string;
  readonly system: string | null;
  readonly edition: string | null;
  readonly rosterType: string | null;
  readonly term: string | null;
  readonly school: string | null;
  readonly tables: readonly TableOutcome[];
}

/** School and term given to files that do not say theirs. */
const SCHOOL = '990301';
const TERM = '114-1';

export const casesOf = (folder: string): readonly string[] =>
  readdirSync(join(folder, 'fixtures'), { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort();

/** Reads every file of a case's `input/` as intake would. */
export async function outcomesOf(inputFolder: string, registry: Registry): Promise<readonly FileOutcome[]> {
  const outcomes: FileOutcome[] = [];
  for (const name of readdirSync(inputFolder).sort()) outcomes.push(await outcomeOf(join(inputFolder, name), name, registry));
  return outcomes;
}

async function outcomeOf(path: string, name: string, registry: Registry): Promise<FileOutcome> {
  await using source = await fileSource(path);
  const opened = await openInput(source, name, { encodings: ['utf-8', 'cp950'], json: jsonShapes(registry) });
  if (opened.kind !== 'file') throw new TypeError(`${name} is an archive`);
  const found = detect(opened.file, registry);
  const tables: TableOutcome[] = [];
  for (const [index, { table, mapping }] of found.tables.entries()) tables.push(await tableOutcome(table, mapping, index, found.term ?? TERM, found.school ?? SCHOOL));
  await opened.file.close();
  return { file: name, system: found.system, edition: found.edition, rosterType: found.rosterType, term: found.term, school: found.school, tables };
}

type Table = Parameters<typeof readTable>[0];

async function tableOutcome(table: Table, mapping: CompiledMapping | null, tableIndex: number, term: string, school: string): Promise<TableOutcome> {
  let rows = 0;
  for await (const batch of table.rows()) rows += batch.length;
  const records: CanonicalRecord[] = [];
  const rejected: TableOutcome['rejected'][number][] = [];
  const remarks: TableOutcome['remarks'][number][] = [];
  if (mapping) {
    for await (const batch of readTable(table, mapping, { school, term, input: 'fixture', tableIndex })) {
      records.push(...batch.records);
      rejected.push(...batch.rejected.map(({ row, problem }) => place(row, problem.code, problem.column)));
      remarks.push(...batch.remarks.map((remark) => place(remark.row ?? 0, remark.code, remark.column)));
    }
  }
  return { sheet: table.sheet, mapping: mapping?.id ?? null, rows, records, rejected, remarks };
}

function place(row: number, code: string, column: string | undefined): { row: number; code: string; column?: string } {
  return column === undefined ? { row, code } : { row, code, column };
}
