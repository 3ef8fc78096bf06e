/** Reads a written file as the target will: every row must be there and say what was promised. */
import { detect } from '../../adapters/detect.ts';
import { readTable } from '../../adapters/read.ts';
import type { Adapter } from '../../adapters/registry.ts';
import { shapesOf } from '../../adapters/shapes.ts';
import { Fault } from '../../core/fault.ts';
import { ProblemError } from '../../core/problem.ts';
import type { OpenFile, Table } from '../../core/table.ts';
import { memorySource } from '../../formats/bytes.ts';
import { openInput } from '../../formats/open.ts';
import { only } from './recognise.ts';
import { RecordBag } from './record-bag.ts';
import type { Sheet } from './sheets.ts';

const titleOf = ({ mapping }: Sheet): string => (mapping.definition.sheets[0] ?? '').trim();

async function proveSheet(file: OpenFile, sheet: Sheet, school: string): Promise<void> {
  const title = titleOf(sheet);
  const table = file.format === 'csv' ? file.tables[0] : file.tables.find((one) => one.sheet === title);
  const bag = new RecordBag();
  let read = 0;
  if (table) {
    for await (const batch of readTable(table, sheet.mapping, { school, term: sheet.term, input: '0'.repeat(32), tableIndex: 0 })) {
      for (const record of batch.records) bag.add(record);
      read += batch.records.length;
    }
  }
  if (read !== sheet.rows.length) throw new Fault('migrate/not-proved', { detail: `${sheet.file} ${title}: ${sheet.rows.length} rows written, ${read} read back` });
  if (bag.digest !== sheet.bag.digest) throw new Fault('migrate/not-proved', { detail: `${sheet.file} ${title}: what was read back is not what was written` });
}

/** Tables nobody wrote into: an XML file has all of its tables, those without a row too. */
async function proveEmpty(name: string, table: Table): Promise<void> {
  for await (const rows of table.rows()) if (rows.length > 0) throw new Fault('migrate/not-proved', { detail: `${name} ${table.sheet}: rows that nobody wrote` });
}

/**
 * @returns true when the target's own reader also takes every sheet for what it was written as
 * @throws {Fault} `migrate/not-proved`
 */
export async function proveFile(to: Adapter, name: string, bytes: Uint8Array, sheets: readonly Sheet[], school: string): Promise<boolean> {
  try {
    const opened = await openInput(memorySource(bytes), name, { encodings: to.manifest.encodings, ...shapesOf(only(to)) });
    if (opened.kind !== 'file') throw new Fault('migrate/not-proved', { detail: `${name} is an archive` });
    const { file } = opened;
    try {
      for (const sheet of sheets) await proveSheet(file, sheet, school);
      const { tables, term } = detect(file, only(to), { systems: [to.id] });
      const ids = new Set(sheets.map(({ mapping }) => mapping.id));
      const titles = new Set(sheets.map(titleOf));
      const isWritten = (table: Table): boolean => file.format === 'csv' || titles.has(table.sheet);
      for (const { table } of tables) if (!isWritten(table)) await proveEmpty(name, table);
      return tables.every(({ table, mapping }) => !isWritten(table) || (mapping !== null && ids.has(mapping.id))) && sheets.every((sheet) => sheet.mapping.givesTerm || sheet.term === term);
    } finally {
      await file.close();
    }
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    throw new Fault('migrate/not-proved', { detail: `${name}: ${error.problem.code}` }, { cause: error });
  }
}
