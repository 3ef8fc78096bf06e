/** Names with 造字, whose meaning only the school's own table gives. */
import { privateUseCharacters } from '../../core/characters.ts';
import { cp950Cell } from '../../core/private-use.ts';
import { spellings } from '../names.ts';
import { rule } from '../rule.ts';

export default rule({
  scope: 'student',
  severity: 'warning',
  title: { 'zh-TW': '姓名有造字', en: 'The name has a coined character' },
  message: {
    'zh-TW': '姓名第 {position} 個字是學校造字 {character}（造字檔內碼 {cell}），別的電腦看不到同一個字。',
    en: 'Character {position} of the name is coined: {character}, user-defined cell {cell}. Other computers will not show the same character.',
  },
  why: {
    'zh-TW': '同一個造字內碼，在不同學校可能是不同的字；沒有對照表就無法得知是哪個字。',
    en: 'The same cell holds different characters at different schools; without a table nobody knows which one is meant.',
  },
  fix: {
    'zh-TW': '請到全字庫查出這個字的 Unicode，在校務系統改用正式字元；若沒有收錄，請把字形與內碼提供給資料中心登錄對照。',
    en: 'Find the character\'s Unicode in CNS 11643 and use it in the school system; if there is none, give the glyph and the cell to the data centre for its table.',
  },
  source: ['RULE-610', 'RULE-614', 'RULE-601'],
  certainty: 'A',
  types: ['student', 'courseRecord'],
  *check(records) {
    for (const { name, field, record } of spellings(records)) {
      for (const { text, position, label } of privateUseCharacters(name)) {
        const cell = cp950Cell(text.codePointAt(0) ?? 0) ?? '-';
        yield { field, record, params: { position, character: label, cell } };
      }
    }
  },
});
