/** Names with characters that cannot be seen. */
import { controlCharacters } from '../../core/characters.ts';
import { nameHits } from '../names.ts';
import { rule } from '../rule.ts';

export default rule({
  scope: 'student',
  severity: 'error',
  title: { 'zh-TW': '姓名有看不見的控制字元', en: 'The name has invisible characters' },
  message: {
    'zh-TW': '姓名第 {position} 個位置有看不見的字元 {character}（共 {count} 個）。',
    en: 'Position {position} of the name holds the invisible character {character} ({count} in all).',
  },
  why: {
    'zh-TW': '這類字元多半由網頁或文件複製而來，看起來姓名相同，比對時卻不同。',
    en: 'They usually come along when copying from a page or document; two names then look alike and compare as different.',
  },
  fix: {
    'zh-TW': '請在校務系統把姓名整個刪除後重新輸入（不要貼上），再重新匯出。',
    en: 'Delete the name in the school system, type it again without pasting, and export again.',
  },
  source: ['RULE-614'],
  certainty: 'C',
  types: ['student', 'courseRecord'],
  check(records) {
    return nameHits(records, controlCharacters);
  },
});
