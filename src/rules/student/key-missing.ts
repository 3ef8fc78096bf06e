/** Rows without id number or birth date. */
import { KEYED_TYPES } from '../read.ts';
import { rule } from '../rule.ts';

export default rule({
  scope: 'record',
  severity: 'error',
  title: { 'zh-TW': '缺少身分證號或出生日期', en: 'Id number or birth date is missing' },
  message: {
    'zh-TW': '這一列沒有身分證號或出生日期，無法歸到任何學生。',
    en: 'This row has no id number or no birth date and cannot be assigned to a student.',
  },
  why: {
    'zh-TW': '名冊的每一列都以身分證號與出生日期開頭，缺一即無法報送；只有學號的匯入檔也是如此。',
    en: 'Every row of a roster starts with both; without one it cannot be submitted. That goes for files with student numbers only, too.',
  },
  fix: {
    'zh-TW': '請由校務系統改匯出含身分證號與出生日期的名冊；欄位空白的學生，請先補齊學籍資料。',
    en: 'Export the roster that carries both from the school system; where a field is blank, complete the student\'s register first.',
  },
  source: ['RULE-403'],
  certainty: 'B',
  types: KEYED_TYPES,
  check(record) {
    if (record.idNumber === undefined) return [{ field: 'idNumber' }];
    if (record.birthDate === undefined) return [{ field: 'birthDate' }];
    return;
  },
});
