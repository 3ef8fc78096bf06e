/** Of several scores in one course, the one that is reported again. */
import type { CanonicalRecord } from '../../../core/record.ts';
import { isCredited } from '../items/naming.ts';
import type { MergedItem } from '../items/merge.ts';

/** A score, and where it belongs; null for one that is not reported. */
interface Score {
  readonly merged: MergedItem;
  readonly record: CanonicalRecord | null;
}

/** Of several attempts at one course, the one that counts is carried over: a passed one, else the last. */
const ATTEMPTS = ['transfer', 'nightTransfer', 'regular', 'nightRegular', 'makeup', 'nightReexam', 'retake', 'repeat'];

/** The course and term of a score, whoever reports it; each score alone where nothing names its course. */
function courseOf({ merged: { item } }: Score, at: number): string {
  const { values, record } = item;
  return JSON.stringify([values.get('year') ?? null, values.get('part') ?? null, record['courseCode'] ?? record['subjectName'] ?? at]);
}

/** Attempts that another one stands for; what a school between credited of a score says nothing beside that score. */
function superseded<T extends Score>(attempts: readonly T[]): readonly T[] {
  const scoreOf = ({ merged: { item: { record } } }: Score): CanonicalRecord => record;
  const hasScore = attempts.some((one) => !isCredited(scoreOf(one)));
  const worth = (one: Score): number => (scoreOf(one)['passed'] === true || scoreOf(one)['reexamPassed'] === true ? 100 : 0) + ATTEMPTS.indexOf(scoreOf(one).kind ?? '');
  const carried = attempts.filter((one) => one.record !== null && !(hasScore && isCredited(scoreOf(one)))).sort((a, b) => worth(b) - worth(a));
  return attempts.filter((one) => one.record !== null && one !== carried[0]);
}

/** Scores that are not reported because another one of the same course is, or was. */
export function passedOver<T extends Score>(scores: readonly T[]): ReadonlySet<T> {
  return new Set([...Map.groupBy(scores, courseOf).values()].flatMap((attempts) => superseded(attempts)));
}
