/** How alike two header texts are. */
import type { Bilingual } from '../../core/problem.ts';
import { editDistance, foldHeader } from '../../mapping/header.ts';

export interface Likeness {
  /** 0 to 1; 1 for the same text. */
  readonly score: number;
  readonly why: Bilingual;
}

/** Longer headers are compared no further than whether they are the same. */
const LONGEST = 60;
/** Below this two texts are not alike. */
const LEAST = 0.5;

/** Spellings of one word, and words around a name that add nothing to it. */
const PLAIN: readonly (readonly [RegExp, string])[] = [[/份/g, '分'], [/臺/g, '台'], [/^學生(?=.{2})/, ''], [/統一編號$|字號$/, '號'], [/^(.{2,})數$/, '$1'], [/年月日$/, '日期']];

/** What stands in brackets at a header's end. */
const REMARK = /\s*[（(【[［][^）)】\]］]*[）)】\]］]\s*$/u;

/** A header reduced to what it means: width, blanks and brackets first, then spellings. */
export function plainHeader(text: string): string {
  return PLAIN.reduce((plain, [pattern, by]) => plain.replace(pattern, by), foldHeader(text));
}

/** A header text made ready to be compared many times. */
export interface Name {
  readonly text: string;
  readonly folded: string;
  readonly plain: string;
  /** Plain, without a remark in brackets at its end. */
  readonly bare: string;
}

/** Makes names ready, each text once. */
export function names(): (text: string) => Name {
  const known = new Map<string, Name>();
  return (text) => {
    let name = known.get(text);
    if (!name) {
      const short = text.slice(0, LONGEST + 1);
      name = { text, folded: foldHeader(short), plain: plainHeader(short), bare: plainHeader(short.replace(REMARK, '')) };
      known.set(text, name);
    }
    return name;
  };
}

/** False when too few characters are the same for two texts to be near, which most pairs are. */
function mayBeNear(a: string, b: string): boolean {
  const longer = Math.max(a.length, b.length);
  if (longer < 3) return false;
  let same = 0;
  for (const character of a) if (b.includes(character)) same += 1;
  return same / longer >= 0.4;
}

/** Compares a header with a known one; null when they have nothing to do with each other. */
export function likeness(header: Name, known: Name): Likeness | null {
  const said = (score: number, zh: string, en: string): Likeness => ({ score, why: { 'zh-TW': `欄名與「${known.text}」${zh}`, en: `the header ${en} "${known.text}"` } });
  if (header.text === known.text) return said(1, '相同', 'is');
  if (header.text.length > LONGEST || known.text.length > LONGEST || header.folded === '' || known.folded === '') return null;
  if (header.folded === known.folded) return said(0.97, '只差空白、括號或全半形', 'differs only in blanks, brackets or width from');
  const [a, b] = [header.plain, known.plain];
  if (a === b) return said(0.92, '是同義的寫法', 'is another spelling of');
  if (header.bare === b) return said(0.9, '只差括號裡的說明', 'differs only in a remark in brackets from');
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length >= 2 && long.includes(short)) return said(0.35 + 0.55 * (short.length / long.length), '有共同的詞', 'shares words with');
  if (!mayBeNear(a, b)) return null;
  const near = 0.85 * (1 - editDistance(a, b) / long.length);
  return near >= LEAST ? said(near, '相差幾個字', 'differs in few characters from') : null;
}
