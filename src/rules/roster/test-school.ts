/** Data submitted under the code of a test school. */
import type { CanonicalRecord } from '../../core/record.ts';
import { firstOf, KEYED_TYPES } from '../read.ts';
import { rule } from '../rule.ts';

export default rule({
  scope: 'school',
  severity: 'error',
  title: { 'zh-TW': '使用測試學校的代碼', en: 'The code of a test school is used' },
  message: {
    'zh-TW': '學校代碼 {school} 是測試用代碼，資料不會被採用。',
    en: 'The school code {school} is for tests; the data will not be taken.',
  },
  why: {
    'zh-TW': '測試學校的資料會被中央資料庫剔除，等於沒有報送。',
    en: 'Data of test schools is dropped from the central database: nothing would have been submitted.',
  },
  fix: {
    'zh-TW': '請在校務系統設定正確的學校代碼後重新匯出。',
    en: 'Set the right school code in the school system and export again.',
  },
  source: ['RULE-420'],
  certainty: 'B',
  types: KEYED_TYPES,
  begin({ school, inList }) {
    let first: CanonicalRecord | undefined;
    return {
      student(records) {
        first = firstOf(first, records);
      },
      *end() {
        if (inList('test-school', school)) yield { record: first, params: { school } };
      },
    };
  },
});
