/** How a term's receipts compare with what was submitted, and how far students have confirmed; masked throughout. */
import type { WhoseMove } from '../core/fault.ts';
import type { Bilingual, Severity } from '../core/problem.ts';
import type { RowMark } from './sheet-model.ts';

export type DifferenceType = Extract<RowMark, 'ours-only' | 'theirs-only' | 'unequal'>;

/** A kind of one batch. */
export interface ReceiptLineReport {
  readonly kind: Bilingual;
  /** Term of its rosters. */
  readonly term: string;
  /** ISO dates; null where no window is announced. */
  readonly window: { readonly from: string; readonly to: string } | null;
  readonly state: 'waiting' | 'announced' | 'open' | 'ended' | 'closed' | 'settled';
  readonly whoseMove: WhoseMove | 'none';
  /** Students by where they stand; they add up to `students`. */
  readonly students: number;
  readonly open: number;
  readonly confirmed: number;
  readonly silent: number;
  readonly objected: number;
  readonly answered: number;
  readonly corrected: number;
  readonly resubmitted: number;
  readonly pending: number;
  readonly overdue: number;
  /** Rows by outcome. */
  readonly matched: number;
  readonly missing: number;
  readonly extra: number;
  readonly changed: number;
  readonly kept: number;
}

export interface ReceiptDifference {
  readonly kind: string;
  readonly sheet: string;
  readonly type: DifferenceType;
  /** Masked id, and the code by which the office finds the student; null for somebody we do not know. */
  readonly student: string;
  readonly code: string | null;
  /** What the row is about. */
  readonly row: readonly string[];
  readonly fields: readonly { readonly field: string; readonly ours: string | null; readonly theirs: string | null }[];
  /** What happened, in a few words. */
  readonly title: Bilingual;
  readonly message: Bilingual;
  readonly why: Bilingual;
  readonly fix: Bilingual;
}

export interface ReceiptRemark {
  readonly severity: Severity;
  readonly title: Bilingual;
  readonly message: Bilingual;
  readonly fix: Bilingual;
}

export interface ReceiptReport {
  readonly school: string;
  readonly schoolName: string | null;
  /** `114-1`. */
  readonly term: string;
  readonly today: string;
  readonly version: string;
  readonly lines: readonly ReceiptLineReport[];
  readonly differences: readonly ReceiptDifference[];
  readonly remarks: readonly ReceiptRemark[];
  readonly assumptions: readonly { readonly id: string; readonly text: Bilingual; readonly asOf: string }[];
}
