/** 開課年級 outside 1 to 3. */
import { numberOf, numberParam } from '../read.ts';
import { rule } from '../rule.ts';

export default rule({
  scope: 'record',
  severity: 'warning',
  title: { 'zh-TW': '開課年級不合理', en: 'The grade is unusual' },
  message: {
    'zh-TW': '開課年級是「{value}」，高級中等學校應為 {min} 到 {max}。',
    en: 'The grade is "{value}"; in a senior high school it should be {min} to {max}.',
  },
  why: {
    'zh-TW': '附設國中部的學校常把年級填成 4 到 6。範圍是可調整的參數，不是教育部公告的規定。',
    en: 'Schools with a junior division often count on from there, 4 to 6. The range is a parameter, not a published requirement.',
  },
  fix: {
    'zh-TW': '請以高中的年級（1、2、3）填寫後重新匯出。',
    en: 'Use the senior high grades 1, 2 and 3 and export again.',
  },
  source: ['RULE-310', 'RULE-414'],
  certainty: 'C',
  types: ['courseRecord', 'courseWork'],
  reads: ['grade'],
  params: { min: 1, max: 3 },
  check(record, { params }) {
    const grade = numberOf(record, 'grade');
    const min = numberParam(params, 'min');
    const max = numberParam(params, 'max');
    if (grade === undefined || (grade !== null && grade >= min && grade <= max)) return;
    return [{ field: 'grade', params: { min, max } }];
  },
});
