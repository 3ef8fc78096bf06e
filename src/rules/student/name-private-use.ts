/** Names with 造字, whose meaning only the school's own table gives. */
import { privateUseCharacters } from '../../core/characters.ts';
import { coinedNote } from '../coined.ts';
import { spellings } from '../names.ts';
import { rule } from '../rule.ts';

export default rule({
  scope: 'student',
  severity: 'warning',
  title: { 'zh-TW': '姓名有造字', en: 'The name has a coined character' },
  message: {
    'zh-TW': '姓名第 {position} 個字是學校造字 {character}（造字檔內碼 {cell}；本校對照：{meaning}），別的電腦看不到同一個字。',
    en: 'Character {position} of the name is coined: {character}, user-defined cell {cell}, in the school\'s table: {meaning}. Other computers will not show the same character.',
  },
  why: {
    'zh-TW': '同一個造字內碼，在不同學校可能是不同的字；沒有對照就無法得知是哪個字。學校已登錄對照的字只作說明，資料仍保留原來的造字。',
    en: 'The same cell holds different characters at different schools; without the school\'s table nobody knows which one is meant. A character the table knows is only noted, and the data keeps it as it is.',
  },
  fix: {
    'zh-TW': '請到全字庫查出這個字的 Unicode，在校務系統改用正式字元；若學校仍要使用造字，請把內碼、字形與查得的字提供給資料中心，由資料中心以 licheng codes coined map 登錄對照。已有對照的字不必處理。',
    en: 'Find the character\'s Unicode in CNS 11643 and use it in the school system; if the school keeps the coined one, give cell, picture and what you found to the data centre, which records it with licheng codes coined map. Nothing need be done for a character that is in the table.',
  },
  source: ['RULE-610', 'RULE-614', 'RULE-601'],
  certainty: 'A',
  types: ['student', 'courseRecord'],
  *check(records, _key, context) {
    for (const { name, field, record } of spellings(records)) {
      for (const { text, position, label } of privateUseCharacters(name)) {
        const { cell, meaning, known } = coinedNote(text, context);
        yield { field, record, params: { position, character: label, cell, meaning }, severity: known ? 'info' : 'warning' };
      }
    }
  },
});
