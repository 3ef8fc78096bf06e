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

/** States in which the school has to act. */
export const COMPARISON_OPEN: readonly ComparisonState[] = ['overdue', 'differences', 'changed'];
