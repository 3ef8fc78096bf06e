/** Clues are expressions written by others and run over headers of strangers: none may take for ever. */
import { runInNewContext } from 'node:vm';
import type { Bilingual } from '../../../core/problem.ts';
import type { Clue } from '../../sdk.ts';
import { both } from '../check.ts';

/** A header this long is let in by the readers; an expression that needs more than the limit for it is refused. */
const LENGTH = 5_000;
const LIMIT_MS = 1_000;
/** Letters of most headers, besides those of the expression itself. */
const COMMON = ['a', '0', '學', ' ', '('];

function endless(pattern: string): boolean {
  const letters = new Set([...COMMON, ...pattern.replace(/\\./gu, '')].slice(0, 60));
  const texts = [...letters].map((letter) => `${letter.repeat(LENGTH)}\u0000`);
  try {
    runInNewContext('const expression = new RegExp(pattern, "u"); texts.some((text) => expression.test(text))', { pattern, texts }, { timeout: LIMIT_MS });
    return false;
  } catch {
    return true;
  }
}

/** One complaint for each clue that is not done with a long header in time. */
export function endlessClues(clues: readonly Clue[]): readonly Bilingual[] {
  return clues.filter(({ pattern }) => endless(pattern)).map(({ pattern }) => both(
    `線索「${pattern}」遇到很長的欄名會跑不完，請改寫（避免巢狀的 + 與 *）。`,
    `The clue ${pattern} does not come to an end on a long header; rewrite it without nested + and *.`,
  ));
}
