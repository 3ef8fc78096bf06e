/** Codes of performances that are in no table. */
import { numberOf, numbersParam, textOf } from '../read.ts';
import { rule } from '../rule.ts';

/** Field and code list, by kind. */
const CODES: Readonly<Record<string, readonly (readonly [field: string, list: string])[]>> = {
  cadre: [['level', 'cadre-level']],
  competition: [['level', 'competition-level'], ['team', 'team']],
  certificate: [['certificateType', 'certificate-type']],
  flexible: [['categoryCode', 'flexible-category']],
  group: [['categoryCode', 'group-category']],
  workplace: [['categoryCode', 'workplace-category']],
};

export default rule({
  scope: 'record',
  severity: 'error',
  title: { 'zh-TW': '多元表現的代碼不在代碼表內', en: 'A code of a performance is in no table' },
  message: { 'zh-TW': '「{value}」不在代碼表「{list}」內。', en: '"{value}" is not in the code list {list}.' },
  why: {
    'zh-TW': '等級、類別、團體參與與證照類型都有固定代碼，其他值中央資料庫無法解讀。職場學習類別的代碼表沒有公開，只依一家廠商。',
    en: 'Levels, categories, participation and certificate types have fixed codes; the central database cannot read others. The table of workplace categories is not public and rests on one vendor.',
  },
  fix: { 'zh-TW': '請在學習歷程平臺改選正確的代碼後重新匯出；代碼表見 licheng codes show。', en: 'Choose the right code on the portfolio platform and export again; licheng codes show lists them.' },
  source: ['RULE-212'],
  certainty: 'B',
  types: ['performance'],
  yearly: true,
  reads: ['level', 'team', 'certificateType', 'categoryCode', 'weeks'],
  params: { weeks: [1, 18] },
  *check(record, { inList, params }) {
    for (const [field, list] of CODES[record.kind ?? ''] ?? []) {
      const code = textOf(record, field);
      if (code !== undefined && !inList(list, code)) yield { field, params: { list } };
    }
    const [least = 1, most = 18] = numbersParam(params, 'weeks');
    const weeks = numberOf(record, 'weeks');
    if (record.kind === 'flexible' && typeof weeks === 'number' && (weeks < least || weeks > most)) yield { field: 'weeks', params: { list: `${least}–${most}` } };
  },
});
