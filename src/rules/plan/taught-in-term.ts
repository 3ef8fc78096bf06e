/** A course in a term in which the plan does not teach it. */
import { opensAt } from '../../core/plan-terms.ts';
import { placeInPlan, PLAN_FIELDS, planRowsOf } from '../plan.ts';
import { rule } from '../rule.ts';

export default rule({
  scope: 'record',
  severity: 'error',
  title: { 'zh-TW': '課程計畫在這個學期沒有開這門課', en: 'The plan does not teach the course in this term' },
  message: {
    'zh-TW': '課程代碼「{value}」在課程計畫的第 {number} 學期（六學期中）沒有開課：授課學期學分 {credits}，開課方式 {openTypes}。',
    en: 'The plan does not teach the code "{value}" in term {number} of six: credits per term {credits}, ways of opening {openTypes}.',
  },
  why: {
    'zh-TW': '授課學期學分是 0、或開課方式是「-」的學期沒有這門課，成績列在這個學期會與課程計畫不符。',
    en: 'A term with 0 credits or "-" as its way of opening does not have the course; a score in it contradicts the plan.',
  },
  fix: {
    'zh-TW': '請確認成績的學期與課程代碼是否對錯；確實調整了開課學期的，請修正課程計畫報備查後重新取得代碼。',
    en: 'Check the term of the score and its code; where the course was moved to another term, the plan has to be amended and its codes fetched again.',
  },
  source: ['RULE-414'],
  certainty: 'B',
  types: ['courseRecord'],
  needsPlan: true,
  reads: PLAN_FIELDS,
  check(record, context) {
    const rows = planRowsOf(record, context) ?? [];
    const place = placeInPlan(record, context);
    const [first] = rows;
    if (place === null || !first || rows.some((row) => opensAt(row, place))) return;
    return [{ field: 'courseCode', params: { number: place + 1, credits: first.termCredits, openTypes: first.termOpenTypes } }];
  },
});
