/** The same status change twice. */
import type { CanonicalRecord } from '../../core/record.ts';
import { textOf } from '../read.ts';
import { rule } from '../rule.ts';

export default rule({
  scope: 'student',
  severity: 'error',
  title: { 'zh-TW': '同一筆學籍異動重複列出', en: 'A status change is listed twice' },
  message: {
    'zh-TW': '異動代碼 {code}、異動日期 {date} 已在「{otherSheet}」第 {otherRow} 列。',
    en: 'Change code {code} of {date} stands already in "{otherSheet}", row {otherRow}.',
  },
  why: {
    'zh-TW': '同一學生同一日的同一種異動只能有一筆，重複報送會使學籍狀態無法判斷。',
    en: 'A student has a change of one kind once a day; reported twice it leaves the status unclear.',
  },
  fix: {
    'zh-TW': '請在校務系統刪除重複的異動，只留一筆，再重新匯出。',
    en: 'Delete the repeated change in the school system, keep one, and export again.',
  },
  source: ['RULE-115'],
  certainty: 'B',
  types: ['enrolment'],
  *check(records) {
    const met = new Map<string, CanonicalRecord>();
    for (const record of records) {
      const code = textOf(record, 'changeCode');
      if (record.kind !== 'statusChange' || code === undefined) continue;
      const date = textOf(record, 'changedOn') ?? '';
      const other = met.get(`${code} ${date}`);
      if (other) yield { field: 'changeCode', record, other, params: { code, date } };
      else met.set(`${code} ${date}`, record);
    }
  },
});
