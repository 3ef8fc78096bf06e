/** The second batch of grade 3 follows the first. */
import { spanOf, windowsFor } from '../../core/calendar.ts';
import { rule } from '../rule.ts';

export default rule({
  scope: 'calendar',
  severity: 'warning',
  title: { 'zh-TW': '兩梯次的提交期間重疊或顛倒', en: 'The two batches overlap or are reversed' },
  message: {
    'zh-TW': '{term} 第一梯次提交到 {first} 截止，第二梯次卻從 {second} 開始。',
    en: 'In {term} the first batch is submitted until {first}, but the second opens on {second}.',
  },
  why: {
    'zh-TW': '高三分兩梯次提交，兩梯次的名冊別不同；期間重疊容易送錯梯次。日期由每年公文訂定，請對照公文。',
    en: 'Grade 3 is submitted in two batches with different roster types; where they overlap, data goes into the wrong one. The dates come by yearly letter.',
  },
  fix: {
    'zh-TW': '請對照國教署公文，更正行事曆（calendar.json）的日期。',
    en: 'Compare with the letter and correct the dates in calendar.json.',
  },
  source: ['RULE-312'],
  certainty: 'B',
  types: [],
  check(calendar, context) {
    const windows = windowsFor(calendar, context.term, 'submission');
    const [first, second] = [1, 2].map((number) => spanOf(windows.filter(({ batch }) => batch === number)));
    if (!first || !second || first.to < second.from) return;
    return [{ params: { term: context.term, first: first.to, second: second.from } }];
  },
});
