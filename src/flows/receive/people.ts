/** Who the school's students are, for receipts: their keys, former keys too, and where they sit. */
import type { StudentKey } from '../../core/record.ts';
import { type Correction, identities, type Identities } from '../../receipts/identities.ts';
import { keyText } from '../../receipts/student-key.ts';
import type { SchoolStore } from '../../store/port.ts';

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** Corrections of ids (407) and birth dates (405) in the change records of all terms. */
export async function knownIdentities(store: SchoolStore): Promise<Identities> {
  const corrections: Correction[] = [];
  for (const term of store.terms()) {
    for await (const batch of store.records(term, 'enrolment', 'statusChange')) {
      for (const { idNumber, birthDate, oldIdNumber, oldBirthDate } of batch) {
        const [id, birth] = [text(idNumber), text(birthDate)];
        const [oldId, oldBirth] = [text(oldIdNumber), text(oldBirthDate)];
        if (id === null || birth === null || (oldId === null && oldBirth === null)) continue;
        corrections.push({ from: { idNumber: oldId ?? id, birthDate: oldBirth ?? birth }, to: { idNumber: id, birthDate: birth } });
      }
    }
  }
  return identities(corrections);
}

/** True for a key of any student the school has data of, in any term. */
export async function schoolStudents(store: SchoolStore): Promise<(key: StudentKey) => boolean> {
  const known = new Set<string>();
  for (const term of store.terms()) for await (const { key } of store.students(term, ['student'])) known.add(keyText(key));
  return (key) => known.has(keyText(key));
}
