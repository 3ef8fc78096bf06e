/** Students of a line by what stands on their sheet: the first eight characters of their reference. */
import type { StudentKey } from '../../core/record.ts';
import type { StudentRecord } from '../../receipts/confirm/record.ts';
import type { SchoolStore } from '../../store/port.ts';
import { knownIdentities } from './people.ts';
import { type LineRecord, studentRecord, studentRefs } from './shelves.ts';

const LENGTH = 8;

/** `3FA9-C2D1`: short enough to be typed, long enough to tell the students of a school apart. */
export function checkCode(ref: string): string {
  const code = ref.slice(0, LENGTH).toUpperCase();
  return `${code.slice(0, LENGTH / 2)}-${code.slice(LENGTH / 2)}`;
}

export interface FoundStudent {
  readonly ref: string;
  readonly record: StudentRecord;
}

/** The one student with this code; null for none or several. Blanks, dashes and case do not matter. */
export function studentByCode(store: SchoolStore, line: LineRecord, code: string): FoundStudent | null {
  const wanted = code.normalize('NFKC').replace(/[\s-]/g, '').toLowerCase();
  if (!/^[0-9a-f]{8,32}$/.test(wanted)) return null;
  const [ref, second] = studentRefs(store, line, wanted);
  return ref !== undefined && second === undefined ? { ref, record: studentRecord(store, line, ref)! } : null;
}

/** The student with this key, or one it was corrected from or into. */
export async function studentByKey(store: SchoolStore): Promise<(line: LineRecord, key: StudentKey) => FoundStudent | null> {
  const identities = await knownIdentities(store);
  return (line, key) => {
    const ref = store.studentRef(identities.latest(key));
    const record = studentRecord(store, line, ref);
    return record && { ref, record };
  };
}
