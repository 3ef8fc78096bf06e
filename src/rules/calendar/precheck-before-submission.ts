/** A pre-check is of use only before the submission closes. */
import { spanOf } from '../../core/calendar.ts';
import { termIn } from '../calendar.ts';
import { rule } from '../rule.ts';

export default rule({
  scope: 'calendar',
  severity: 'warning',
  title: { 'zh-TW': '預檢在提交截止後才結束', en: 'The pre-check ends after the submission closes' },
  message: {
    'zh-TW': '{term} 預檢到 {to} 截止，但提交在 {closes} 就截止；日期可能輸入錯誤。',
    en: 'In {term} the pre-check runs until {to}, but the submission closes on {closes}; a date may be mistyped.',
  },
  why: {
    'zh-TW': '預檢要在提交前完成並更正；兩者的日期都由國教署公文訂定，順序顛倒多半是輸入錯誤。',
    en: 'The pre-check is there to correct data before submitting; both dates come by letter, so a reversed order is mostly a typing error.',
  },
  fix: {
    'zh-TW': '請對照國教署公文，更正行事曆（calendar.json）的日期。',
    en: 'Compare with the letter and correct the dates in calendar.json.',
  },
  source: ['RULE-304', 'RULE-309'],
  certainty: 'C',
  types: [],
  check(calendar, context) {
    const { precheck = [], submission = [] } = termIn(calendar, context);
    const [own, other] = [spanOf(precheck), spanOf(submission)];
    if (!own || !other || own.to <= other.to) return;
    return [{ params: { term: context.term, to: own.to, closes: other.to } }];
  },
});
