/** An id typed with full-width or lower-case characters, or with blanks in it. */
import { idKind, normaliseId } from '../../core/national-id.ts';
import { KEYED_TYPES } from '../read.ts';
import { rule } from '../rule.ts';

export default rule({
  scope: 'student',
  severity: 'error',
  title: { 'zh-TW': '身分證號有全形、小寫或空白', en: 'The id number has full-width or lower-case characters or blanks' },
  message: {
    'zh-TW': '身分證號「{value}」含有全形字、小寫英文字母或空白。',
    en: 'The id number "{value}" contains full-width characters, lower-case letters or blanks.',
  },
  why: {
    'zh-TW': '中央資料庫只認半形大寫；同一個人若有兩種寫法，會被當成兩個學生。',
    en: 'The central database takes half-width capitals only; a person written in two ways becomes two students.',
  },
  fix: {
    'zh-TW': '請在校務系統把身分證號改成半形、大寫、沒有空白，再重新匯出。若匯入時已自動轉正，仍請改正來源，以免下次再出現。',
    en: 'Change the id in the school system to half-width capitals without blanks and export again. Where reading has already put it right, correct the source all the same.',
  },
  source: ['RULE-501'],
  certainty: 'T',
  types: KEYED_TYPES,
  /** A warning where reading has already put it right: what will be submitted is correct then. */
  check(records, key) {
    const differs = (text: string) => normaliseId(text) !== text && idKind(normaliseId(text)) !== null;
    if (differs(key.idNumber)) return [{ field: 'idNumber', record: records[0] }];
    const record = records.find(({ raw }) => raw?.['idNumber'] !== undefined && differs(raw['idNumber']));
    return record ? [{ field: 'idNumber', record, severity: 'warning' }] : [];
  },
});
