/**
 * A school's whole data from one system's shape to another's. The output folder appears when everything in it is written
 * and proved: files for the target, what the target cannot have in full, and the loss report.
 */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { NO_COINED } from '../../core/coined.ts';
import { Fault } from '../../core/fault.ts';
import { renderMigrationHtml, renderMigrationJson } from '../../report/migration.ts';
import type { MigrationReport } from '../../report/migration-model.ts';
import { wholeCoinedTable } from '../coined/whole-table.ts';
import type { OfferedFile } from '../intake/offered.ts';
import { convert } from './convert.ts';
import type { MigrateOptions } from './options.ts';
import { schoolOf } from './school.ts';

function refuseTaken(out: string): void {
  if (!existsSync(out)) return;
  if (!statSync(out).isDirectory() || readdirSync(out).length > 0) throw new Fault('file/exists', { file: out });
}

/**
 * @throws {Fault} `file/exists` for an output folder with something in it, `migrate/no-school`, and `migrate/not-proved` when what
 *   was written does not read back or rows do not add up; nothing is left behind then
 * @throws ProblemError when the table of coined characters is wrong, before anything is written
 */
export async function migrate(files: readonly OfferedFile[], options: MigrateOptions): Promise<MigrationReport> {
  const { out, lang, today } = options;
  refuseTaken(out);
  const school = options.school ?? await schoolOf(files, options);
  const coined = options.coined === null ? NO_COINED : await wholeCoinedTable(options.coined, school, today);
  mkdirSync(dirname(out), { recursive: true });
  const aside = mkdtempSync(`${out}.part-`);
  try {
    const report = await convert(files, { ...options, school, coined, out: aside });
    writeFileSync(join(aside, 'loss.json'), renderMigrationJson(report), { mode: 0o600 });
    writeFileSync(join(aside, 'loss.html'), renderMigrationHtml(report, lang), { mode: 0o600 });
    refuseTaken(out);
    if (existsSync(out)) rmdirSync(out);
    renameSync(aside, out);
    return report;
  } catch (error) {
    rmSync(aside, { recursive: true, force: true });
    throw error;
  }
}
