/** Files by which the school's own system can take in the students of a package. */
import type { SchoolStore } from '../../../store/port.ts';
import type { Services } from '../../services.ts';
import { gatherPerson, type Person } from '../gather.ts';
import { allEntries, knownAliases } from '../ledger/ledger.ts';
import { indexStudents } from '../students/index-students.ts';
import { personOf } from '../take/take-student.ts';
import { writeForSystem } from './system-loss.ts';

/**
 * @param key of the package
 * @returns names of the files, see `writeForSystem`
 */
export async function writeImported(services: Services, store: SchoolStore, key: string, folder: string): Promise<readonly string[]> {
  const entries = allEntries(store);
  const index = await indexStudents(store, knownAliases(entries));
  const people: Person[] = [];
  for (const entry of entries.filter((one) => one.package === key && one.state === 'merged')) {
    const person = personOf(index, entry);
    if (person) people.push(await gatherPerson(store, index, person));
  }
  return writeForSystem(services, store, people, folder);
}
