/** A transferred course passed without 抵免後成績. */
import { flagOf, numberOf, textOf, textsParam } from '../read.ts';
import { rule } from '../rule.ts';

export default rule({
  scope: 'record',
  severity: 'warning',
  title: { 'zh-TW': '抵免及格但沒有抵免後成績', en: 'A transferred course is passed without a score' },
  message: {
    'zh-TW': '成績及格是「{value}」，抵免後成績卻是 -1 或空白（身分別 {identity}）。',
    en: 'The pass column says "{value}", but the score after crediting is -1 or blank (identity {identity}).',
  },
  why: {
    'zh-TW': '只有免修等不需成績的身分別才可沒有抵免後成績。哪些身分別不需成績是可調整的參數，不是教育部公告的規定。',
    en: 'Only identities that need no score may go without one. Which those are is a parameter, not a published requirement.',
  },
  fix: {
    'zh-TW': '請在校務系統補上抵免後成績，或確認身分別是否正確，再重新匯出。',
    en: 'Enter the score after crediting in the school system, or check the identity, and export again.',
  },
  source: ['RULE-427'],
  certainty: 'C',
  types: ['courseRecord'],
  reads: ['passed', 'score', 'identity', 'counted'],
  params: { identitiesWithoutScore: ['5', '6', '7'] },
  check(record, { params }) {
    if (record.kind !== 'transfer' && record.kind !== 'nightTransfer') return;
    if (flagOf(record, 'passed') !== true || typeof numberOf(record, 'score') === 'number') return;
    const identity = textOf(record, 'identity') ?? '-';
    if (textOf(record, 'counted') === '3' || textsParam(params, 'identitiesWithoutScore').includes(identity)) return;
    return [{ field: 'passed', params: { identity } }];
  },
});
