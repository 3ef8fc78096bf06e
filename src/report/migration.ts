/** The loss report of a migration: one self-contained page for people, JSON for machines. */
import type { Lang } from '../core/text.ts';
import { countsPart, filesPart } from './html/migration/files.ts';
import { migrationHeadline } from './html/migration/headline.ts';
import { lossParts } from './html/migration/loss.ts';
import { markup } from './html/markup.ts';
import { page } from './html/page.ts';
import type { MigrationReport } from './migration-model.ts';
import { lossReasons, migrationTexts } from './texts/migration.ts';
import { say } from './words.ts';

/** The whole page, opening in `lang` and switchable to the other language. */
export function renderMigrationHtml(report: MigrationReport, lang: Lang): string {
  const heading = say(migrationTexts.heading, { from: report.from.name, to: report.to.name });
  return page({
    title: { 'zh-TW': `${migrationTexts.title['zh-TW']} ${heading['zh-TW']}`, en: `${migrationTexts.title.en}: ${heading.en}` },
    lang, today: report.today, version: report.version,
    header: migrationHeadline(report),
    main: markup`${countsPart(report)}
${lossParts(report)}
${filesPart(report)}`,
  });
}

/** True when every row of every file arrived with every value. */
export function isComplete({ types, loss, refused }: MigrationReport): boolean {
  return loss.length === 0 && refused.length === 0 && types.every(({ read, written }) => read === written);
}

export interface MigrationResult {
  /** `complete`, or `loss` when something was not converted. */
  readonly status: 'complete' | 'loss';
  /** Rows read and records written, by record type; rows of unknown sheets count as `unmapped`. Each sum of `in` is that of `out` plus `rejected`. */
  readonly in: Readonly<Record<string, number>>;
  readonly out: Readonly<Record<string, number>>;
  readonly rejected: number;
}

/** The report's counts as the command line gives them to machines. */
export function migrationResult(report: MigrationReport): MigrationResult {
  const { types } = report;
  return {
    status: isComplete(report) ? 'complete' : 'loss',
    in: Object.fromEntries(types.map(({ type, read }) => [type, read])),
    out: Object.fromEntries(types.map(({ type, written }) => [type, written])),
    rejected: types.reduce((sum, { notHeld, notRead }) => sum + notHeld + notRead, 0),
  };
}

/** UTF-8 text: the result, then the whole report, with each reason's words in both languages. */
export function renderMigrationJson(report: MigrationReport): string {
  return `${JSON.stringify({ ...migrationResult(report), ...report, reasons: lossReasons }, null, 2)}\n`;
}
