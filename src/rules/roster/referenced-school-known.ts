/** Codes of other schools inside the rows: former, host and home schools. */
import { textOf } from '../read.ts';
import { rule } from '../rule.ts';

export default rule({
  scope: 'record',
  severity: 'warning',
  title: { 'zh-TW': '他校代碼不存在', en: 'The code of another school is unknown' },
  message: {
    'zh-TW': '學校代碼「{value}」不在學校代碼表中。',
    en: 'The school code "{value}" is not in the list of schools.',
  },
  why: {
    'zh-TW': '原修課、借讀或所屬學校的代碼錯誤，資料就無法與該校核對；已停辦的學校可能不在表中。',
    en: 'With a wrong code of the former, host or home school the data cannot be compared with that school\'s; closed schools may be missing from the list.',
  },
  fix: {
    'zh-TW': '請查對該校的 6 碼學校代碼後更正，重新匯出。',
    en: 'Look the school\'s six characters up, correct them and export again.',
  },
  source: ['RULE-507', 'RULE-105', 'RULE-106'],
  certainty: 'B',
  types: ['courseWork', 'enrolment'],
  reads: ['courseSchool', 'homeSchool', 'hostSchool'],
  *check(record, context) {
    for (const field of ['courseSchool', 'homeSchool', 'hostSchool']) {
      const school = textOf(record, field);
      if (school !== undefined && !context.inList('school', school)) yield { field };
    }
  },
});
