/** Unit and post longer than the field they seem to have. */
import { numberParam, textOf } from '../read.ts';
import { rule } from '../rule.ts';

export default rule({
  scope: 'record',
  severity: 'warning',
  title: { 'zh-TW': '單位或職務名稱過長', en: 'Unit or post is too long' },
  message: {
    'zh-TW': '「{value}」有 {length} 個字，建議不超過 {max} 個字。',
    en: '"{value}" has {length} characters; up to {max} are advisable.',
  },
  why: {
    'zh-TW': '過長的文字可能被截斷。字數是由一家廠商的資料庫欄位推定的參數，不是教育部公告的規定。',
    en: 'Longer texts may be cut off. The limit is inferred from one vendor\'s database and is a parameter, not a published requirement.',
  },
  fix: {
    'zh-TW': '請改用較短的名稱後重新匯出。',
    en: 'Use a shorter name and export again.',
  },
  source: ['RULE-213', 'RULE-208'],
  certainty: 'C',
  types: ['cadre'],
  reads: ['unit', 'role'],
  params: { max: 20 },
  *check(record, { params }) {
    const max = numberParam(params, 'max');
    for (const field of ['unit', 'role']) {
      const length = [...(textOf(record, field) ?? '').trim()].length;
      if (length > max) yield { field, params: { length, max } };
    }
  },
});
