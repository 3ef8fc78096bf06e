/** Score and work rows without a 課程代碼. */
import { textOf } from '../read.ts';
import { rule } from '../rule.ts';

export default rule({
  scope: 'record',
  severity: 'error',
  title: { 'zh-TW': '缺少課程代碼', en: 'The course code is missing' },
  message: {
    'zh-TW': '科目「{subject}」沒有課程代碼。',
    en: 'The subject "{subject}" has no course code.',
  },
  why: {
    'zh-TW': '沒有課程代碼的科目不屬於課程計畫，不能列入修課紀錄或課程學習成果。',
    en: 'A subject without a course code is not part of the filed plan and cannot be submitted as a course.',
  },
  fix: {
    'zh-TW': '請在校務系統為這個科目對上課程計畫的課程代碼（課程代碼比對）後重新匯出；計畫外的學習請改列多元表現。',
    en: 'Match the subject with its code of the filed course plan in the school system and export again; learning outside the plan belongs to the performances.',
  },
  source: ['RULE-118', 'RULE-415'],
  certainty: 'A',
  types: ['courseRecord', 'courseWork'],
  reads: ['courseCode', 'subjectCode', 'subjectName'],
  /** The 107 edition has 科目代碼 instead. */
  check(record) {
    if (textOf(record, 'courseCode') !== undefined || textOf(record, 'subjectCode') !== undefined) return;
    return [{ field: 'courseCode', params: { subject: textOf(record, 'subjectName') ?? '-' } }];
  },
});
