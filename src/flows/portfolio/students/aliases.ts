/** Keys of one person: the present one and those before a correction of id or birth date (RULE-116, RULE-503). */
import type { CanonicalRecord, StudentKey } from '../../../core/record.ts';
import { keyText } from '../../../core/student-key.ts';

/**
 * The key a correction was made from; null for a record that corrects neither half of it.
 *
 * @requirement RULE-116
 */
export function formerKey(record: CanonicalRecord): StudentKey | null {
  const { idNumber, birthDate, oldIdNumber, oldBirthDate } = record;
  if (record.type !== 'enrolment' || idNumber === undefined || birthDate === undefined) return null;
  const before = { idNumber: typeof oldIdNumber === 'string' ? oldIdNumber : idNumber, birthDate: typeof oldBirthDate === 'string' ? oldBirthDate : birthDate };
  return before.idNumber === idNumber && before.birthDate === birthDate ? null : before;
}

/** Keys that are one person's, found through any of them. */
export class Aliases {
  /** Present key and former keys by the text of each; a present key may be the former one of a later. */
  readonly #later = new Map<string, StudentKey>();
  readonly #earlier = new Map<string, StudentKey[]>();

  /** Says that `former` was this person's key before `present`. */
  add(present: StudentKey, former: StudentKey): void {
    const [now, before] = [keyText(present), keyText(former)];
    if (now === before || this.#later.has(before) || keyText(this.present(present)) === before) return;
    this.#later.set(before, present);
    this.#earlier.set(now, [...(this.#earlier.get(now) ?? []), former]);
  }

  /** The key that no correction came after. */
  present(key: StudentKey): StudentKey {
    let found = key;
    for (let next = this.#later.get(keyText(found)); next; next = this.#later.get(keyText(found))) found = next;
    return found;
  }

  /** Every key of the person, the present one first and the oldest last. */
  all(key: StudentKey): readonly StudentKey[] {
    const found = [this.present(key)];
    for (let at = 0; at < found.length; at++) found.push(...(this.#earlier.get(keyText(found[at]!)) ?? []));
    return found;
  }
}
