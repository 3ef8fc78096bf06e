/** Names in which a character is spelt out by its parts. */
import { descriptionCharacters } from '../../core/characters.ts';
import { nameHits } from '../names.ts';
import { rule } from '../rule.ts';

export default rule({
  scope: 'student',
  severity: 'warning',
  title: { 'zh-TW': '姓名有組字符號', en: 'The name spells a character out by its parts' },
  message: {
    'zh-TW': '姓名第 {position} 個字是組字符號 {character}，後面的字是用來拼出一個難字的部件。',
    en: 'Character {position} of the name is {character}, an ideographic description: the following characters are parts of one.',
  },
  why: {
    'zh-TW': '組字式不是姓名的一部分，中央資料庫會照字面存下來。這是資料品質檢查，不是教育部公告的規定。',
    en: 'The description is not part of the name but would be stored as such. A data quality check, not a published requirement.',
  },
  fix: {
    'zh-TW': '請到全字庫查出這個字的 Unicode，在校務系統改用正式字元。',
    en: 'Find the character\'s Unicode in CNS 11643 and use it in the school system.',
  },
  source: ['RULE-613', 'RULE-614'],
  certainty: 'D',
  types: ['student', 'courseRecord'],
  check(records) {
    return nameHits(records, descriptionCharacters);
  },
});
