/** An id of the right form whose check digit does not fit. */
import { idIsValid, idKind, normaliseId } from '../../core/national-id.ts';
import { KEYED_TYPES, personRecord } from '../read.ts';
import { rule } from '../rule.ts';

export default rule({
  scope: 'student',
  severity: 'error',
  title: { 'zh-TW': '身分證號檢查碼不符', en: 'The check digit of the id number is wrong' },
  message: {
    'zh-TW': '身分證號「{value}」的檢查碼算出來不符，至少有一碼打錯。',
    en: 'The check digit of the id number "{value}" does not fit: at least one character is mistyped.',
  },
  why: {
    'zh-TW': '號碼打錯，成績會記到別人名下，或在中央資料庫另成一位查無此人的學生。檢查碼相符也不代表號碼正確（例如末兩碼對調就查不出來），仍要核對證件。',
    en: 'With a wrong number the marks go to somebody else or to a person who does not exist. A fitting check digit is no proof either: swapping the last two digits goes unseen.',
  },
  fix: {
    'zh-TW': '請核對學生證件，在校務系統更正身分證號後重新匯出；已報送過的學生，請一併辦理學籍更正（異動代碼 407）。',
    en: 'Check the student\'s document, correct the id in the school system and export again; for a student submitted before, report the identity correction (change code 407) too.',
  },
  source: ['RULE-501', 'RULE-502', 'RULE-503', 'RULE-504'],
  certainty: 'T',
  types: KEYED_TYPES,
  check(records, key) {
    const id = normaliseId(key.idNumber);
    if (idKind(id) === null || idIsValid(id)) return;
    return [{ field: 'idNumber', record: personRecord(records) }];
  },
});
