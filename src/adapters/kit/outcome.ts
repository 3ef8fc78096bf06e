/** What becomes of a file: which mapping each table was read with, and what came of every row. */
import { type Bilingual, type Problem, ProblemError } from '../../core/problem.ts';
import type { CanonicalRecord } from '../../core/record.ts';
import type { OpenFile, Row, Table } from '../../core/table.ts';
import type { CompiledMapping } from '../../mapping/compile.ts';
import { detect, type Detection, type DetectOptions } from '../detect.ts';
import { readTable } from '../read.ts';
import type { Registry } from '../registry.ts';

export interface TableOutcome {
  readonly sheet: string;
  readonly header: readonly string[];
  readonly mapping: CompiledMapping | null;
  /** Why it has this mapping or none. */
  readonly reason: Bilingual;
  /** Every row as it stands in the file. */
  readonly rows: readonly Row[];
  readonly records: readonly CanonicalRecord[];
  readonly rejected: readonly Problem[];
  readonly remarks: readonly Problem[];
  /** Set when the table could not be read at all; its rows are then neither records nor rejected. */
  readonly refused: Problem | null;
}

export interface FileOutcome {
  readonly file: string;
  /** Null for a file that could not be opened. */
  readonly detection: Detection | null;
  /** What is wrong with the file as a whole. */
  readonly problems: readonly Problem[];
  readonly tables: readonly TableOutcome[];
}

/** School and term given to files that do not say theirs. */
export const FIXTURE_SCHOOL = '990301';
export const FIXTURE_TERM = '114-1';

async function tableOutcome(table: Table, mapping: CompiledMapping | null, reason: Bilingual, context: { school: string; term: string; tableIndex: number }): Promise<TableOutcome> {
  const rows: Row[] = [];
  const records: CanonicalRecord[] = [];
  const rejected: Problem[] = [];
  const remarks: Problem[] = [];
  let refused: Problem | null = null;
  try {
    for await (const batch of table.rows()) for (const row of batch) rows.push(row);
    if (mapping) {
      for await (const batch of readTable(table, mapping, { ...context, input: 'fixture' })) {
        for (const record of batch.records) records.push(record);
        for (const { row, problem } of batch.rejected) rejected.push({ ...problem, row });
        for (const remark of batch.remarks) remarks.push(remark);
      }
    }
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    refused = error.problem;
  }
  return { sheet: table.sheet, header: table.header, mapping, reason, rows, records, rejected, remarks, refused };
}

/** Recognises and reads an opened file whole, as intake would. */
export async function fileOutcome(file: OpenFile, registry: Registry, said: DetectOptions = {}): Promise<FileOutcome> {
  const detection = detect(file, registry, said);
  const tables: TableOutcome[] = [];
  for (const [tableIndex, { table, mapping, reason }] of detection.tables.entries()) {
    const context = { school: detection.school ?? FIXTURE_SCHOOL, term: detection.term ?? FIXTURE_TERM, tableIndex };
    tables.push(await tableOutcome(table, mapping, reason, context));
  }
  return { file: file.file, detection, problems: [...file.problems, ...detection.problems], tables };
}
