/** The school's own work should be done two weeks before the submission closes. */
import { spanOf, windowsFor } from '../../core/calendar.ts';
import { addDays } from '../../core/days.ts';
import { GRADES, spanFor } from '../calendar.ts';
import { numberParam } from '../read.ts';
import { rule } from '../rule.ts';

export default rule({
  scope: 'calendar',
  severity: 'warning',
  title: { 'zh-TW': '提交前的準備時間不足', en: 'Too little time before the submission closes' },
  message: {
    'zh-TW': '{term} 年級 {grades}：學生勾選到 {to} 截止，提交截止日是 {closes}；建議在 {ready} 前備妥資料。',
    en: '{term}, grade {grades}: students may pick until {to} and the submission closes on {closes}; the data should be ready by {ready}.',
  },
  why: {
    'zh-TW': '提交前要留時間檢查、更正並重新匯出。兩週是學校的做法，不是教育部公告的規定，可以調整參數。',
    en: 'Checking, correcting and exporting again take time. Two weeks are what a school has set for itself, not a published requirement; the number is a parameter.',
  },
  fix: {
    'zh-TW': '請與學校工作小組確認後，更正行事曆（calendar.json）的日期。',
    en: 'Settle it with the school\'s working group and correct the dates in calendar.json.',
  },
  source: ['RULE-307', 'RULE-305'],
  certainty: 'C',
  types: [],
  params: { leadDays: 14 },
  /** Picking beyond the end of the submission is another matter. */
  *check(calendar, { term, params }) {
    for (const grade of GRADES) {
      const submission = spanFor(calendar, term, 'submission', grade);
      const picking = spanOf((['workSelection', 'performanceSelection'] as const).flatMap((kind) => windowsFor(calendar, term, kind, { grade })));
      if (!submission || !picking || picking.to > submission.to) continue;
      const ready = addDays(submission.to, -numberParam(params, 'leadDays'));
      if (picking.to > ready) yield { params: { term, grades: grade, to: picking.to, closes: submission.to, ready } };
    }
  },
});
