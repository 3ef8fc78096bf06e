/** Students whose packages waited and who are on the roster now. */
import type { SchoolStore } from '../../../store/port.ts';
import { auditStudent } from '../../audit.ts';
import type { Services } from '../../services.ts';
import { allEntries, entryChange, knownAliases } from '../ledger/ledger.ts';
import { indexStudents } from '../students/index-students.ts';
import { personOf } from './take-student.ts';

/** @returns how many entries are in force now that waited before */
export async function matchWaiting(services: Services, store: SchoolStore): Promise<number> {
  const entries = allEntries(store);
  const waiting = entries.filter(({ state }) => state === 'waiting');
  if (waiting.length === 0) return 0;
  const index = await indexStudents(store, knownAliases(entries));
  const found = waiting.filter((entry) => personOf(index, entry) !== null);
  for (const entry of found) auditStudent(services, store.school, 'portfolio/match', store.studentRef(entry.key), { package: entry.package, from: entry.from });
  store.shelve(found.map((entry) => entryChange(store, { ...entry, state: 'merged' })));
  return found.length;
}
