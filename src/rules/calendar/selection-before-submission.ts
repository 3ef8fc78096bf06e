/** Picking is once a school year and must be over before the yearly submission closes. */
import { GRADES, spanFor } from '../calendar.ts';
import { rule } from '../rule.ts';

export default rule({
  scope: 'calendar',
  severity: 'error',
  title: { 'zh-TW': '勾選在提交截止後才結束', en: 'Picking goes on after the submission closes' },
  message: {
    'zh-TW': '{term} 年級 {grades}：學生勾選到 {to} 截止，但提交在 {closes} 就截止。',
    en: '{term}, grade {grades}: students may pick until {to}, but the submission closes on {closes}.',
  },
  why: {
    'zh-TW': '勾選每學年一次，學校依勾選結果提交；提交截止後才勾選的成果無法送進中央資料庫。',
    en: 'Students pick once a school year and the school submits what they picked; what is picked after the submission closed never reaches the central database.',
  },
  fix: {
    'zh-TW': '請與學校工作小組確認後，更正行事曆（calendar.json）的日期。',
    en: 'Settle it with the school\'s working group and correct the dates in calendar.json.',
  },
  source: ['RULE-306'],
  certainty: 'A',
  types: [],
  *check(calendar, { term }) {
    for (const kind of ['workSelection', 'performanceSelection'] as const) {
      for (const grade of GRADES) {
        const selection = spanFor(calendar, term, kind, grade);
        const submission = spanFor(calendar, term, 'submission', grade);
        if (selection && submission && selection.to > submission.to) yield { params: { term, grades: grade, to: selection.to, closes: submission.to } };
      }
    }
  },
});
