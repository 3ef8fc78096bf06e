/** A window far from its term has a mistyped year. */
import { WINDOW_KINDS, windowsFor } from '../../core/calendar.ts';
import { addDays } from '../../core/days.ts';
import { datesOfTerm } from '../../core/term.ts';
import { numberParam } from '../read.ts';
import { rule } from '../rule.ts';

export default rule({
  scope: 'calendar',
  severity: 'warning',
  title: { 'zh-TW': '期間離學期太遠', en: 'A window lies far from its term' },
  message: {
    'zh-TW': '{term} 有一段期間是 {from} 到 {to}，離這個學期（{begins} 到 {ends}）太遠，可能是年份輸入錯誤。',
    en: '{term} has a window from {from} to {to}, far from the term ({begins} to {ends}); the year may be mistyped.',
  },
  why: {
    'zh-TW': '期間放錯年份時，程式會把正常的上傳當成逾期，或不再提醒期限。可容許的天數是可調整的參數，不是教育部公告的規定。',
    en: 'With a wrong year regular uploads would count as late and deadlines would not be announced. How far is too far is a parameter, not a published requirement.',
  },
  fix: {
    'zh-TW': '請更正行事曆（calendar.json）中這段期間的日期。',
    en: 'Correct the dates of that window in calendar.json.',
  },
  source: ['RULE-301', 'RULE-316'],
  certainty: 'C',
  types: [],
  params: { before: 31, after: 184 },
  *check(calendar, context) {
    const dates = datesOfTerm(context.term);
    if (dates === null) return;
    const [from, to] = [addDays(dates.from, -numberParam(context.params, 'before')), addDays(dates.to, numberParam(context.params, 'after'))];
    for (const window of WINDOW_KINDS.flatMap((kind) => windowsFor(calendar, context.term, kind))) {
      if (window.from < from || window.to > to) yield { params: { term: context.term, from: window.from, to: window.to, begins: dates.from, ends: dates.to } };
    }
  },
});
