/** Which of a student's items in two lists are one item: equal, poorer or richer, or in conflict. */
import { differences, type NormalItem, sameFiles } from './normal.ts';
import { otherName, sameName } from './naming.ts';

/** `same`: nothing they both say differs. `conflict`: one item by its name, and they say different things of it. */
export type Likeness = 'same' | 'conflict';

export interface Pair {
  /** Indexes into the two lists. */
  readonly a: number;
  readonly b: number;
  readonly likeness: Likeness;
  /** Fields that differ; empty for `same`. */
  readonly fields: readonly string[];
}

/** Types whose items have no versions: each is either there or not. */
const UNVERSIONED = new Set(['enrolment', 'absence', 'consultation', 'statement', 'certification', 'selection', 'student', 'school', 'coursePlanRow', 'attachment']);

interface Judged {
  readonly fields: readonly string[];
  /** Higher pairs first; 0 for two items. */
  readonly rank: number;
}

const TWO: Judged = { fields: [], rank: 0 };

/** How much two items have in common: tells which of several works of one course is meant. */
function common(a: NormalItem, b: NormalItem): number {
  return [...a.values.keys()].filter((field) => b.values.has(field)).length - differences(a, b).length;
}

function judge(a: NormalItem, b: NormalItem): Judged {
  if (a.record.type !== b.record.type) return TWO;
  if (a.digest === b.digest) return { fields: [], rank: 5 };
  if (UNVERSIONED.has(a.record.type) || otherName(a.names, b.names)) return TWO;
  const fields = differences(a, b);
  const named = sameName(a.names, b.names);
  const files = sameFiles(a, b);
  // A performance of another kind is another item, whatever file it shows.
  if (a.record.type === 'performance' && a.record.kind !== b.record.kind) return TWO;
  if (fields.length === 0) return named || files ? { fields, rank: 4 } : TWO;
  if (named) return { fields, rank: files ? 3 : 2 };
  return files ? { fields, rank: 1 } : TWO;
}

/**
 * Pairs each item with at most one of the other list, the surest pairs first and then in order, so that the same lists
 * always give the same pairs. Items without a pair are in one list only.
 */
export function pairItems(a: readonly NormalItem[], b: readonly NormalItem[]): readonly Pair[] {
  const candidates: { a: number; b: number; judged: Judged; common: number }[] = [];
  for (const [at, left] of a.entries()) {
    for (const [other, right] of b.entries()) {
      const judged = judge(left, right);
      if (judged.rank > 0) candidates.push({ a: at, b: other, judged, common: common(left, right) });
    }
  }
  candidates.sort((x, y) => y.judged.rank - x.judged.rank || y.common - x.common || x.a - y.a || x.b - y.b);
  const [takenA, takenB] = [new Set<number>(), new Set<number>()];
  const pairs: Pair[] = [];
  for (const { a: left, b: right, judged: { fields } } of candidates) {
    if (takenA.has(left) || takenB.has(right)) continue;
    takenA.add(left);
    takenB.add(right);
    pairs.push({ a: left, b: right, likeness: fields.length === 0 ? 'same' : 'conflict', fields });
  }
  return pairs;
}
