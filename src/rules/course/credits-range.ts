/** 修課學分 that is no small whole number. */
import { numberOf, numberParam } from '../read.ts';
import { rule } from '../rule.ts';

export default rule({
  scope: 'record',
  severity: 'error',
  title: { 'zh-TW': '修課學分不合理', en: 'The number of credits is not possible' },
  message: {
    'zh-TW': '修課學分是「{value}」，應為 0 到 {max} 的整數。',
    en: 'The credits are "{value}"; they must be a whole number from 0 to {max}.',
  },
  why: {
    'zh-TW': '課程計畫每學期的學分數以一個字元表示，最大為 12；小數、負數或「-1」都無法與計畫比對。',
    en: 'The course plan writes the credits of a term with one character, 12 at most; fractions, negative numbers and "-1" cannot be compared with it.',
  },
  fix: {
    'zh-TW': '請依課程計畫更正這個科目的學分數，重新匯出；進修部請用修課節數。',
    en: 'Correct the credits as the course plan has them and export again; the night division reports hours instead.',
  },
  source: ['RULE-417', 'RULE-414'],
  certainty: 'B',
  types: ['courseRecord', 'courseWork'],
  reads: ['credits'],
  params: { max: 12 },
  check(record, { params }) {
    const credits = numberOf(record, 'credits');
    const max = numberParam(params, 'max');
    if (credits === undefined || (credits !== null && Number.isInteger(credits) && credits >= 0 && credits <= max)) return;
    return [{ field: 'credits', params: { max } }];
  },
});
