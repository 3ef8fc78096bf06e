/** Who the school's students are, for receipts: their keys, former keys too, and where they sit. */
import type { StudentKey } from '../../core/record.ts';
import { keyText } from '../../core/student-key.ts';
import { type Correction, identities, type Identities } from '../../receipts/identities.ts';
import type { SchoolStore } from '../../store/port.ts';
import { formerKey } from '../portfolio/students/aliases.ts';

/** Corrections of ids (407) and birth dates (405) in the change records of all terms. */
export async function knownIdentities(store: SchoolStore): Promise<Identities> {
  const corrections: Correction[] = [];
  for (const term of store.terms()) {
    for await (const batch of store.records(term, 'enrolment', 'statusChange')) {
      for (const record of batch) {
        const [from, { idNumber, birthDate }] = [formerKey(record), record];
        if (from !== null && idNumber !== undefined && birthDate !== undefined) corrections.push({ from, to: { idNumber, birthDate } });
      }
    }
  }
  return identities(corrections);
}

/** True for a key of any student the school has data of, in any term. */
async function schoolStudents(store: SchoolStore): Promise<(key: StudentKey) => boolean> {
  const known = new Set<string>();
  for (const term of store.terms()) for await (const { key } of store.students(term, ['student'])) known.add(keyText(key));
  return (key) => known.has(keyText(key));
}

/** What comparing needs to know of the school, read once for all lines. */
export interface People {
  readonly identities: Identities;
  readonly isOurs: (key: StudentKey) => boolean;
}

/** Reads every term of the school. */
export async function schoolPeople(store: SchoolStore): Promise<People> {
  return { identities: await knownIdentities(store), isOurs: await schoolStudents(store) };
}
