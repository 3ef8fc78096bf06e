/** Which coined characters a school's active data holds, in how many records and of how many students: numbers, no names. */
import { coinedName } from '../../core/coined.ts';
import type { CanonicalRecord } from '../../core/record.ts';
import type { SchoolStore } from '../../store/port.ts';

export interface CoinedUse {
  /** The private-use character itself. */
  readonly character: string;
  /** Its cell, or its code point when it has none. */
  readonly cell: string;
  readonly students: number;
  readonly records: number;
}

const PRIVATE_USE = /\p{Co}/u;

/** Private-use characters in any text of a record, each once; source text is left out, as it repeats the value. */
function coinedIn(value: unknown, found: Set<string>): void {
  if (typeof value === 'string') {
    if (PRIVATE_USE.test(value)) for (const character of value) if (PRIVATE_USE.test(character)) found.add(character);
  } else if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) coinedIn(part, found);
  }
}

/** Over all terms of the school, most students first; a student counts once, whatever the number of terms. */
export async function coinedInUse(store: SchoolStore): Promise<readonly CoinedUse[]> {
  const uses = new Map<string, { readonly students: Set<string>; records: number }>();
  const count = (records: readonly CanonicalRecord[], student: string | null): void => {
    for (const { raw: _raw, ...record } of records) {
      const found = new Set<string>();
      coinedIn(record, found);
      for (const character of found) {
        const use = uses.get(character) ?? { students: new Set(), records: 0 };
        uses.set(character, use);
        use.records += 1;
        if (student !== null) use.students.add(student);
      }
    }
  };
  for (const term of store.terms()) {
    for await (const { key, records } of store.students(term)) count(records, store.studentRef(key));
    for await (const records of store.keyless(term)) count(records, null);
  }
  return [...uses]
    .map(([character, { students, records }]) => ({ character, cell: coinedName(character), students: students.size, records }))
    .sort((a, b) => b.students - a.students || b.records - a.records || (a.cell < b.cell ? -1 : 1));
}
