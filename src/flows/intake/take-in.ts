/** Takes one data file in: detect, map, conform, stage. Nothing is visible until its drop is published. */
import { detect, type Detection } from '../../adapters/detect.ts';
import { readTable } from '../../adapters/read.ts';
import { type Problem, ProblemError } from '../../core/problem.ts';
import type { OpenFile, Table } from '../../core/table.ts';
import type { InputInfo, InputTable, QuarantineItem, SchoolStore, Staging } from '../../store/port.ts';
import type { FirstErrors } from '../../formats/text/scan.ts';
import type { FindingPlace } from '../problem-finding.ts';
import { problemFinding } from '../problem-finding.ts';
import type { Services } from '../services.ts';
import { balance, counted } from './counted.ts';
import { IntakeFindings } from './findings.ts';
import type { ReadOptions } from './take-file.ts';
import { refusal } from './refusal.ts';

/** Bytes already kept in the store, and what to call them. */
export interface KeptFile {
  readonly id: string;
  readonly name: string;
  readonly sha256: string;
  readonly size: number;
  /** First errors as text, where it was just looked through. */
  readonly firstErrors?: FirstErrors | null;
}

interface Reading {
  readonly services: Services;
  readonly store: SchoolStore;
  readonly kept: KeptFile;
  readonly staging: Staging;
  readonly findings: IntakeFindings;
  readonly records: Record<string, number>;
  readonly terms: Set<string>;
}

type TableMatch = Detection['tables'][number];

const emptyInfo = (kept: KeptFile): Omit<InputInfo, 'status' | 'findings' | 'findingCounts'> => ({
  id: kept.id, sha256: kept.sha256, size: kept.size, file: kept.name, system: null, edition: null, encoding: null,
  mappingHash: null, tables: [], terms: [], records: {}, rejected: 0,
});

/** The whole file to quarantine, for one reason. */
export async function quarantineFile(store: SchoolStore, kept: KeptFile, problem: Problem): Promise<InputInfo> {
  const findings = new IntakeFindings();
  findings.add(problemFinding(problem, { file: kept.name, sheet: null, table: null, definition: null }));
  const staging = await store.stage(kept.id);
  await staging.reject([{ id: kept.id, input: kept.id, sheet: null, row: null, problem, header: [], cells: [] }]);
  const info: InputInfo = { ...emptyInfo(kept), status: 'quarantined', findings: findings.samples, findingCounts: findings.counts };
  await staging.finish(info);
  return info;
}

function rejectedItem(reading: Reading, tableIndex: number, table: Table, row: number, cells: readonly string[], problem: Problem): Omit<QuarantineItem, 'file'> {
  return { id: `${reading.kept.id}:${tableIndex}:${row}`, input: reading.kept.id, sheet: table.sheet, row, problem, header: table.header, cells };
}

/** A sheet nobody maps: its rows are kept in quarantine, never dropped. */
async function rejectTable(reading: Reading, match: TableMatch, tableIndex: number): Promise<InputTable> {
  const { table } = match;
  const problem: Problem = { code: 'intake/unmapped-sheet', params: { sheet: table.sheet, detail: match.reason } };
  let read = 0;
  for await (const rows of table.rows()) {
    read += rows.length;
    await reading.staging.reject(rows.map((row) => rejectedItem(reading, tableIndex, table, row.row, row.cells, row.problem ?? problem)));
  }
  if (read > 0) reading.findings.add(problemFinding(problem, { file: reading.kept.name, sheet: table.sheet, table: null, definition: null }));
  return { file: table.file, sheet: table.sheet, header: table.header, mapping: null, rowsRead: read, imported: 0, rejected: read };
}

async function importTable(reading: Reading, match: TableMatch & { mapping: NonNullable<TableMatch['mapping']> }, tableIndex: number, term: string | null): Promise<InputTable> {
  const { mapping } = match;
  const table = counted(match.table);
  const place: FindingPlace = { file: reading.kept.name, sheet: table.sheet, table: `${reading.kept.id}:${tableIndex}`, definition: mapping.definition };
  let imported = 0;
  let rejected = 0;
  for await (const batch of readTable(table, mapping, { school: reading.store.school, term, input: reading.kept.id, tableIndex })) {
    imported += batch.records.length;
    rejected += batch.rejected.length;
    for (const record of batch.records) reading.terms.add(record.term);
    for (const remark of batch.remarks) reading.findings.add(problemFinding(remark, place));
    for (const reject of batch.rejected) reading.findings.add(problemFinding({ ...reject.problem, row: reject.row }, place));
    if (batch.rejected.length > 0) await reading.staging.reject(batch.rejected.map((reject) => rejectedItem(reading, tableIndex, table, reject.row, reject.cells, reject.problem)));
    await reading.staging.add(batch.records);
    reading.services.progress.step(`${reading.kept.name} ${table.sheet}`, imported + rejected);
  }
  balance(table.read, imported, rejected);
  const type = mapping.definition.record;
  reading.records[type] = (reading.records[type] ?? 0) + imported;
  return { file: table.file, sheet: table.sheet, header: table.header, mapping: mapping.id, rowsRead: table.read, imported, rejected };
}

async function readTables(reading: Reading, detection: Detection, term: string | null): Promise<InputTable[]> {
  const tables: InputTable[] = [];
  for (const [index, match] of detection.tables.entries()) {
    tables.push(match.mapping
      ? await importTable(reading, { ...match, mapping: match.mapping }, index, term)
      : await rejectTable(reading, match, index));
  }
  return tables;
}

/**
 * Reads an opened file into a staging of the store. A problem that stops the file (damaged archive, missing
 * column) takes back what was staged and sets the whole file aside instead.
 */
export async function takeIn(services: Services, store: SchoolStore, kept: KeptFile, file: OpenFile, asked: ReadOptions): Promise<InputInfo> {
  const detection = detect(file, services.registry, asked);
  const term = detection.term ?? asked.term;
  const refused = refusal(file, detection, { name: kept.name, school: store.school, term });
  if (refused) return quarantineFile(store, kept, refused);

  const staging = await store.stage(kept.id);
  const reading: Reading = { services, store, kept, staging, findings: new IntakeFindings(), records: {}, terms: new Set() };
  try {
    for (const problem of [...file.problems, ...detection.problems]) {
      reading.findings.add(problemFinding(problem, { file: kept.name, sheet: problem.sheet ?? null, table: null, definition: null }));
    }
    const tables = await readTables(reading, detection, term);
    const info: InputInfo = {
      ...emptyInfo(kept), system: detection.system, edition: detection.edition, encoding: file.encoding ?? null,
      mappingHash: detection.adapter?.hash ?? null, tables, terms: [...(term === null ? [] : [term]), ...reading.terms].filter((one, at, all) => all.indexOf(one) === at).sort(),
      records: reading.records, rejected: tables.reduce((sum, table) => sum + table.rejected, 0),
      status: 'imported', findings: reading.findings.samples, findingCounts: reading.findings.counts,
    };
    await staging.finish(info);
    return info;
  } catch (error) {
    await staging.abort();
    if (error instanceof ProblemError) return quarantineFile(store, kept, error.problem);
    throw error;
  }
}
