/** First and last day of a term lie in it, in their order. */
import { datesOfTerm } from '../../core/term.ts';
import { termIn } from '../calendar.ts';
import { rule } from '../rule.ts';

export default rule({
  scope: 'calendar',
  severity: 'warning',
  title: { 'zh-TW': '開學日或休業式不在學期內', en: 'The first or last day lies outside the term' },
  message: {
    'zh-TW': '{term} 的開學日 {firstDay}、休業式 {lastDay}：應在 {from} 到 {to} 之間，開學日在前。',
    en: 'First day {firstDay} and last day {lastDay} of {term} should lie between {from} and {to}, in that order.',
  },
  why: {
    'zh-TW': '第一學期是 8 月 1 日到 1 月 31 日，第二學期是 2 月 1 日到 7 月 31 日；不在範圍內多半是年份打錯，各項期限會跟著算錯。',
    en: 'Term 1 runs from 1 August to 31 January, term 2 from 1 February to 31 July; a day outside is mostly a mistyped year, and every deadline counted from it is wrong.',
  },
  fix: {
    'zh-TW': '請更正行事曆（calendar.json）的開學日與休業式。',
    en: 'Correct the first and last day in calendar.json.',
  },
  source: ['RULE-301', 'RULE-316'],
  certainty: 'B',
  types: [],
  check(calendar, context) {
    const { firstDay, lastDay } = termIn(calendar, context);
    const dates = datesOfTerm(context.term);
    const days = [firstDay, lastDay].filter((day) => day !== undefined);
    if (dates === null || (days.every((day) => day >= dates.from && day <= dates.to) && days.join() === days.toSorted().join())) return;
    return [{ params: { term: context.term, firstDay: firstDay ?? '—', lastDay: lastDay ?? '—', ...dates } }];
  },
});
