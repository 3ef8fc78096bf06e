/** What a receipt says, as it says it: nothing here is converted yet. */
import type { Problem } from '../core/problem.ts';
import type { Batch, ReceiptKind } from './kinds.ts';

/** One row: whatever keys the central database gives it, in their order. */
export type ReceiptRow = Readonly<Record<string, unknown>>;

export interface ReceiptStudent {
  /** As written. */
  readonly idNumber: string;
  /** As written; empty in per-student files that do not say it. */
  readonly birthDate: string;
  /** Rows by the title of their list, trimmed; unknown titles too. */
  readonly sheets: ReadonlyMap<string, readonly ReceiptRow[]>;
}

/** A roster the receipt answers to (名冊資訊). */
export interface NamedRoster {
  readonly name: string;
  /** Lower-case hex as the receipt has it, of whatever length; empty where it has none. */
  readonly sha: string;
}

/** What a receipt says of where it belongs; empty where it says nothing. */
export interface Claims {
  readonly schools: readonly string[];
  /** `114-1`; a school year alone is `114`. */
  readonly terms: readonly string[];
}

/** One JSON file of a receipt. */
export interface ReceiptFile {
  readonly name: string;
  /** Of the file's bytes, lower-case hex. */
  readonly sha256: string;
  readonly kind: ReceiptKind;
  /** The one its name speaks of. */
  readonly batch: Batch;
  readonly rosters: readonly NamedRoster[];
  readonly students: readonly ReceiptStudent[];
  readonly claims: Claims;
  readonly remarks: readonly Problem[];
}
