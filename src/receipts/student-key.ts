/** Student keys of receipts and rosters, made comparable: id and birth date, whatever way they are written. */
import type { StudentKey } from '../core/record.ts';
import { centralDate } from '../mapping/transforms/central-date.ts';
import { nationalId } from '../mapping/transforms/national-id.ts';
import { rocDate } from '../mapping/transforms/roc-date.ts';
import { vendorDate } from '../mapping/transforms/vendor-date.ts';

/** Ways a date is written: as in rosters, in transfer packages, in the central database's exports. */
const READERS = [
  (text: string) => rocDate.parse(text, 's', {}),
  (text: string) => centralDate.parse(text, 's', {}),
  (text: string) => vendorDate.parse(text, 's', { formats: ['ad/', 'ad-', 'ad8', 'roc/', 'roc-', 'roc.'], example: '' }),
];

/** ISO date of a text in any of the ways dates are written here; null for none. */
export function isoDateOf(text: string): string | null {
  for (const read of READERS) {
    const value = read(text.trim());
    if (typeof value === 'string') return value;
  }
  return null;
}

/** The key in canonical form; null where the id or the date is none. */
export function studentKeyOf(idText: string, birthText: string): StudentKey | null {
  const idNumber = nationalId.parse(idText.trim(), 's', {});
  const birthDate = isoDateOf(birthText);
  return typeof idNumber === 'string' && birthDate !== null ? { idNumber, birthDate } : null;
}

/** The id alone in canonical form; as written where it is none. */
export function plainId(text: string): string {
  const id = nationalId.parse(text.trim(), 's', {});
  return typeof id === 'string' ? id : text.trim();
}
