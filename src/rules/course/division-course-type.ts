/** Day rows whose 課程類型 one vendor reports by hours. */
import { courseCodeOf, textsParam } from '../read.ts';
import { rule } from '../rule.ts';

export default rule({
  scope: 'record',
  severity: 'info',
  title: { 'zh-TW': '課程類型可能屬於進修部', en: 'The course type may belong to the night division' },
  message: {
    'zh-TW': '課程代碼「{value}」第 10 碼是 {courseType}，這類課程通常列在進修部名冊。',
    en: 'Position 10 of the course code "{value}" is {courseType}; such courses are usually in the night division\'s roster.',
  },
  why: {
    'zh-TW': '進修部與實用技能學程（夜間）常以節數報送。課程類型的完整意義未公開，字母是依一家廠商推定的參數，不是教育部公告的規定。',
    en: 'Courses of the night division are reported by hours. The letters are taken from one vendor and are a parameter; no complete table is published.',
  },
  fix: {
    'zh-TW': '請確認這位學生的成績應列在哪一種名冊；確認無誤則不必處理。',
    en: 'Check which roster the student\'s scores belong to; if this one is right, nothing is to be done.',
  },
  source: ['RULE-418'],
  certainty: 'C',
  types: ['courseRecord'],
  reads: ['division', 'courseCode'],
  params: { nightTypes: ['C', 'F'] },
  check(record, { params }) {
    if (record['division'] !== 'day') return;
    const code = courseCodeOf(record);
    if (!code || !textsParam(params, 'nightTypes').includes(code.courseType)) return;
    return [{ field: 'courseCode', params: { courseType: code.courseType } }];
  },
});
