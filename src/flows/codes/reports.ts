/** Where a comparison's pages lie, and writing them: whole, and only when they changed. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { sha256Of } from '../../core/sha256.ts';
import { memorySource } from '../../formats/bytes.ts';
import { renderComparisonHtml } from '../../report/comparison.ts';
import { type ComparisonReport, differencesIn } from '../../report/comparison-model.ts';
import { comparisonWorkbook } from '../../report/comparison-workbook.ts';
import type { SchoolStore } from '../../store/port.ts';
import { publishFile, publishIfChanged, sameFile } from '../publish-file.ts';
import { schoolSettings } from '../school-settings.ts';
import type { Services } from '../services.ts';
import { type KeptComparison, pastComparisons } from './kept.ts';

export interface ComparisonFiles {
  readonly html: string;
  readonly xlsx: string;
}

/** Paths of a term's pages, written or not. */
export function comparisonFiles(services: Services, school: string, term: string): ComparisonFiles {
  const folder = join(services.home.paths(school).reports, term);
  return { html: join(folder, 'codes.html'), xlsx: join(folder, 'codes.xlsx') };
}

/** A kept comparison with all that its pages say. */
export function comparisonReport(services: Services, store: SchoolStore, term: string, kept: KeptComparison): ComparisonReport {
  const past = pastComparisons(store, term).filter(({ number }) => number < kept.number).map(({ today, summary }) => ({ today, differences: differencesIn(summary) }));
  return {
    school: store.school, schoolName: schoolSettings(services.home, store.school).name, term, today: kept.today, version: services.version,
    due: kept.due, first: kept.first,
    runs: [...past, { today: kept.today, differences: differencesIn(kept.result.summary) }], result: kept.result,
  };
}

/** Both are in Chinese, whoever compares: the same state must be the same bytes. The page can be switched. */
export async function writeComparison(services: Services, store: SchoolStore, term: string, kept: KeptComparison): Promise<ComparisonFiles> {
  const report = comparisonReport(services, store, term, kept);
  const files = comparisonFiles(services, store.school, term);
  mkdirSync(join(files.html, '..'), { recursive: true, mode: 0o700 });
  const workbook = await comparisonWorkbook(report);
  if (!await sameFile(files.xlsx, await sha256Of(memorySource(workbook)))) publishFile(files.xlsx, workbook);
  publishIfChanged(files.html, renderComparisonHtml(report, 'zh-TW'));
  return files;
}
