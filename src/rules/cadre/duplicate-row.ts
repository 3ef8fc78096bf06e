/** The same post of a student twice. */
import type { CanonicalRecord } from '../../core/record.ts';
import { textOf } from '../read.ts';
import { rule } from '../rule.ts';

export default rule({
  scope: 'student',
  severity: 'warning',
  title: { 'zh-TW': '幹部經歷重複', en: 'A post is listed twice' },
  message: {
    'zh-TW': '職務「{value}」與「{otherSheet}」第 {otherRow} 列是同一單位、同一期間的同一職務。',
    en: 'The post "{value}" is the same unit, time and post as in "{otherSheet}", row {otherRow}.',
  },
  why: {
    'zh-TW': '同一職務重複報送，學生的經歷會出現兩次。依一家廠商的資料鍵值推定，不是教育部公告的規定。',
    en: 'Reported twice it shows twice among the student\'s records. Inferred from one vendor\'s keys, not a published requirement.',
  },
  fix: {
    'zh-TW': '請在校務系統刪除重複的一筆後重新匯出。',
    en: 'Remove the repeated row in the school system and export again.',
  },
  source: ['RULE-404'],
  certainty: 'C',
  types: ['cadre'],
  *check(records) {
    const first = new Map<string, CanonicalRecord>();
    for (const record of records) {
      if (record.type !== 'cadre' || textOf(record, 'role') === undefined) continue;
      const key = ['unit', 'role', 'startDate', 'endDate'].map((field) => textOf(record, field)).join('\n');
      const other = first.get(key);
      if (other) yield { field: 'role', record, other };
      else first.set(key, record);
    }
  },
});
