/** What certifications and selections say of an item: they name it by its course or its links. */
import type { CanonicalRecord } from '../record.ts';
import { isOfficial } from './content.ts';

/** A text field; null when absent or no text. */
export const textOf = (record: CanonicalRecord | undefined, field: string): string | null => (typeof record?.[field] === 'string' ? record[field] : null);

/** What a certification or a selection says of the item it means: nothing it says may be another. */
function means(evidence: CanonicalRecord, item: CanonicalRecord): boolean {
  const pairs: readonly (readonly [string, string])[] = [
    ['courseCode', 'courseCode'], ['subjectName', 'subjectName'], ['performanceKind', 'kind'], ['name', 'name'],
    ['documentLink', item['workLink'] === undefined ? 'documentLink' : 'workLink'], ['mediaLink', 'mediaLink'],
  ];
  const said = pairs.filter(([field]) => textOf(evidence, field) !== null);
  return said.length > 0 && said.every(([field, own]) => evidence[field] === item[own]);
}

/**
 * The certifications or selections that mean an item. One that could mean several of the student's items says nothing of any:
 * a course may have two works, and only one of them was certified.
 *
 * @param others the student's other items of the type
 */
export function evidenceOf(item: CanonicalRecord, others: readonly CanonicalRecord[], evidence: readonly CanonicalRecord[]): readonly CanonicalRecord[] {
  return evidence.filter((one) => means(one, item) && !others.some((other) => other !== item && means(one, other)));
}

/** Statuses of the list certification-status (RULE-210). */
export const PASSED = '1';
export const FAILED = '0';

export interface Certified {
  readonly status: string | null;
  readonly sentAt: string | null;
  readonly at: string | null;
}

/** The latest decision about a work: of its certification records, else what stands with the work itself, here or in another file. */
export function certificationOf(item: CanonicalRecord, twins: readonly CanonicalRecord[], certifications: readonly CanonicalRecord[]): Certified {
  const latest = [...certifications].sort((a, b) => ((textOf(a, 'certifiedAt') ?? '') < (textOf(b, 'certifiedAt') ?? '') ? 1 : -1))[0];
  const from = latest ?? [item, ...twins].find((one) => textOf(one, 'certificationStatus') !== null) ?? item;
  const status = textOf(from, latest === undefined ? 'certificationStatus' : 'status');
  return { status: status ?? (isOfficial(item) ? PASSED : null), sentAt: textOf(from, 'submittedAt'), at: textOf(from, 'certifiedAt') };
}
