/** Where a finding is in the school's own file, with everything personal masked. */
import type { Finding } from '../core/finding.ts';
import { mask, maskId } from '../core/mask.ts';
import type { Params } from '../core/problem.ts';
import type { CanonicalRecord } from '../core/record.ts';
import type { Hit } from './rule.ts';
import type { Locate } from './types.ts';

/** A finding without what the rule says about it. */
export type Place = Omit<Finding, 'rule' | 'severity' | 'params'>;

/** Where a hit is and what stands there, masked by the field's privacy; all null for a hit about no record. */
export function placeOf(locate: Locate, hit: Hit, record: CanonicalRecord | undefined): Place {
  if (!record) return { file: null, sheet: null, row: null, column: null, value: null, student: null, record: null };
  const located = locate(record, hit.field);
  const own = hit.field === undefined ? undefined : record[hit.field];
  // Null is the roster's explicit "-1"; an absent field has no text.
  const value = located.value ?? (own === undefined ? null : own === null ? '-1' : String(own));
  return {
    file: located.file,
    sheet: located.sheet,
    row: record.source.row,
    column: located.column,
    value: value === null ? null : mask(located.privacy, value),
    student: record.idNumber === undefined ? null : maskId(record.idNumber),
    record: `${record.source.input}:${record.source.table}:${record.source.row}`,
  };
}

/** Place of the second record a finding points to, as message parameters. */
export function otherParams(locate: Locate, other: CanonicalRecord | undefined): Params {
  if (!other) return {};
  return { otherSheet: locate(other, undefined).sheet ?? '', otherRow: other.source.row };
}

/** A rule that put the student's id into a text by mistake must not leak it. */
export function maskedParams(params: Params, record: CanonicalRecord | undefined): Params {
  const id = record?.idNumber;
  if (id === undefined || id === '') return params;
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, typeof value === 'string' ? value.replaceAll(id, maskId(id)) : value]),
  );
}
