/** A person's word on two versions of one item. */
import { Fault } from '../../core/fault.ts';
import { isoTime } from '../../observe/clock.ts';
import type { SchoolStore } from '../../store/port.ts';
import { auditStudent } from '../audit.ts';
import type { Services } from '../services.ts';
import { gatherPerson, type Person } from './gather.ts';
import type { Conflict, Keep } from './items/merge.ts';
import { allEntries, decisionChange, knownAliases } from './ledger/ledger.ts';
import { indexStudents } from './students/index-students.ts';
import { personOf } from './take/take-student.ts';
import { keyText } from './students/aliases.ts';

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

export interface ResolveOptions {
  readonly keep: Keep;
  readonly reason: string;
  readonly by: string;
}

/**
 * Decides conflicts by their ids.
 *
 * @returns the conflicts, in the order asked
 * @throws Fault `record/not-found` for one there is not; nothing is decided then
 */
export async function resolveConflicts(services: Services, store: SchoolStore, ids: readonly string[], { keep, reason, by }: ResolveOptions): Promise<readonly Conflict[]> {
  const people = await peopleWithPackages(store);
  const found = ids.map((id) => {
    const person = people.find(({ merged }) => merged.conflicts.some((conflict) => conflict.id === id));
    if (!person) throw new Fault('record/not-found', { what: id });
    return { person, conflict: person.merged.conflicts.find((conflict) => conflict.id === id)! };
  });
  const at = isoTime(services.clock);
  for (const { person, conflict } of found) {
    auditStudent(services, store.school, 'portfolio/resolve', store.studentRef(person.key), { conflict: conflict.id, keep, reason, by, existing: conflict.existingIn, incoming: conflict.incomingIn, fields: conflict.fields });
  }
  store.shelve(found.map(({ person, conflict }) => decisionChange(store, person.key, conflict.id, { keep, reason, by, at })));
  return found.map(({ conflict }) => ({ ...conflict, keep }));
}
