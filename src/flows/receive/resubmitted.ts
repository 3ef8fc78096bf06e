/** What went out in a correction waits for the receipt that shows it. */
import { resubmit } from '../../receipts/confirm/act.ts';
import type { PastSubmission, SchoolStore, ShelfChange } from '../../store/port.ts';
import type { Services } from '../services.ts';
import { keyOfStudent } from '../submit/submitted.ts';
import { receiptKinds } from './kinds.ts';
import { linesOfSubmission } from './lines.ts';
import { knownIdentities } from './people.ts';
import { keepStudent, studentRecord } from './shelves.ts';

/**
 * Marks the rows that were noted as corrected at these students; repeating it changes nothing.
 *
 * @param correction as it was accepted
 * @param students id and birth date as rosters write them, with a blank between
 * @returns how many students waited for it
 */
export async function markResubmitted(services: Services, store: SchoolStore, correction: PastSubmission, students: Iterable<string>): Promise<number> {
  const identities = await knownIdentities(store);
  const keys = [...students].map(keyOfStudent).filter((key) => key !== null);
  const changes = new Map<string, ShelfChange>();
  for (const line of linesOfSubmission(store, receiptKinds(services.home.path), correction)) {
    for (const key of keys) {
      const ref = store.studentRef(identities.latest(key));
      const record = studentRecord(store, line, ref);
      const acted = record && resubmit(record, correction.number);
      if (acted && acted.changed > 0) changes.set(`${line.term}/${line.line}/${ref}`, keepStudent(line, ref, acted.record));
    }
  }
  store.shelve(changes.values());
  return new Set([...changes.keys()].map((key) => key.split('/').at(-1))).size;
}
