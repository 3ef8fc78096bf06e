/** Names with digits, symbols or scripts that do not belong there. */
import { unexpectedInName } from '../../core/characters.ts';
import { nameHits } from '../names.ts';
import { rule } from '../rule.ts';

export default rule({
  scope: 'student',
  severity: 'warning',
  title: { 'zh-TW': '姓名有不尋常的字元', en: 'The name has an unusual character' },
  message: {
    'zh-TW': '姓名第 {position} 個字是 {character}，不是漢字、拉丁字母、間隔號或空白（共 {count} 個）。',
    en: 'Character {position} of the name is {character}, neither an ideograph nor a Latin letter, middle dot or blank ({count} in all).',
  },
  why: {
    'zh-TW': '數字、符號多半是註記（例如同名編號）或打字錯誤，會被當成姓名的一部分。允許的字元範圍是參考值，不是教育部公告的規定。',
    en: 'Digits and symbols are mostly remarks or slips and would become part of the name. The range of characters is our own choice, not a published requirement.',
  },
  fix: {
    'zh-TW': '請依戶籍姓名更正；註記請寫在其他欄位。確認無誤則可不處理。',
    en: 'Correct it to the registered name and put remarks elsewhere; if the name is right, leave it.',
  },
  source: ['RULE-613'],
  certainty: 'D',
  types: ['student', 'courseRecord'],
  check(records) {
    return nameHits(records, unexpectedInName);
  },
});
