/** A correction whose former value is the present one. */
import { textOf } from '../read.ts';
import { rule } from '../rule.ts';

export default rule({
  scope: 'record',
  severity: 'warning',
  title: { 'zh-TW': '學籍更正前後相同', en: 'A correction changes nothing' },
  message: {
    'zh-TW': '異動代碼 {code} 的更正前資料與更正後相同。',
    en: 'With change code {code} the former value is the same as the present one.',
  },
  why: {
    'zh-TW': '更正生日（405）或身分證號（407）時，中央資料庫靠新舊兩組資料把先前的紀錄接起來；前後相同，多半是更正前資料填成了新的。',
    en: 'With a corrected birth date (405) or id (407) the central database joins earlier records by the old and the new value; when both are the same, the new one was mostly entered as the old one.',
  },
  fix: {
    'zh-TW': '請在校務系統的異動紀錄填入更正前的身分證號或出生日期，重新匯出。',
    en: 'Enter the former id or birth date in the change record in the school system and export again.',
  },
  source: ['RULE-116'],
  certainty: 'B',
  types: ['enrolment'],
  check(record) {
    const code = record.kind === 'statusChange' ? textOf(record, 'changeCode') : undefined;
    const same = (former: string, present: string): boolean => textOf(record, former) !== undefined && textOf(record, former) === textOf(record, present);
    if (code === '405' && same('oldBirthDate', 'birthDate')) return [{ field: 'oldBirthDate', params: { code } }];
    if (code === '407' && same('oldIdNumber', 'idNumber')) return [{ field: 'oldIdNumber', params: { code } }];
    return;
  },
});
