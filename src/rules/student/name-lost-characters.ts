/** Names in which a character was lost on the way. */
import { brokenCharacters, substituteCharacters } from '../../core/characters.ts';
import { nameHits } from '../names.ts';
import { rule } from '../rule.ts';

export default rule({
  scope: 'student',
  severity: 'error',
  title: { 'zh-TW': '姓名有遺失的字', en: 'A character of the name was lost' },
  message: {
    'zh-TW': '姓名第 {position} 個字是「{character}」，代表原來的字在轉檔時遺失了（共 {count} 個）。',
    en: 'Character {position} of the name is {character}: the real one was lost in a conversion ({count} in all).',
  },
  why: {
    'zh-TW': '難字在不支援的編碼下會變成問號或方框；送出後學生的姓名就是錯的，而且無法由檔案還原。',
    en: 'A rare character turns into a question mark or box in an encoding that lacks it; submitted like this the name is wrong and cannot be restored from the file.',
  },
  fix: {
    'zh-TW': '請在校務系統查看這位學生的正確姓名，改以 UTF-8（或 XLSX）重新匯出；若系統內也是問號，請依戶籍資料重新輸入。',
    en: 'Look the name up in the school system and export again as UTF-8 or XLSX; if the system itself shows a question mark, enter the name anew.',
  },
  source: ['RULE-614'],
  certainty: 'C',
  types: ['student', 'courseRecord'],
  check(records) {
    return nameHits(records, (name) => [...brokenCharacters(name), ...substituteCharacters(name)]);
  },
});
