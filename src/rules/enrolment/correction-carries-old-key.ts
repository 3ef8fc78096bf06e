/** Corrections of id or birth date must say what was there before. */
import { textOf } from '../read.ts';
import { rule } from '../rule.ts';

/** Change codes that correct half of the student key, and the field that keeps the old value. */
const CORRECTIONS: Readonly<Record<string, string>> = { '405': 'oldBirthDate', '407': 'oldIdNumber' };

export default rule({
  scope: 'record',
  severity: 'error',
  title: { 'zh-TW': '學籍更正缺少更正前的資料', en: 'A correction lacks the former value' },
  message: {
    'zh-TW': '異動代碼 {code}（405 更正出生日期、407 更正身分證號）沒有填更正前的資料。',
    en: 'Change code {code} (405 corrects the birth date, 407 the id number) comes without the former value.',
  },
  why: {
    'zh-TW': '中央資料庫以身分證號加出生日期辨認學生，沒有舊資料就接不上先前的紀錄。',
    en: 'The central database knows a student by id and birth date; without the former value earlier records cannot be joined.',
  },
  fix: {
    'zh-TW': '請在校務系統的異動紀錄補上更正前的身分證號或出生日期，重新匯出。',
    en: 'Add the former id or birth date to the change record in the school system and export again.',
  },
  source: ['RULE-116'],
  certainty: 'B',
  types: ['enrolment'],
  reads: ['changeCode', ...Object.values(CORRECTIONS)],
  *check(record) {
    if (record.kind !== 'statusChange') return;
    for (const [code, field] of Object.entries(CORRECTIONS)) {
      if (textOf(record, 'changeCode') === code && textOf(record, field) === undefined) yield { field, params: { code } };
    }
  },
});
