/** Receipts are there only after something was submitted. */
import { spanOf } from '../../core/calendar.ts';
import { termIn } from '../calendar.ts';
import { rule } from '../rule.ts';

export default rule({
  scope: 'calendar',
  severity: 'warning',
  title: { 'zh-TW': '確認收訖明細早於提交', en: 'Receipts are confirmed before the submission' },
  message: {
    'zh-TW': '{term} 確認收訖明細從 {from} 開始，但提交 {opens} 才開始；日期可能輸入錯誤。',
    en: 'In {term} receipts are to be confirmed from {from}, but the submission opens on {opens}; a date may be mistyped.',
  },
  why: {
    'zh-TW': '收訖明細要在提交之後才能由中央資料庫下載；順序顛倒多半是輸入錯誤。',
    en: 'Receipts can be fetched from the central database only after the submission; a reversed order is mostly a typing error.',
  },
  fix: {
    'zh-TW': '請與學校工作小組確認後，更正行事曆（calendar.json）的日期。',
    en: 'Settle it with the school\'s working group and correct the dates in calendar.json.',
  },
  source: ['RULE-313'],
  certainty: 'A',
  types: [],
  check(calendar, context) {
    const { receipt = [], submission = [] } = termIn(calendar, context);
    const [own, other] = [spanOf(receipt), spanOf(submission)];
    if (!own || !other || own.from >= other.from) return;
    return [{ params: { term: context.term, from: own.from, opens: other.from } }];
  },
});
