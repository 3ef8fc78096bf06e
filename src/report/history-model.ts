/** How the findings of a term went from check to check. */

/** What one check came to. */
export interface CheckPoint {
  /** 1 for the term's first. */
  readonly number: number;
  /** ISO date the check was made for. */
  readonly today: string;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
}

/** Findings of one rule that came, and that went, since the check before. */
export interface RuleChange {
  readonly rule: string;
  readonly came: number;
  readonly went: number;
}

export interface CheckChanges {
  /** The check before. */
  readonly since: CheckPoint;
  /** Rules with changes only. */
  readonly rules: readonly RuleChange[];
}
