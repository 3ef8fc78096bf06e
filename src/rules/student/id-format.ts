/** An id that is neither a national id nor a resident number of either form. */
import { idKind, normaliseId } from '../../core/national-id.ts';
import { KEYED_TYPES, personRecord } from '../read.ts';
import { rule } from '../rule.ts';

export default rule({
  scope: 'student',
  severity: 'error',
  title: { 'zh-TW': '身分證號格式不正確', en: 'The id number has no known form' },
  message: {
    'zh-TW': '身分證號「{value}」不是身分證、新式或舊式居留證號碼的格式。',
    en: 'The id number "{value}" is neither a national id nor a resident number, new or old.',
  },
  why: {
    'zh-TW': '身分證號加出生日期是中央資料庫辨認學生的唯一依據，格式不對就無法對應到人。',
    en: 'Id number and birth date together are how the central database knows a student; an id of another form belongs to nobody.',
  },
  fix: {
    'zh-TW': '請對照學生的身分證或居留證，在校務系統的學籍資料更正後重新匯出；護照號碼等其他證號不能使用。',
    en: 'Compare with the student\'s identity card or resident certificate, correct it in the school system and export again; a passport number cannot be used.',
  },
  source: ['RULE-501', 'RULE-502', 'RULE-503'],
  certainty: 'T',
  types: KEYED_TYPES,
  check(records, key) {
    if (idKind(normaliseId(key.idNumber)) !== null) return;
    return [{ field: 'idNumber', record: personRecord(records) }];
  },
});
