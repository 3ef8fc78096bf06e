/** Where a finding is in the school's own file, with everything personal masked. */
import type { Finding } from '../core/finding.ts';
import { mask, maskId } from '../core/mask.ts';
import type { Params } from '../core/problem.ts';
import type { CanonicalRecord } from '../core/record.ts';
import type { Hit } from './rule.ts';
import type { Locate, Located } from './types.ts';

/** A finding without what the rule says about it. */
export type Place = Omit<Finding, 'rule' | 'severity' | 'params'>;

/** What stands in the cell of a field, unmasked; null for an absent one. */
export function textAt(located: Located, record: CanonicalRecord, field: string | undefined): string | null {
  const own = field === undefined ? undefined : record[field];
  // Null is the roster's explicit "-1"; an absent field has no text.
  return located.value ?? (own === undefined ? null : own === null ? '-1' : String(own));
}

/** Where a hit is and what stands there, masked by the field's privacy; all null for a hit about no record. */
export function placeOf(located: Located | null, hit: Hit, record: CanonicalRecord | undefined): Place {
  if (!record || !located) return { file: null, sheet: null, row: null, column: null, value: null, student: null, record: null };
  const value = textAt(located, record, hit.field);
  return {
    file: located.file,
    sheet: located.sheet,
    row: record.source.row,
    column: located.column,
    ...(hit.field === undefined ? {} : { field: hit.field }),
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
