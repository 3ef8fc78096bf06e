/** Files by which the school's own system can take in the students who came; edited, they can be handed in here as well. */
import { keyText } from '../../../core/student-key.ts';
import type { LossLine } from '../../../report/migration-model.ts';
import type { SchoolStore } from '../../../store/port.ts';
import type { Services } from '../../services.ts';
import type { Person } from '../gather.ts';
import { selectStudents } from '../give/select.ts';
import { allEntries, knownAliases } from '../ledger/ledger.ts';
import { peopleWithPackages } from '../people.ts';
import { indexStudents } from '../students/index-students.ts';
import { systemLoss, writeForSystem } from './system-loss.ts';

/** Those of one package, those asked for, or everybody. */
export type Wanted = { readonly package: string } | { readonly students: readonly string[] } | 'everybody';

export interface WrittenPeople {
  readonly students: number;
  /** Names of the files, see `writeForSystem`. */
  readonly files: readonly string[];
  /** What the system cannot hold. */
  readonly loss: readonly LossLine[];
}

async function isWanted(store: SchoolStore, wanted: Wanted): Promise<(person: Person) => boolean> {
  if (wanted === 'everybody') return () => true;
  if ('package' in wanted) return ({ entries }) => entries.some((entry) => entry.package === wanted.package);
  const index = await indexStudents(store, knownAliases(allEntries(store)));
  const keys = new Set((await selectStudents(store, index, wanted.students)).map(keyText));
  return ({ key }) => keys.has(keyText(key));
}

/** @throws Fault `portfolio/unknown-student`, `portfolio/several-students`, `migrate/not-proved` */
export async function writePeople(services: Services, store: SchoolStore, wanted: Wanted, folder: string): Promise<WrittenPeople> {
  const wants = await isWanted(store, wanted);
  const people = (await peopleWithPackages(store)).filter(wants);
  return { students: people.length, files: await writeForSystem(services, store, people, folder), loss: await systemLoss(services, store, people) };
}
