/** The report on a term's receipts: one self-contained page for people, JSON for machines. */
import type { Lang } from '../core/text.ts';
import { assumptionsPart } from './html/check/notes.ts';
import { markup } from './html/markup.ts';
import { page } from './html/page.ts';
import { receiptDifferencesPart } from './html/receipt/differences.ts';
import { receiptHeadline } from './html/receipt/headline.ts';
import { receiptLinesPart } from './html/receipt/lines.ts';
import { receiptRemarksPart } from './html/receipt/remarks.ts';
import { visible } from './html/visible.ts';
import { termLabel } from './labels.ts';
import type { ReceiptReport } from './receipt-model.ts';
import { receiptTexts } from './texts/receipt.ts';

/** The whole page, opening in `lang` and switchable to the other language. */
export function renderReceiptHtml(report: ReceiptReport, lang: Lang): string {
  const school = visible(report.schoolName ?? report.school, 80);
  const titleIn = (tongue: Lang): string => `${school} ${termLabel(report.term)[tongue]} ${receiptTexts.title[tongue]}`;
  return page({
    title: { 'zh-TW': titleIn('zh-TW'), en: titleIn('en') },
    lang, today: report.today, version: report.version,
    header: receiptHeadline(report),
    main: markup`${receiptLinesPart(report.lines)}
${receiptDifferencesPart(report.differences)}
${receiptRemarksPart(report.remarks)}
${assumptionsPart(report)}`,
  });
}

/** The same for machines, UTF-8 text; every difference, texts in one language. */
export function renderReceiptJson({ lines, differences, remarks, assumptions, ...about }: ReceiptReport, lang: Lang): string {
  return `${JSON.stringify({
    ...about, lang,
    kinds: lines.map(({ kind, ...line }) => ({ kind: kind['zh-TW'], ...line })),
    differences: differences.map(({ title: _title, message, why: _why, fix, ...one }) => ({ ...one, message: message[lang], fix: fix[lang] })),
    findings: remarks.map(({ severity, title, message, fix }) => ({ severity, title: title[lang], message: message[lang], fix: fix[lang] })),
    assumptions: assumptions.map(({ id, asOf, text }) => ({ id, asOf, text: text[lang] })),
  }, null, 2)}\n`;
}
