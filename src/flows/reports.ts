/** Where reports lie, and writing them: whole, and only when they changed. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { renderHtml } from '../report/html.ts';
import { renderJson } from '../report/json.ts';
import type { SchoolStore } from '../store/port.ts';
import type { CheckOutcome } from './check/check.ts';
import { publishIfChanged } from './publish-file.ts';
import type { Services } from './services.ts';

export interface ReportFiles {
  readonly html: string;
  readonly json: string;
}

/** Paths of a term's report files, written or not. */
export function reportFiles(services: Services, school: string, term: string): ReportFiles {
  const folder = join(services.home.paths(school).reports, term);
  return { html: join(folder, 'check.html'), json: join(folder, 'check.json') };
}

/** Writes a check's reports and keeps it for later ones to be compared with. Both are in Chinese, whoever runs the check: the same state must be the same bytes. The HTML can be switched. */
export function writeReport(services: Services, store: SchoolStore, { report, keep }: CheckOutcome): ReportFiles {
  const files = reportFiles(services, report.school, report.term);
  mkdirSync(join(files.html, '..'), { recursive: true, mode: 0o700 });
  publishIfChanged(files.html, renderHtml(report, 'zh-TW'));
  publishIfChanged(files.json, renderJson(report, 'zh-TW'));
  // Last: cut off before, the check done again is compared with the same one.
  if (keep.length > 0) store.shelve(keep);
  return files;
}
