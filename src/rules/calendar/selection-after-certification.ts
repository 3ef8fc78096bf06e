/** Only certified works can be picked: picking must not close before the certification of the year's terms. */
import { spanOf, windowsFor } from '../../core/calendar.ts';
import { parseTerm } from '../../core/term.ts';
import { GRADES, spanFor } from '../calendar.ts';
import { rule } from '../rule.ts';

export default rule({
  scope: 'calendar',
  severity: 'warning',
  title: { 'zh-TW': '勾選在認證結束前截止', en: 'Picking closes before certification' },
  message: {
    'zh-TW': '{term} 年級 {grades}：勾選課程學習成果到 {to} 截止，但教師認證到 {certified} 才結束。',
    en: '{term}, grade {grades}: picking of course works closes on {to}, but certification goes on until {certified}.',
  },
  why: {
    'zh-TW': '只有認證通過的課程學習成果可以勾選；太早截止，後來通過認證的成果就無法提交。期間的先後順序由平臺設定推定。',
    en: 'Only certified works can be picked; if picking closes first, works certified later cannot be submitted. The order is inferred from the windows of platforms.',
  },
  fix: {
    'zh-TW': '請與學校工作小組確認後，更正行事曆（calendar.json）的日期。',
    en: 'Settle it with the school\'s working group and correct the dates in calendar.json.',
  },
  source: ['RULE-305', 'RULE-306'],
  certainty: 'C',
  types: [],
  *check(calendar, { term }) {
    const parsed = parseTerm(term);
    if (parsed?.part !== 0) return;
    for (const grade of GRADES) {
      const selection = spanFor(calendar, term, 'workSelection', grade);
      const certification = spanOf([1, 2].flatMap((part) => windowsFor(calendar, `${parsed.year}-${part}`, 'certification', { grade })));
      if (selection && certification && selection.to < certification.to) {
        yield { params: { term, grades: grade, to: selection.to, certified: certification.to } };
      }
    }
  },
});
