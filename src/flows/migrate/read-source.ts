/** One source file to records and rows that could not be read; all of it or nothing. */
import type { Detection } from '../../adapters/detect.ts';
import { readTable } from '../../adapters/read.ts';
import { type Bilingual, type Problem, ProblemError } from '../../core/problem.ts';
import type { CanonicalRecord } from '../../core/record.ts';
import type { Table } from '../../core/table.ts';
import { balance, counted } from '../intake/counted.ts';

/** A row the source system's own reader does not take, with the record type it would have been. */
export interface UnreadRow {
  readonly type: string;
  readonly sheet: string;
  readonly header: readonly string[];
  readonly row: number;
  readonly cells: readonly string[];
  readonly problem: Problem;
}

export interface SourceRows {
  readonly records: CanonicalRecord[];
  readonly unread: UnreadRow[];
  /** What is to be said of the rows that were taken, by problem code. */
  readonly remarks: Map<string, number>;
}

/** Rows of sheets that no mapping knows are counted under this name. */
export const UNMAPPED = 'unmapped';

export interface ReadAs {
  readonly school: string;
  readonly term: string | null;
  /** Id of the input. */
  readonly input: string;
}

async function unmapped(table: Table, reason: Bilingual, into: SourceRows): Promise<void> {
  const problem: Problem = { code: 'intake/unmapped-sheet', params: { sheet: table.sheet, detail: reason['zh-TW'], detailEn: reason.en } };
  for await (const rows of table.rows()) {
    for (const row of rows) into.unread.push({ type: UNMAPPED, sheet: table.sheet, header: table.header, row: row.row, cells: row.cells, problem: row.problem ?? problem });
  }
}

/**
 * @param fileProblems what was found wrong with the file as a whole without stopping it
 * @returns the problem that stops the whole file, where there is one: nothing of it counts then
 */
export async function readSource(detection: Detection, fileProblems: readonly Problem[], { school, term, input }: ReadAs): Promise<SourceRows | { problem: Problem }> {
  const into: SourceRows = { records: [], unread: [], remarks: new Map() };
  const remark = ({ code }: Problem): unknown => into.remarks.set(code, (into.remarks.get(code) ?? 0) + 1);
  fileProblems.forEach(remark);
  try {
    for (const [tableIndex, { table: given, mapping, reason }] of detection.tables.entries()) {
      if (!mapping) {
        await unmapped(given, reason, into);
        continue;
      }
      const table = counted(given);
      let taken = 0;
      let rejected = 0;
      for await (const batch of readTable(table, mapping, { school, term, input, tableIndex })) {
        for (const record of batch.records) into.records.push(record);
        for (const { row, cells, problem } of batch.rejected) into.unread.push({ type: mapping.definition.record, sheet: table.sheet, header: table.header, row, cells, problem });
        batch.remarks.forEach(remark);
        taken += batch.records.length;
        rejected += batch.rejected.length;
      }
      balance(table.read, taken, rejected);
    }
    return into;
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return { problem: error.problem };
  }
}
