/** The last look at a record before it leaves the mapping: does it keep to its schema? */
import type { Problem } from '../core/problem.ts';
import type { CanonicalRecord } from '../core/record.ts';
import type { Binding } from './bind.ts';

/**
 * Looking at every field of every record again is most of the work when a million rows say the same few thousand
 * things, so the question comes in two halves that can be remembered: does a value fit its field, and may a record
 * have these fields. Records of the same fields whose values all fit are right together.
 */
export interface RecordCheck {
  /** True when the value fits the field whatever else the record holds; false when only the whole record can tell. */
  fits(field: string, value: unknown): boolean;
  /** What is wrong with the whole record, or null. */
  problem(record: CanonicalRecord, binding: Pick<Binding, 'columns'>): Problem | null;
}

export const NO_CHECK: RecordCheck = { fits: () => true, problem: () => null };
