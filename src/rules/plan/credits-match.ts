/** 修課學分 or 節數 that are not those of the plan's term. */
import { creditsAt, opensAt } from '../../core/plan-terms.ts';
import { placeInPlan, PLAN_FIELDS, planRowsOf } from '../plan.ts';
import { numberOf } from '../read.ts';
import { rule } from '../rule.ts';

export default rule({
  scope: 'record',
  severity: 'error',
  title: { 'zh-TW': '學分（節數）與課程計畫不同', en: 'Credits or hours are not the plan\'s' },
  message: {
    'zh-TW': '學分（節數）是「{value}」，課程計畫該學期是 {planned}。',
    en: 'Credits or hours are "{value}"; the plan has {planned} in that term.',
  },
  why: {
    'zh-TW': '課程計畫逐學期訂定學分（進修部為節數）；名冊的數字要與該學期的字元一致。',
    en: 'The plan sets credits (hours in the night division) term by term, and a roster has to agree with the term\'s character.',
  },
  fix: {
    'zh-TW': '請依課程計畫更正校務系統的學分數後重新匯出；計畫剛修正過的，請重新取得代碼後匯入。',
    en: 'Correct the credits in the school system as the plan has them and export again; where the plan was just amended, fetch its codes again and import them.',
  },
  source: ['RULE-414', 'RULE-417'],
  certainty: 'B',
  types: ['courseRecord'],
  needsPlan: true,
  reads: [...PLAN_FIELDS, 'division', 'credits', 'hours'],
  /** A term in which the plan does not teach the course is another rule's. */
  check(record, context) {
    const field = record['division'] === 'night' ? 'hours' : 'credits';
    const given = numberOf(record, field);
    const place = placeInPlan(record, context);
    if (typeof given !== 'number' || place === null) return;
    const planned = (planRowsOf(record, context) ?? []).filter((row) => opensAt(row, place)).map((row) => creditsAt(row, place));
    if (planned.length === 0 || planned.includes(given)) return;
    return [{ field, params: { planned: [...new Set(planned)].join('／') } }];
  },
});
