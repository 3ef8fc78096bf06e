/** What went out in a correction waits for the receipt that shows it. */
import { resubmit } from '../../receipts/confirm/act.ts';
import { studentKeyOf } from '../../receipts/student-key.ts';
import type { SchoolStore, ShelfChange } from '../../store/port.ts';
import { knownIdentities } from './people.ts';
import { keepStudent, lines, studentRecord } from './shelves.ts';

/**
 * Marks the rows that were noted as corrected at these students; repeating it changes nothing.
 *
 * @param term of the submission: a line of a batch may be of a term of its year
 * @param students id and birth date as rosters write them, with a blank between
 * @returns how many students waited for it
 */
export async function markResubmitted(store: SchoolStore, term: string, number: number, students: Iterable<string>): Promise<number> {
  const identities = await knownIdentities(store);
  const keys = [...students].map((student) => studentKeyOf(student.split(' ')[0] ?? '', student.split(' ')[1] ?? '')).filter((key) => key !== null);
  const [year] = term.split('-');
  const changes = new Map<string, ShelfChange>();
  for (const line of lines(store).filter((one) => one.term === term || (term.endsWith('-0') && one.term.split('-')[0] === year))) {
    for (const key of keys) {
      const ref = store.studentRef(identities.latest(key));
      const record = studentRecord(store, line, ref);
      const acted = record && resubmit(record, number);
      if (acted && acted.changed > 0) changes.set(`${line.term}/${line.line}/${ref}`, keepStudent(line, ref, acted.record));
    }
  }
  store.shelve(changes.values());
  return new Set([...changes.keys()].map((key) => key.split('/').at(-1))).size;
}
