/** 課程代碼 of a plan that cannot apply to a student of this term. */
import { parseTerm } from '../../core/term.ts';
import { courseCodeOf, numberParam } from '../read.ts';
import { rule } from '../rule.ts';

export default rule({
  scope: 'record',
  severity: 'warning',
  title: { 'zh-TW': '課程代碼的入學年度不合理', en: 'The entry year in the course code is implausible' },
  message: {
    'zh-TW': '課程代碼「{value}」的入學年度是 {entryYear}，本學期應在 {from} 到 {to} 之間。',
    en: 'The course code "{value}" is of the entry year {entryYear}; in this term it should be between {from} and {to}.',
  },
  why: {
    'zh-TW': '入學年度晚於本學年，或早到學生不可能仍在學，多半是對到別屆的課程計畫。可容許的年數是可調整的參數，不是教育部公告的規定。',
    en: 'A year after this one, or one too long ago, usually means the plan of another intake. The span is a parameter, not a published requirement.',
  },
  fix: {
    'zh-TW': '請確認學生適用的課程計畫（群科班代碼），重新比對課程代碼。',
    en: 'Check which course plan applies to the student and match the code again.',
  },
  source: ['RULE-413'],
  certainty: 'C',
  types: ['courseRecord', 'courseWork'],
  reads: ['courseCode'],
  params: { first: 108, years: 6 },
  check(record, { term, params }) {
    const year = parseTerm(term)?.year;
    const entryYear = courseCodeOf(record)?.entryYear;
    if (year === undefined || entryYear === undefined) return;
    const from = Math.max(numberParam(params, 'first'), year - numberParam(params, 'years'));
    if (entryYear >= from && entryYear <= year) return;
    return [{ field: 'courseCode', params: { entryYear, from, to: year } }];
  },
});
