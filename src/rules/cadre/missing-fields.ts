/** Cadre rows without unit, role or dates. */
import { textOf } from '../read.ts';
import { rule } from '../rule.ts';

const REQUIRED = ['unit', 'role', 'startDate', 'endDate'] as const;

export default rule({
  scope: 'record',
  severity: 'error',
  title: { 'zh-TW': '幹部經歷缺少必填欄位', en: 'A cadre record lacks a required field' },
  message: {
    'zh-TW': '這筆幹部經歷有必填欄位空白：單位名稱、擔任職務、開始日期與結束日期都要填。',
    en: 'A required field is blank: unit, post, start date and end date must all be given.',
  },
  why: {
    'zh-TW': '缺少單位、職務或任期，這筆經歷對學生沒有意義，也會被退回。',
    en: 'Without unit, post or dates the record is of no use to the student and will be refused.',
  },
  fix: {
    'zh-TW': '請在校務系統補齊這個欄位後重新匯出。',
    en: 'Fill the field in the school system and export again.',
  },
  source: ['RULE-213'],
  certainty: 'B',
  types: ['cadre'],
  reads: REQUIRED,
  *check(record) {
    for (const field of REQUIRED) {
      if ((textOf(record, field) ?? '').trim() === '') yield { field };
    }
  },
});
