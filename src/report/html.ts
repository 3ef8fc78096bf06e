/** A school's report as one self-contained HTML file. */
import type { Lang } from '../core/text.ts';
import { digest } from './digest.ts';
import { changesPart } from './html/check/changes.ts';
import { dutiesPart } from './html/check/duties.ts';
import { filesPart } from './html/check/files.ts';
import { firstPart } from './html/check/first.ts';
import { headline } from './html/check/headline.ts';
import { assumptionsPart, quarantinePart, skippedPart } from './html/check/notes.ts';
import { rulesPart } from './html/check/rules.ts';
import { waiversPart } from './html/check/waivers.ts';
import { markup } from './html/markup.ts';
import { page } from './html/page.ts';
import { visible } from './html/visible.ts';
import { termLabel } from './labels.ts';
import type { CheckReport } from './model.ts';
import { reportTexts } from './texts/report.ts';

/** The whole page, opening in `lang` and switchable to the other language; below 5 MB whatever the data. */
export function renderHtml(report: CheckReport, lang: Lang): string {
  const rules = digest(report);
  const school = visible(report.schoolName ?? report.school, 80);
  const term = termLabel(visible(report.term, 40));
  const titleIn = (tongue: Lang): string => `${school} ${term[tongue]} ${reportTexts.title[tongue]}`;
  return page({
    title: { 'zh-TW': titleIn('zh-TW'), en: titleIn('en') },
    lang,
    today: report.today,
    version: report.version,
    header: headline(report),
    main: markup`${firstPart(rules, report)}
${dutiesPart(report)}
${changesPart(report)}
${rulesPart(rules, report.school)}
${filesPart(report)}
${quarantinePart(report)}
${waiversPart(report)}
${skippedPart(report)}
${assumptionsPart(report)}`,
  });
}
