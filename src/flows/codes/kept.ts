/**
 * Comparisons as they are kept on a shelf of the school: the last one of each term whole, and of every earlier one what it
 * came to, because a school has to show when it first compared and when it was clean.
 */
import type { ComparisonResult } from '../../report/comparison-model.ts';
import type { SchoolStore, ShelfChange } from '../../store/port.ts';

export interface KeptComparison {
  /** Hash of everything it was made from. */
  readonly key: string;
  /** Hash of the plan alone: a plan that changed asks for another comparison (RULE-308). */
  readonly planKey: string;
  /** ISO date it was made for, and ISO time it ran. */
  readonly today: string;
  readonly ranAt: string;
  /** ISO date by which the first was due, as its pages say it. */
  readonly due: string | null;
  /** ISO date of the term's first comparison. */
  readonly first: string;
  /** 1 for the term's first. */
  readonly number: number;
  readonly result: ComparisonResult;
}

/** What one comparison of the past came to. */
export type PastComparison = Omit<KeptComparison, 'key' | 'result' | 'first' | 'due'> & { readonly summary: ComparisonResult['summary'] };

const SHELF = 'code-comparison';
const lastKey = (term: string): string => `${term} last`;
const pastKey = (term: string, number: number): string => `${term} run ${String(number).padStart(6, '0')}`;

/** Null before the term's first. */
export function lastComparison(store: SchoolStore, term: string): KeptComparison | null {
  return store.shelf(SHELF).get(lastKey(term)) as KeptComparison | null;
}

/** How many comparisons a term has had; cheap, since nothing that was kept is opened. */
export function comparisonCount(store: SchoolStore, term: string): number {
  return store.shelf(SHELF).keys(`${term} run `).length;
}

/** Oldest first. */
export function pastComparisons(store: SchoolStore, term: string): PastComparison[] {
  return [...store.shelf(SHELF).entries(`${term} run `)].map(([, value]) => value as PastComparison);
}

/** What keeping a comparison changes, to be shelved in one transaction. */
export function keepComparison(term: string, kept: KeptComparison): ShelfChange[] {
  const { number, planKey, today, ranAt, result: { summary } } = kept;
  return [
    { shelf: SHELF, key: lastKey(term), value: kept },
    { shelf: SHELF, key: pastKey(term, number), value: { number, planKey, today, ranAt, summary } satisfies PastComparison },
  ];
}
