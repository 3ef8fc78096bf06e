/** 課程代碼 of another school. */
import { courseCodeOf } from '../read.ts';
import { rule } from '../rule.ts';

/** Kinds whose courses may have been taken at another school. */
const ELSEWHERE: readonly (string | undefined)[] = ['transfer', 'nightTransfer', 'visiting'];

export default rule({
  scope: 'record',
  severity: 'warning',
  title: { 'zh-TW': '課程代碼屬於別的學校', en: 'The course code belongs to another school' },
  message: {
    'zh-TW': '課程代碼「{value}」裡的學校代碼是 {found}，不是本校的 {school}。',
    en: 'The course code "{value}" contains the school code {found}, not this school\'s {school}.',
  },
  why: {
    'zh-TW': '除轉學轉科與借讀外，課程代碼應來自本校的課程計畫。這是依代碼結構推定的檢查。',
    en: 'Apart from transferred and visiting students, codes should come from the school\'s own plan. This check is inferred from the structure of the code.',
  },
  fix: {
    'zh-TW': '請確認科目是否對錯代碼；轉學生的原校成績應列在「轉學轉科成績」，並使用本校的課程代碼。',
    en: 'Check whether the wrong code was matched; scores from a former school belong in the transfer sheet, under this school\'s codes.',
  },
  source: ['RULE-413'],
  certainty: 'C',
  types: ['courseRecord', 'courseWork'],
  reads: ['courseCode'],
  check(record, { school }) {
    if (ELSEWHERE.includes(record.kind)) return;
    const found = courseCodeOf(record)?.school;
    if (found === undefined || found === school) return;
    return [{ field: 'courseCode', params: { found, school } }];
  },
});
