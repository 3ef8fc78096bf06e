/** Who a school's students are, by any of their keys, and what is known of their coming and going. */
import type { CanonicalRecord, StudentKey } from '../../../core/record.ts';
import { keyText } from '../../../core/student-key.ts';
import type { SchoolStore } from '../../../store/port.ts';
import { Aliases, formerKey } from './aliases.ts';

export interface KnownStudent {
  /** The present key. */
  readonly key: StudentKey;
  /** The latest record of the student roster; null where only status changes are known. */
  readonly record: CanonicalRecord | null;
  /** Terms of the student roster the student stands in, ascending. */
  readonly terms: readonly string[];
  /** Status changes and visits, in the order of their terms. */
  readonly changes: readonly CanonicalRecord[];
}

export interface StudentIndex {
  readonly aliases: Aliases;
  /** A student of the roster by any key; null for somebody the school does not have. */
  find(key: StudentKey): KnownStudent | null;
  /** Present keys of all students with this id, present or former; several where birth dates differ. */
  byId(idNumber: string): readonly StudentKey[];
  /** The present key of a student by the store's reference of any of the keys; null for none. */
  byRef(ref: string): StudentKey | null;
}

interface Gathered {
  record: CanonicalRecord | null;
  readonly terms: string[];
  readonly changes: CanonicalRecord[];
}

/** @param known keys that other sources say are one person's, present and former */
export async function indexStudents(store: SchoolStore, known: Iterable<readonly [present: StudentKey, former: StudentKey]> = []): Promise<StudentIndex> {
  const aliases = new Aliases();
  const gathered = new Map<string, { key: StudentKey } & Gathered>();
  const of = (key: StudentKey): Gathered => {
    const found = gathered.get(keyText(key)) ?? { key, record: null, terms: [], changes: [] };
    gathered.set(keyText(key), found);
    return found;
  };
  for (const term of store.terms()) {
    for await (const { key, records } of store.students(term, ['student', 'enrolment'])) {
      const student = of(key);
      for (const record of records) {
        if (record.type === 'student') {
          student.record = record;
          if (student.terms.at(-1) !== term) student.terms.push(term);
          continue;
        }
        student.changes.push(record);
        const former = formerKey(record);
        if (former) aliases.add(key, former);
      }
    }
  }
  for (const [present, former] of known) aliases.add(present, former);

  const find = (key: StudentKey): KnownStudent | null => {
    const keys = aliases.all(key);
    const found = keys.flatMap((one) => gathered.get(keyText(one)) ?? []);
    if (found.every(({ record }) => record === null)) return null;
    const latest = found.filter(({ record }) => record !== null).sort((a, b) => ((a.terms.at(-1) ?? '') < (b.terms.at(-1) ?? '') ? 1 : -1))[0];
    return {
      key: keys[0]!, record: latest?.record ?? null,
      terms: [...new Set(found.flatMap(({ terms }) => terms))].sort(), changes: found.toReversed().flatMap(({ changes }) => changes),
    };
  };
  let refs: Map<string, StudentKey> | undefined;
  const everybody = (): StudentKey[] => [...gathered.values()].flatMap(({ key }) => aliases.all(key));
  return {
    aliases, find,
    byId: (idNumber) => [...new Map(everybody().filter((key) => key.idNumber === idNumber).map((key) => aliases.present(key)).map((key) => [keyText(key), key])).values()],
    byRef: (ref) => (refs ??= new Map(everybody().map((key) => [store.studentRef(key), aliases.present(key)]))).get(ref) ?? null,
  };
}
