/** The people whose packages are in force at a school. */
import type { StudentKey } from '../../core/record.ts';
import { keyText } from '../../core/student-key.ts';
import type { SchoolStore } from '../../store/port.ts';
import { gatherPerson, type Person } from './gather.ts';
import { allEntries, knownAliases } from './ledger/ledger.ts';
import { indexStudents } from './students/index-students.ts';
import { personOf } from './take/take-student.ts';

/**
 * Everybody with a package in force, with what contradicts what; decided and undecided.
 *
 * @param besides keys of students who are wanted too
 */
export async function peopleWithPackages(store: SchoolStore, besides: readonly StudentKey[] = []): Promise<readonly Person[]> {
  const entries = allEntries(store);
  const index = await indexStudents(store, knownAliases(entries));
  const present = besides.map((key) => index.aliases.present(key));
  const keys = new Map([...entries.filter(({ state }) => state === 'merged').map((entry) => personOf(index, entry)), ...present].flatMap((key) => (key ? [[keyText(key), key] as const] : [])));
  const people: Person[] = [];
  for (const key of keys.values()) people.push(await gatherPerson(store, index, key));
  return people;
}
