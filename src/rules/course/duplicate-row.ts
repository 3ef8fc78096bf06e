/** One course of one term twice in a sheet. */
import type { CanonicalRecord } from '../../core/record.ts';
import { textOf } from '../read.ts';
import { rule } from '../rule.ts';

/** What tells rows of one code apart: sheet, division, and the term they are of. */
const ONE_COURSE = ['kind', 'division', 'courseYear', 'courseTerm'] as const;

export default rule({
  scope: 'student',
  severity: 'error',
  title: { 'zh-TW': '同一科目重複列出', en: 'A course is listed twice' },
  message: {
    'zh-TW': '課程代碼「{value}」與「{otherSheet}」第 {otherRow} 列是同一位學生、同一學期的同一門課。',
    en: 'The course code "{value}" is the same course of the same student and term as in "{otherSheet}", row {otherRow}.',
  },
  why: {
    'zh-TW': '同一分頁內，同一位學生同一學期的課程代碼不可重複，否則無法判斷採用哪一筆成績。科目名稱不同的只列為警告，可能是對錯代碼。',
    en: 'Within a sheet a course of a student and term may occur once, or nobody can tell which score holds. With different subject names it is a warning: perhaps a wrong code was matched.',
  },
  fix: {
    'zh-TW': '請在校務系統刪除重複的成績，或更正對錯的課程代碼，再重新匯出。',
    en: 'Remove the repeated score in the school system, or correct the wrong code, and export again.',
  },
  source: ['RULE-404'],
  certainty: 'C',
  types: ['courseRecord'],
  *check(records) {
    const byCode = new Map<string, CanonicalRecord[]>();
    for (const record of records) {
      const code = textOf(record, 'courseCode');
      if (record.type !== 'courseRecord' || code === undefined) continue;
      const met = byCode.get(code);
      const other = met?.find((one) => ONE_COURSE.every((field) => one[field] === record[field]));
      if (other) {
        const sameName = textOf(record, 'subjectName') === textOf(other, 'subjectName');
        yield { field: 'courseCode', record, other, severity: sameName ? 'error' : 'warning' };
      } else if (met) met.push(record);
      else byCode.set(code, [record]);
    }
  },
});
