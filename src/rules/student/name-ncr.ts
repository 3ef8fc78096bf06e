/** Names with a character written as a numeric reference. */
import { numericReferences } from '../../core/characters.ts';
import { spellings } from '../names.ts';
import { rule } from '../rule.ts';

export default rule({
  scope: 'student',
  severity: 'warning',
  title: { 'zh-TW': '姓名有網頁字元碼', en: 'The name has a web character reference' },
  message: {
    'zh-TW': '姓名第 {position} 個位置是網頁字元碼「{reference}」，原意應是「{decoded}」。',
    en: 'Position {position} of the name holds the reference "{reference}", which stands for "{decoded}".',
  },
  why: {
    'zh-TW': '早期網頁表單遇到不支援的難字，會存成這種代碼；直接送出，姓名會變成一串數字。',
    en: 'Old web forms stored a rare character like this; submitted as it is the name becomes a row of digits.',
  },
  fix: {
    'zh-TW': '請在校務系統把代碼換成它所代表的字，再重新匯出。',
    en: 'Replace the reference by the character in the school system and export again.',
  },
  source: ['RULE-614'],
  certainty: 'C',
  types: ['student', 'courseRecord'],
  *check(records) {
    for (const { name, field, record } of spellings(records)) {
      for (const { text, position, decoded } of numericReferences(name)) {
        yield { field, record, params: { position, reference: text, decoded: decoded ?? '-' } };
      }
    }
  },
});
