/** A night over all schools of a district: which are done, which wait, and whose move it is. */
import type { Lang } from '../core/text.ts';
import { figuresPart, verdict } from './html/district/headline.ts';
import { schoolsPart } from './html/district/schools.ts';
import { markup } from './html/markup.ts';
import { page } from './html/page.ts';
import { visible } from './html/visible.ts';
import { MOVERS, STATUSES } from './labels.ts';
import type { DistrictReport } from './model.ts';
import { districtTexts } from './texts/district.ts';
import { districtTotals, districtTrend, worstFirst } from './totals.ts';

/** The district's page: one line a school, worst first. */
export function renderDistrictHtml(report: DistrictReport, lang: Lang): string {
  const schools = report.schools.toSorted(worstFirst);
  const totals = districtTotals(report);
  return page({
    title: districtTexts.title,
    lang,
    wide: true,
    today: report.today,
    version: report.version,
    header: verdict(visible(report.run, 80), schools, totals),
    main: markup`${figuresPart(totals, districtTrend(report))}
${schoolsPart(report, schools, totals)}`,
  });
}

/** The same for machines, UTF-8 text: `{run, today, version, totals, columns, schools}`, each line with its status and mover in words. */
export function renderDistrictJson(report: DistrictReport, lang: Lang): string {
  const schools = report.schools.toSorted(worstFirst).map((line) => ({
    ...line,
    note: line.note?.[lang] ?? null,
    statusText: STATUSES[line.status][lang],
    whoseMoveText: line.whoseMove === 'none' ? null : MOVERS[line.whoseMove][lang],
  }));
  return `${JSON.stringify({ run: report.run, today: report.today, version: report.version, totals: districtTotals(report), columns: report.columns ?? [], schools }, null, 2)}\n`;
}
