/**
 * What a cell looks like, without saying what it holds: a thousand wrong cells of one shape have one cause. A shape is
 * no personal data, so it may be counted and shown.
 */
import type { Bilingual } from './problem.ts';

interface Shape {
  readonly matches: RegExp;
  /** Completes "1,498 of 1,500 cells are …" and 「1,500 格中有 1,498 格是…」. */
  readonly words: Bilingual;
  /**
   * True where only a setting or a program makes such cells: some dozens of them have one cause, however many other
   * cells of the column are right.
   */
  readonly telling: boolean;
}

/** Half-width digits of a month and a day. */
const DAY = '(?:1[0-2]|0?[1-9])([-/.])(?:3[01]|[12]\\d|0?[1-9])';
const DAY_DIGITS = '(?:1[0-2]|0[1-9])(?:3[01]|[12]\\d|0[1-9])';
const TIME = '(?:[ T]+(?:上午|下午)? ?\\d{1,2}:\\d{2}(?::\\d{2})?)?';

/** The first that matches is it; the order matters. */
export const VALUE_SHAPES = {
  blank: { matches: /^\s*$/, telling: false, words: { 'zh-TW': '空白', en: 'blank' } },
  'minus-one': { matches: /^\s*-1\s*$/, telling: false, words: { 'zh-TW': '-1', en: '-1' } },
  'gregorian-date': { matches: new RegExp(`^\\s*(?:19|20)\\d\\d([-/.])(?:1[0-2]|0?[1-9])\\1(?:3[01]|[12]\\d|0?[1-9])${TIME}\\s*$`), telling: true, words: { 'zh-TW': '西元日期', en: 'dates in the Gregorian calendar' } },
  'gregorian-digits': { matches: new RegExp(`^\\s*(?:19|20)\\d\\d${DAY_DIGITS}\\s*$`), telling: true, words: { 'zh-TW': '西元年 8 碼', en: 'Gregorian dates of eight digits' } },
  'roc-date': { matches: new RegExp(`^\\s*(?:民國)?\\s*[01]?\\d\\d[-/.年]\\s*${DAY.replace('([-/.])', '[-/.月]\\s*')}(?:日|)${TIME}\\s*$`), telling: true, words: { 'zh-TW': '帶分隔符號的民國日期', en: 'ROC dates with separators' } },
  'roc-digits': { matches: new RegExp(`^\\s*[01]\\d\\d${DAY_DIGITS}\\s*$`), telling: false, words: { 'zh-TW': '民國年 7 碼', en: 'ROC dates of seven digits' } },
  scientific: { matches: /^\s*\d(?:\.\d+)?e\+?\d+\s*$/i, telling: true, words: { 'zh-TW': '被試算表改成科學記號的長數字', en: 'long numbers that a spreadsheet turned into scientific notation' } },
  'full-width': { matches: /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/, telling: true, words: { 'zh-TW': '全形英數字', en: 'full-width letters or digits' } },
  'trailing-zero': { matches: /^\s*-?\d+\.0+\s*$/, telling: true, words: { 'zh-TW': '多了「.0」的整數', en: 'whole numbers with a ".0" added' } },
  quoted: { matches: /^\s*['"=].*\d/, telling: true, words: { 'zh-TW': '多了引號或等號', en: 'texts with a quote or an equals sign in front' } },
  'lower-case': { matches: /^\s*[a-z][a-z0-9]+\s*$/, telling: true, words: { 'zh-TW': '小寫英文', en: 'written in lower case' } },
  'lost-characters': { matches: /[?\uff1f\ufffd]{2,}|\ufffd/, telling: true, words: { 'zh-TW': '變成問號或亂碼的文字', en: 'texts whose characters were lost' } },
} as const satisfies Readonly<Record<string, Shape>>;

export type ValueShape = keyof typeof VALUE_SHAPES;

/** Longer texts are no codes, numbers or dates. */
const LONGEST = 60;

/** Null for a text that looks like nothing in particular. Time is bounded by the length looked at. */
export function valueShape(text: string): ValueShape | null {
  const looked = text.slice(0, LONGEST);
  for (const name in VALUE_SHAPES) if (VALUE_SHAPES[name as ValueShape].matches.test(looked)) return name as ValueShape;
  return null;
}
