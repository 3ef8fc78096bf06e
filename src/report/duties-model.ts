/** Where a school stands in what it must be able to show: the 預檢 (RULE-309) and the 課程代碼比對 (RULE-308) of a term. */

/**
 * `no-plan`: nothing to compare with was taken in; `never`: not compared yet, and not late; `overdue`: not compared four
 * weeks after the school's first day; `changed`: the plan is another one than was compared.
 */
export const COMPARISON_STATES = ['overdue', 'differences', 'changed', 'never', 'no-plan', 'clean'] as const;

export type ComparisonState = (typeof COMPARISON_STATES)[number];

export interface ComparisonDuty {
  readonly term: string;
  readonly state: ComparisonState;
  /** ISO dates: when the first was due (null where no calendar says when school began), when it was made, and the last one. */
  readonly due: string | null;
  readonly first: string | null;
  readonly last: string | null;
  readonly differences: number;
}

/** `changed`: data came in since the last check. */
export const PRECHECK_STATES = ['errors', 'changed', 'never', 'clean'] as const;

export type PrecheckState = (typeof PRECHECK_STATES)[number];

export interface PrecheckDuty {
  readonly term: string;
  readonly state: PrecheckState;
  /** ISO date of the last check, and how many errors it found: those of the central database that stand included. */
  readonly on: string | null;
  readonly errors: number;
  /** ISO dates, both inclusive; null where no calendar says them. */
  readonly window: { readonly from: string; readonly to: string } | null;
}

/** What a school must be able to show of a term (items 5 and 7 of the letter). */
export interface Duties {
  readonly precheck: PrecheckDuty;
  readonly comparison: ComparisonDuty;
}

/** States of the comparison in which the school has to act. */
export const COMPARISON_OPEN: readonly ComparisonState[] = ['overdue', 'differences', 'changed'];
