/** Students have at least three days to confirm the receipt. */
import { daysBetween } from '../../core/days.ts';
import { gradesText, termIn } from '../calendar.ts';
import { numberParam } from '../read.ts';
import { rule } from '../rule.ts';

export default rule({
  scope: 'calendar',
  severity: 'error',
  title: { 'zh-TW': '確認收訖明細的期間太短', en: 'Too few days to confirm receipts' },
  message: {
    'zh-TW': '{term} 確認收訖明細從 {from} 到 {to} 只有 {days} 日（年級：{grades}），不得少於 {least} 日。',
    en: 'In {term} receipts can be confirmed from {from} to {to}, {days} days only (grades: {grades}); at least {least} are required.',
  },
  why: {
    'zh-TW': '學校公告的確認期間不得少於 3 日；學生逾期未確認也未提出疑義，就視為同意，期間太短會損害學生權益。',
    en: 'The announced window must not be shorter than three days; whoever says nothing in it is deemed to agree, so a short one harms students.',
  },
  fix: {
    'zh-TW': '請與學校工作小組確認後，更正行事曆（calendar.json）的日期。',
    en: 'Settle it with the school\'s working group and correct the dates in calendar.json.',
  },
  source: ['RULE-313'],
  certainty: 'A',
  types: [],
  params: { minDays: 3 },
  *check(calendar, context) {
    const least = numberParam(context.params, 'minDays');
    for (const window of termIn(calendar, context).receipt ?? []) {
      const days = daysBetween(window.from, window.to) + 1;
      if (days < least) yield { params: { term: context.term, from: window.from, to: window.to, days, least, grades: gradesText(window) } };
    }
  },
});
