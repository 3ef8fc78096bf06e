/** A check and its reports: where they lie, and writing them whole, and only when they changed. */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Lang } from '../core/text.ts';
import { checkWorkbook } from '../report/check-workbook.ts';
import { renderHtml } from '../report/html.ts';
import { renderJson } from '../report/json.ts';
import type { SchoolStore } from '../store/port.ts';
import { audit } from './audit.ts';
import { type CheckOutcome, checkTerm } from './check/check.ts';
import { RowNotes } from './check/row-notes.ts';
import type { Policy } from './policy.ts';
import { publishIfChanged, publishStream } from './publish-file.ts';
import { schoolSettings } from './school-settings.ts';
import type { Services } from './services.ts';

export interface ReportFiles {
  readonly html: string;
  readonly json: string;
  /** The school's own rows with what was found in them; there only when it was asked for or is the school's setting. */
  readonly workbook: string;
}

/** Paths of a check's report files, written or not. @param name a term, or what else the check goes by */
export function reportFiles(services: Services, school: string, name: string): ReportFiles {
  const folder = join(services.home.paths(school).reports, name);
  return { html: join(folder, 'check.html'), json: join(folder, 'check.json'), workbook: join(folder, 'check.xlsx') };
}

/** The workbook holds personal data unmasked: it lies in the school's own folder, for its owner only, or not at all. */
async function writeWorkbook(services: Services, store: SchoolStore, { report, terms }: CheckOutcome, path: string, notes: RowNotes | null): Promise<void> {
  if (notes === null) {
    // An older one would speak of rows as they were.
    rmSync(path, { force: true });
    return;
  }
  notes.takeStanding(store, terms, report);
  await publishStream(path, checkWorkbook(report, notes.tables(store, terms), notes.lang, notes.beyond));
  audit(services, store.school, 'report/workbook', { term: report.term });
}

export interface Reported {
  readonly check: CheckOutcome;
  readonly files: ReportFiles;
}

/**
 * Checks, writes what came of it, and keeps it for later checks to be compared with. Reports are in Chinese,
 * whoever runs the check: the same state must be the same bytes. The HTML can be switched.
 *
 * @param run the check, which notes its findings beside their rows where it is given notes
 * @param workbook language of the workbook with the school's own rows, where it is asked for; else the school's setting decides
 */
export async function reportCheck(services: Services, store: SchoolStore, run: (notes: RowNotes | null) => Promise<CheckOutcome>, workbook: Lang | null = null): Promise<Reported> {
  const lang = workbook ?? (schoolSettings(services.home, store.school).checkWorkbook ? 'zh-TW' : null);
  const notes = lang === null ? null : new RowNotes(services, lang);
  const check = await run(notes);
  const files = reportFiles(services, store.school, check.name);
  mkdirSync(join(files.html, '..'), { recursive: true, mode: 0o700 });
  publishIfChanged(files.html, renderHtml(check.report, 'zh-TW'));
  publishIfChanged(files.json, renderJson(check.report, 'zh-TW'));
  await writeWorkbook(services, store, check, files.workbook, notes);
  // Last: cut off before, the check done again is compared with the same one.
  if (check.keep.length > 0) store.shelve(check.keep);
  return { check, files };
}

/** Checks a term and reports it. @throws {Fault} `term/no-data` */
export function reportTerm(services: Services, store: SchoolStore, term: string, policy: Policy, workbook: Lang | null = null): Promise<Reported> {
  return reportCheck(services, store, (notes) => checkTerm(services, store, term, policy, notes), workbook);
}
