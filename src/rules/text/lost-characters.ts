/** Subjects, units, posts and descriptions in which a character was lost. */
import { brokenCharacters, substituteCharacters } from '../../core/characters.ts';
import { rule } from '../rule.ts';
import { LABELS, PERFORMANCE_TEXTS, TEXT_TYPES, TEXTS } from '../texts.ts';

export default rule({
  scope: 'field',
  severity: 'error',
  title: { 'zh-TW': '文字有遺失的字', en: 'A character of the text was lost' },
  message: {
    'zh-TW': '第 {position} 個字是 {character}，代表原來的字可能在轉檔時遺失了（共 {count} 個）。',
    en: 'Character {position} is {character}: the real one may have been lost in a conversion ({count} in all).',
  },
  why: {
    'zh-TW': '遺失的字無法由檔案還原。確定遺失的列為錯誤；名稱裡的「?」「□」「〓」可能是替代字，列為警告。',
    en: 'What was lost cannot be restored from the file. Certain losses are errors; "?", "□" and "〓" in a name of something may stand for a lost character and are warnings.',
  },
  fix: {
    'zh-TW': '請在校務系統查看原文，改以 UTF-8（或 XLSX）重新匯出；系統內也是替代字的，請重新輸入。',
    en: 'Look the text up in the school system and export again as UTF-8 or XLSX; enter it anew where the system itself has lost it.',
  },
  source: ['RULE-614', 'RULE-422'],
  certainty: 'C',
  types: TEXT_TYPES,
  fields: TEXTS,
  also: { performance: ['name', ...PERFORMANCE_TEXTS] },
  /** In running text a question mark is a question mark; only what is certainly lost is reported there. */
  check(text, field) {
    if (typeof text !== 'string') return;
    const broken = brokenCharacters(text);
    const found = broken.length > 0 || !LABELS.includes(field) ? broken : substituteCharacters(text);
    const [first] = found;
    return first && [{ params: { position: first.position, character: first.label, count: found.length }, severity: broken.length > 0 ? 'error' : 'warning' }];
  },
});
