/** Where reports lie, and writing them: whole, and only when they changed. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { renderHtml } from '../report/html.ts';
import { renderJson } from '../report/json.ts';
import type { CheckReport } from '../report/model.ts';
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

/** Both are in Chinese, whoever runs the check: the same state must be the same bytes. The HTML can be switched. */
export function writeReport(services: Services, report: CheckReport): ReportFiles {
  const files = reportFiles(services, report.school, report.term);
  mkdirSync(join(files.html, '..'), { recursive: true, mode: 0o700 });
  publishIfChanged(files.html, renderHtml(report, 'zh-TW'));
  publishIfChanged(files.json, renderJson(report, 'zh-TW'));
  return files;
}
