/** Rows without 科目名稱. */
import { textOf } from '../read.ts';
import { rule } from '../rule.ts';

export default rule({
  scope: 'record',
  severity: 'error',
  title: { 'zh-TW': '缺少科目名稱', en: 'The subject name is missing' },
  message: {
    'zh-TW': '課程代碼「{code}」沒有科目名稱。',
    en: 'The course code "{code}" has no subject name.',
  },
  why: {
    'zh-TW': '預檢會拿科目名稱與課程計畫的名稱比對，空白一定不符。',
    en: 'The pre-check compares the name with the one in the course plan; a blank never agrees.',
  },
  fix: {
    'zh-TW': '請在校務系統填入報部科目名稱（與課程計畫相同）後重新匯出。',
    en: 'Enter the name reported to the ministry, as in the course plan, in the school system and export again.',
  },
  source: ['RULE-310', 'RULE-416'],
  certainty: 'B',
  types: ['courseRecord', 'courseWork'],
  reads: ['subjectName', 'courseCode'],
  check(record) {
    if ((textOf(record, 'subjectName') ?? '').trim() !== '') return;
    return [{ field: 'subjectName', params: { code: textOf(record, 'courseCode') ?? '-' } }];
  },
});
