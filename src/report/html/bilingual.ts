/** Both languages in the page; the style sheet shows one of them. */
import type { Bilingual } from '../../core/problem.ts';
import type { Markup } from './markup.ts';
import { markup } from './markup.ts';

/** The text in both languages, or once where they are equal. */
export function both(text: Bilingual): Markup {
  return text['zh-TW'] === text.en
    ? markup`${text.en}`
    : markup`<span lang="zh-TW">${text['zh-TW']}</span><span lang="en">${text.en}</span>`;
}
