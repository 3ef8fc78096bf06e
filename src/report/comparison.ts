/** A 課程代碼比對 as one self-contained page. */
import type { Lang } from '../core/text.ts';
import type { ComparisonReport } from './comparison-model.ts';
import { comparedPart, historyPart } from './html/comparison/compared.ts';
import { differencesPart, remarksPart } from './html/comparison/differences.ts';
import { comparisonHeadline } from './html/comparison/headline.ts';
import { kindsPart } from './html/comparison/kinds.ts';
import { markup } from './html/markup.ts';
import { page } from './html/page.ts';
import { visible } from './html/visible.ts';
import { termLabel } from './labels.ts';
import { comparisonTexts } from './texts/comparison.ts';

/** The whole page, opening in `lang` and switchable to the other language. */
export function renderComparisonHtml(report: ComparisonReport, lang: Lang): string {
  const school = visible(report.schoolName ?? report.school, 80);
  const term = termLabel(visible(report.term, 40));
  const titleIn = (tongue: Lang): string => `${school} ${term[tongue]} ${comparisonTexts.title[tongue]}`;
  return page({
    title: { 'zh-TW': titleIn('zh-TW'), en: titleIn('en') }, lang, today: report.today, version: report.version,
    header: comparisonHeadline(report),
    main: markup`${kindsPart(report)}
${differencesPart(report)}
${remarksPart(report)}
${comparedPart(report)}
${historyPart(report)}`,
  });
}
