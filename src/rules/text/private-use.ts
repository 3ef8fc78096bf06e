/** Subjects, units, posts and descriptions with 造字. */
import { privateUseCharacters } from '../../core/characters.ts';
import { coinedNote } from '../coined.ts';
import { rule } from '../rule.ts';
import { PERFORMANCE_TEXTS, TEXT_TYPES, TEXTS } from '../texts.ts';

export default rule({
  scope: 'field',
  severity: 'warning',
  title: { 'zh-TW': '文字有造字', en: 'The text has a coined character' },
  message: {
    'zh-TW': '第 {position} 個字是學校造字 {character}（造字檔內碼 {cell}；本校對照：{meaning}），共 {count} 個，別的電腦看不到同一個字。',
    en: 'Character {position} is coined: {character}, user-defined cell {cell}, in the school\'s table: {meaning}; {count} in all. Other computers will not show the same character.',
  },
  why: {
    'zh-TW': '同一個造字內碼，在不同學校可能是不同的字；沒有對照就無法得知是哪個字。全部都有對照時只作說明。',
    en: 'The same cell holds different characters at different schools; without the school\'s table nobody knows which one is meant. Where the table knows them all it is only noted.',
  },
  fix: {
    'zh-TW': '請到全字庫查出這個字的 Unicode，在校務系統改用正式字元後重新匯出；仍要使用造字時，請由資料中心以 licheng codes coined map 登錄對照。',
    en: 'Find the character\'s Unicode in CNS 11643, use it in the school system and export again; a coined character that is kept is recorded by the data centre with licheng codes coined map.',
  },
  source: ['RULE-610', 'RULE-422'],
  certainty: 'A',
  types: TEXT_TYPES,
  fields: TEXTS,
  also: { performance: ['name', ...PERFORMANCE_TEXTS] },
  check(text, _field, context) {
    if (typeof text !== 'string') return;
    const found = privateUseCharacters(text).map((one) => ({ ...one, ...coinedNote(one.text, context) }));
    // One that nobody knows is what has to be seen to.
    const shown = found.find(({ known }) => !known) ?? found[0];
    if (!shown) return;
    const { position, label, cell, meaning, known } = shown;
    return [{ params: { position, character: label, cell, meaning, count: found.length }, severity: known ? 'info' : 'warning' }];
  },
});
