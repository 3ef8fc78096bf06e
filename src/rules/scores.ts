/** What the rules about scores share: which pass column belongs to which score, and the pass marks. */
import type { CanonicalRecord } from '../core/record.ts';
import { numberOf, numberParam, numbersParam } from './read.ts';

/** Each score field with its pass field. */
export const SCORE_PAIRS = [
  ['score', 'passed'],
  ['reexamScore', 'reexamPassed'],
  ['reexam2Score', 'reexam2Passed'],
  ['yearScore', 'yearPassed'],
  ['studiedAgainScore', 'studiedAgainPassed'],
] as const;

/** The general pass mark; parameter `mark`. */
export const PASS_MARK = 60;

/** The lowest pass mark any student may have, by grade; parameter `lowest`. Rosters do not carry the mark itself. */
export const LOWEST_MARKS: readonly number[] = [40, 40, 50];

/** The pass marks that may hold for a record: the general one, and the lowest of its grade. */
export function passMarks(record: CanonicalRecord, params: Readonly<Record<string, unknown>>): { mark: number; lowest: number } {
  const mark = numberParam(params, 'mark');
  const lowest = numbersParam(params, 'lowest');
  return { mark, lowest: lowest[(numberOf(record, 'grade') ?? 0) - 1] ?? Math.min(mark, ...lowest) };
}
