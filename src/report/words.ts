/** Putting words, numbers and dates together in both languages at once. */
import type { Bilingual } from '../core/problem.ts';
import type { Lang } from '../core/text.ts';
import { fill } from '../core/text.ts';

/** `1498` → `1,498`, the same in both languages. */
export function grouped(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** A share 0–1 as a whole percentage; never rounded up to a threshold it did not reach. */
export function percent(share: number): string {
  return `${Math.floor(share * 100 + 1e-9)}%`;
}

/** The template in both languages; parameters may themselves be bilingual. */
export function say(template: Bilingual, params: Readonly<Record<string, string | number | Bilingual>> = {}): Bilingual {
  const inLang = (lang: Lang): string => fill(template[lang], Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, typeof value === 'number' ? grouped(value) : typeof value === 'string' ? value : value[lang]]),
  ));
  return { 'zh-TW': inLang('zh-TW'), en: inLang('en') };
}

/** Several texts in one sentence, with the separator each language uses. */
export function list(texts: readonly Bilingual[]): Bilingual {
  return { 'zh-TW': texts.map((text) => text['zh-TW']).join('、'), en: texts.map((text) => text.en).join(', ') };
}

/** Text that is the same in both languages: a name, a file, a code. */
export function same(text: string): Bilingual {
  return { 'zh-TW': text, en: text };
}

const UNITS = {
  finding: { 'zh-TW': '筆', en: ['finding', 'findings'] },
  kind: { 'zh-TW': '種', en: ['kind', 'kinds'] },
  row: { 'zh-TW': '列', en: ['row', 'rows'] },
  record: { 'zh-TW': '筆', en: ['record', 'records'] },
  student: { 'zh-TW': '名學生', en: ['student', 'students'] },
  school: { 'zh-TW': '所學校', en: ['school', 'schools'] },
  file: { 'zh-TW': '個檔案', en: ['file', 'files'] },
} as const satisfies Record<string, { 'zh-TW': string; en: readonly [string, string] }>;

/** `12 筆`, `12 findings`. */
export function count(value: number, unit: keyof typeof UNITS): Bilingual {
  const words = UNITS[unit];
  return { 'zh-TW': `${grouped(value)} ${words['zh-TW']}`, en: `${grouped(value)} ${value === 1 ? words.en[0] : words.en[1]}` };
}
