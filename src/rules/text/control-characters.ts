/** Subjects, units, posts and descriptions with characters that cannot be seen. */
import { controlCharacters } from '../../core/characters.ts';
import { rule } from '../rule.ts';
import { FREE_TEXTS, PERFORMANCE_TEXTS, TEXT_TYPES, TEXTS } from '../texts.ts';

export default rule({
  scope: 'field',
  severity: 'warning',
  title: { 'zh-TW': '文字有看不見的控制字元', en: 'The text has invisible characters' },
  message: {
    'zh-TW': '第 {position} 個位置有看不見的字元 {character}（共 {count} 個）。',
    en: 'Position {position} holds the invisible character {character} ({count} in all).',
  },
  why: {
    'zh-TW': '控制字元會使比對不符，也可能讓接收端讀檔失敗。描述文字中的換行可以接受。',
    en: 'Control characters make comparisons fail and may stop the receiver from reading the file. Line breaks in descriptions are accepted.',
  },
  fix: {
    'zh-TW': '請在校務系統重新輸入這段文字（不要由網頁或文件貼上），再重新匯出。',
    en: 'Type the text again in the school system without pasting and export again.',
  },
  source: ['RULE-422', 'RULE-614'],
  certainty: 'C',
  types: TEXT_TYPES,
  fields: TEXTS,
  also: { performance: ['name', ...PERFORMANCE_TEXTS] },
  check(text, field) {
    if (typeof text !== 'string') return;
    const found = controlCharacters(text).filter((character) => !(FREE_TEXTS.includes(field) && '\n\r\t'.includes(character.text)));
    const [first] = found;
    return first && [{ params: { position: first.position, character: first.label, count: found.length } }];
  },
});
