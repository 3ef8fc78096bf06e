/** A resident number of the form in use before 2021. */
import { idIsValid, idKind } from '../../core/national-id.ts';
import { KEYED_TYPES, personRecord } from '../read.ts';
import { rule } from '../rule.ts';

export default rule({
  scope: 'student',
  severity: 'info',
  title: { 'zh-TW': '仍使用舊式居留證號', en: 'A resident number of the old form is in use' },
  message: {
    'zh-TW': '「{value}」是舊式居留證號；學生可能已換發新式號碼。',
    en: '"{value}" is a resident number of the old form; the student may have been given a new one.',
  },
  why: {
    'zh-TW': '舊式號碼在既有紀錄上仍然有效，但換號後若新舊並用，同一位學生在中央資料庫會變成兩人。',
    en: 'The old number stays valid on old records, but once a student has a new one, using both makes two students of one.',
  },
  fix: {
    'zh-TW': '請向學生確認是否已換發新證；若已換發，請辦理學籍更正（異動代碼 407）後改用新號碼。尚未換發則不必處理。',
    en: 'Ask whether a new certificate has been issued; if so, report the identity correction (change code 407) and use the new number. Otherwise nothing is to be done.',
  },
  source: ['RULE-503', 'RULE-116'],
  certainty: 'T',
  types: KEYED_TYPES,
  check(records, key) {
    if (idKind(key.idNumber) !== 'arc-old' || !idIsValid(key.idNumber)) return;
    return [{ field: 'idNumber', record: personRecord(records) }];
  },
});
