/** Writes the target's files, each proved before the next. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Adapter } from '../../adapters/registry.ts';
import { fileBytes } from '../../adapters/write-files.ts';
import { Fault } from '../../core/fault.ts';
import { ProblemError } from '../../core/problem.ts';
import type { Progress } from '../../observe/progress.ts';
import type { WrittenLine } from '../../report/migration-model.ts';
import { proveFile } from './prove.ts';
import type { Sheet, Sheets } from './sheets.ts';

async function bytesOf(to: Adapter, school: string, name: string, sheets: readonly Sheet[]): Promise<Uint8Array> {
  try {
    return await fileBytes(to, school, sheets[0]!.term, sheets);
  } catch (error) {
    // Every cell was looked at before: what still cannot be written is a mistake of ours or of the adapter.
    if (!(error instanceof ProblemError)) throw error;
    throw new Fault('migrate/not-proved', { detail: `${name}: ${error.problem.code}` }, { cause: error });
  }
}

/**
 * @param folder made when there is something to write
 * @returns the files in order of name, and rows by record type as they were read back
 */
export async function writeSheets(to: Adapter, school: string, sheets: Sheets, folder: string, progress: Progress): Promise<{ files: WrittenLine[]; written: Map<string, number> }> {
  const files: WrittenLine[] = [];
  const written = new Map<string, number>();
  for (const [name, list] of sheets.files()) {
    progress.step(name, files.length);
    const bytes = await bytesOf(to, school, name, list);
    const recognised = await proveFile(to, name, bytes, list, school);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(join(folder, name), bytes, { mode: 0o600, flag: 'wx' });
    for (const { mapping, rows } of list) written.set(mapping.definition.record, (written.get(mapping.definition.record) ?? 0) + rows.length);
    files.push({ file: name, rows: list.reduce((sum, { rows }) => sum + rows.length, 0), recognised });
  }
  return { files, written };
}
