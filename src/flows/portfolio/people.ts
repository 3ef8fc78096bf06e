/** The people whose packages are in force at a school. */
import type { SchoolStore } from '../../store/port.ts';
import { gatherPerson, type Person } from './gather.ts';
import { allEntries, knownAliases } from './ledger/ledger.ts';
import { keyText } from './students/aliases.ts';
import { indexStudents } from './students/index-students.ts';
import { personOf } from './take/take-student.ts';

/** Everybody with a package in force, with what contradicts what; decided and undecided. */
export async function peopleWithPackages(store: SchoolStore): Promise<readonly Person[]> {
  const entries = allEntries(store);
  const index = await indexStudents(store, knownAliases(entries));
  const keys = new Map(entries.filter(({ state }) => state === 'merged').flatMap((entry) => {
    const key = personOf(index, entry);
    return key ? [[keyText(key), key] as const] : [];
  }));
  const people: Person[] = [];
  for (const key of keys.values()) people.push(await gatherPerson(store, index, key));
  return people;
}
