/** Where the students of a school year sit, and what they are called: from student records, else from what score sheets say beside. */
import type { StudentKey } from '../../core/record.ts';
import { keyText } from '../../core/student-key.ts';
import type { Identities } from '../../receipts/identities.ts';
import type { SchoolStore } from '../../store/port.ts';

export interface Seat {
  readonly name: string | null;
  readonly className: string | null;
  readonly seat: string | null;
}

const text = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value.trim() : typeof value === 'number' ? String(value) : null);

/** Terms of a term's school year that the store has, those of the term itself last: the newest word counts. */
function termsOf(store: SchoolStore, term: string): readonly string[] {
  const [year] = term.split('-');
  return store.terms().filter((one) => one.startsWith(`${year}-`)).sort((a, b) => Number(a === term) - Number(b === term) || (a < b ? -1 : 1));
}

/** A function from a latest key to what is known; a student record counts before a score sheet's remarks. */
export async function seatsOf(store: SchoolStore, term: string, identities: Identities): Promise<(key: StudentKey) => Seat> {
  const seats = new Map<string, { name: string | null; className: string | null; seat: string | null }>();
  for (const one of termsOf(store, term)) {
    for await (const { key, records } of store.students(one, ['student', 'courseRecord'])) {
      const name = keyText(identities.latest(key));
      const known = seats.get(name) ?? { name: null, className: null, seat: null };
      seats.set(name, known);
      const remarks = records.find(({ type, studentName }) => type === 'courseRecord' && text(studentName) !== null) ?? records.find(({ type }) => type === 'courseRecord');
      const own = records.find(({ type }) => type === 'student');
      known.name = text(own?.['name']) ?? text(remarks?.['studentName']) ?? known.name;
      known.className = text(own?.['className']) ?? text(remarks?.['className']) ?? known.className;
      known.seat = text(own?.['seat']) ?? text(remarks?.['seat']) ?? known.seat;
    }
  }
  return (key) => seats.get(keyText(key)) ?? { name: null, className: null, seat: null };
}
