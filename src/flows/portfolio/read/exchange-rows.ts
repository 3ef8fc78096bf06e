/** The rows of one student's part of a root JSON as records; what cannot be read is kept as it stood. */
import { detect } from '../../../adapters/detect.ts';
import { readTable } from '../../../adapters/read.ts';
import type { Adapter } from '../../../adapters/registry.ts';
import type { UnreadRow } from '../../../core/portfolio.ts';
import { ProblemError } from '../../../core/problem.ts';
import type { CanonicalRecord, StudentKey } from '../../../core/record.ts';
import type { InputTable } from '../../../store/port.ts';
import { memorySource } from '../../../formats/bytes.ts';
import { openJson } from '../../../formats/json/table-read.ts';
import { balance, counted } from '../../intake/counted.ts';
import { only } from '../../migrate/recognise.ts';

export interface ExchangeRows {
  readonly records: readonly CanonicalRecord[];
  readonly unread: readonly UnreadRow[];
  readonly tables: readonly InputTable[];
}

/** Stands for the school that handed over until somebody has told it. */
export const NO_SCHOOL = '000000';

export interface RowsOf {
  readonly adapter: Adapter;
  /** School that handed over, or {@link NO_SCHOOL}. */
  readonly from: string;
  /** Id of the student's part as an input. */
  readonly input: string;
  /** File name, for messages and places. */
  readonly file: string;
}

/**
 * @param bytes JSON of a list of one student
 * @throws ProblemError when nothing of it can be read, such as for a list whose rows lack a column they need
 */
export async function exchangeRows(bytes: Uint8Array, { adapter, from, input, file }: RowsOf): Promise<ExchangeRows> {
  const { shape } = adapter.manifest;
  const opened = await openJson(memorySource(bytes), file, shape ? [shape] : []);
  const records: CanonicalRecord[] = [];
  const unread: UnreadRow[] = [];
  const tables: InputTable[] = [];
  for (const [tableIndex, { table: given, mapping }] of detect(opened, only(adapter), { systems: [adapter.id] }).tables.entries()) {
    const { sheet, header } = given;
    const table = counted(given);
    let imported = 0;
    let rejected = 0;
    const setAside = (row: number, code: string, cells: readonly string[]): void => {
      unread.push({ sheet, row, code, header, cells });
      rejected += 1;
    };
    if (mapping === null) {
      for await (const rows of table.rows()) for (const { row, cells } of rows) setAside(row, 'intake/unmapped-sheet', cells);
    } else {
      for await (const batch of readTable(table, mapping, { school: from, term: null, input, tableIndex })) {
        records.push(...batch.records);
        imported += batch.records.length;
        for (const { row, cells, problem } of batch.rejected) setAside(row, problem.code, cells);
      }
    }
    balance(table.read, imported, rejected);
    tables.push({ file, sheet, header, mapping: mapping?.id ?? null, rowsRead: table.read, imported, rejected });
  }
  return { records, unread, tables };
}

/** The key of the student's own row; null when there is none, or none that can be read. */
export async function basicKey(bytes: Uint8Array, adapter: Adapter, file: string): Promise<StudentKey | null> {
  try {
    const { shape } = adapter.manifest;
    const opened = await openJson(memorySource(bytes), file, shape ? [shape] : []);
    for (const { table, mapping } of detect(opened, only(adapter), { systems: [adapter.id] }).tables) {
      if (mapping?.definition.record !== 'student') continue;
      for await (const { records } of readTable(table, mapping, { school: NO_SCHOOL, term: null, input: '0'.repeat(32), tableIndex: 0 })) {
        const [{ idNumber, birthDate } = {}] = records;
        if (idNumber !== undefined && birthDate !== undefined) return { idNumber, birthDate };
      }
    }
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
  }
  return null;
}
