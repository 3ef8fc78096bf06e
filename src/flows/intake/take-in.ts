/** Takes one data file in: detect, map, conform, stage. Nothing is visible until its drop is published. */
import { detect, type Detection } from '../../adapters/detect.ts';
import { type Problem, ProblemError } from '../../core/problem.ts';
import type { OpenFile } from '../../core/table.ts';
import type { InputInfo, InputTable, SchoolStore } from '../../store/port.ts';
import { problemFinding } from '../problem-finding.ts';
import { keepReplies } from '../replies/kept.ts';
import type { Services } from '../services.ts';
import { IntakeFindings } from './findings.ts';
import { importTable } from './import-table.ts';
import { type KeptFile, type Reading, rejectedItem } from './reading.ts';
import type { ReadOptions } from './take-file.ts';
import { refusal } from './refusal.ts';

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

/** A sheet nobody maps: its rows are kept in quarantine, never dropped. */
async function rejectTable(reading: Reading, match: TableMatch, tableIndex: number): Promise<InputTable> {
  const { table } = match;
  const problem: Problem = { code: 'intake/unmapped-sheet', params: { sheet: table.sheet, detail: match.reason['zh-TW'], detailEn: match.reason.en } };
  let read = 0;
  for await (const rows of table.rows()) {
    read += rows.length;
    await reading.staging.reject(rows.map((row) => rejectedItem(reading, tableIndex, table, row.row, row.cells, row.problem ?? problem)));
  }
  if (read > 0) reading.findings.add(problemFinding(problem, { file: reading.kept.name, sheet: table.sheet, table: null, definition: null }));
  return { file: table.file, sheet: table.sheet, header: table.header, mapping: null, rowsRead: read, imported: 0, rejected: read };
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
  const reading: Reading = { services, store, kept, staging, findings: new IntakeFindings(), records: {}, terms: new Set(), replies: [] };
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
    keepReplies(store, kept.id, reading.replies);
    await staging.finish(info);
    return info;
  } catch (error) {
    await staging.abort();
    if (error instanceof ProblemError) return quarantineFile(store, kept, error.problem);
    throw error;
  }
}
