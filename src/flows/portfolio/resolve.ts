/** A person's word on two versions of one item. */
import { Fault } from '../../core/fault.ts';
import { isoTime } from '../../observe/clock.ts';
import type { SchoolStore } from '../../store/port.ts';
import { auditStudent } from '../audit.ts';
import type { Services } from '../services.ts';
import type { Conflict, Keep } from './items/merge.ts';
import { decisionChange } from './ledger/ledger.ts';
import { refreshStanding } from './ledger/standing.ts';
import { peopleWithPackages } from './people.ts';

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
  await refreshStanding(store);
  return found.map(({ conflict }) => ({ ...conflict, keep }));
}
