/** What is kept of one student and one line: every row of the newest receipt with its state, and what went before. */
import type { StudentKey } from '../../core/record.ts';
import type { State } from './states.ts';

/** A row, or the list as a whole: that there are these rows and no others. */
export interface Item {
  /** Title of its list; empty for the list as a whole. */
  readonly sheet: string;
  /** Hash of the row (see `rowHash`), or of all rows together. */
  readonly hash: string;
  readonly state: State;
  /** Import that brought it. */
  readonly version: number;
  /** How it came to be confirmed, and when (ISO date); null where it is not. */
  readonly confirmed: { readonly why: 'student' | 'silence'; readonly on: string } | null;
  /** Ids of the objections to it, oldest first. */
  readonly objections: readonly string[];
  /** Number of the first submission that may carry its correction: a receipt for that one or a later one has to show it. */
  readonly shownBy: number | null;
}

export interface Answer {
  readonly on: string;
  readonly outcome: 'right' | 'corrected';
  readonly text: string;
}

export interface Objection {
  readonly id: string;
  /** ISO dates: when it was raised, and the last day for an answer (RULE-314). */
  readonly on: string;
  readonly due: string;
  readonly text: string;
  /** Oldest first. */
  readonly answers: readonly Answer[];
  /** True while the school has to answer: raised anew where a correction was received and changed nothing. */
  readonly waiting: boolean;
}

/** Everything a student was asked on one line, and what came of it. Nothing is ever taken out of `past` or `objections`. */
export interface StudentRecord {
  /** Latest key. */
  readonly key: StudentKey;
  /** Rows in the order of the receipt, the list as a whole last. */
  readonly items: readonly Item[];
  readonly past: readonly Item[];
  readonly objections: readonly Objection[];
}

/** A row of a receipt, to be confirmed. */
export interface RowRef {
  readonly sheet: string;
  readonly hash: string;
}
