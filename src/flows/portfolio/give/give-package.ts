/** Hands students over: gathered, packed, written whole into a folder, and remembered. */
import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { Fault } from '../../../core/fault.ts';
import { termOfDate } from '../../../core/term.ts';
import type { LossLine } from '../../../report/migration-model.ts';
import type { SchoolStore } from '../../../store/port.ts';
import { audit, auditStudent } from '../../audit.ts';
import type { Services } from '../../services.ts';
import { gatherPerson, type Person } from '../gather.ts';
import type { PackageFormat } from '../ledger/entry.ts';
import { handedOverChange } from '../ledger/handed-over.ts';
import { allEntries, knownAliases } from '../ledger/ledger.ts';
import { doneChanges, secondOf } from '../ledger/second.ts';
import { indexStudents } from '../students/index-students.ts';
import { giveExchange } from './give-exchange.ts';
import { giveSealed } from './give-sealed.ts';
import { nameNew, writeAside } from './publish-package.ts';
import { receiverOf } from './receivers.ts';
import { selectStudents } from './select.ts';

export interface GiveOptions {
  /** As asked, see `selectStudents`. */
  readonly students: readonly string[];
  /** Receiving school. */
  readonly to: string;
  /** Null for what is known of the receiver. */
  readonly format: PackageFormat | null;
  /** Folder to write into; made when it is not there. */
  readonly out: string;
  /** Of the package; for the exchange format only, which never leaves without one. */
  readonly password: string | null;
  readonly consultations: boolean;
  /** Id of the list it was asked for with, which is in this folder alone; null for none. */
  readonly request: string | null;
  readonly act: string;
}

export interface GiveOutcome {
  /** Absolute path. */
  readonly package: string;
  readonly format: PackageFormat;
  readonly sha256: string;
  readonly md5: string;
  readonly students: number;
  readonly items: number;
  readonly attachments: number;
  readonly loss: readonly LossLine[];
}

/**
 * @requirement RULE-110
 * @throws Fault `portfolio/unknown-student`, `portfolio/several-students`, `portfolio/no-password`, `seal/no-key`,
 *   `seal/unknown-receiver`, `file/exists`; nothing is written then
 */
export async function givePackage(services: Services, store: SchoolStore, options: GiveOptions): Promise<GiveOutcome> {
  const { to, out, password, act, request } = options;
  const receiver = receiverOf(services, to);
  const format = options.format ?? receiver.format;
  if (format === 'exchange' && (password === null || password === '')) throw new Fault('portfolio/no-password');
  const index = await indexStudents(store, knownAliases(allEntries(store)));
  const people: Person[] = [];
  for (const key of await selectStudents(store, index, options.students)) people.push(await gatherPerson(store, index, key));
  const at = secondOf(store, request, services.clock.now());
  const given = format === 'sealed'
    ? giveSealed(people, { services, store, to, at })
    : await giveExchange(people, { services, store, at, term: termOfDate(services.today), password: password!, encryption: receiver.encryption, consultations: options.consultations });
  const path = join(out, given.file);
  const { aside, sha256, md5 } = await writeAside(path, request !== null, given.bytes);
  const refs = people.map(({ key }) => store.studentRef(key));
  audit(services, store.school, act, { package: given.id, format, to, sha256, students: people.length, items: given.items, attachments: given.attachments });
  for (const ref of refs) auditStudent(services, store.school, act, ref, { package: given.id, to });
  const note = (): void => store.shelve([...doneChanges(request), handedOverChange(store, { id: given.id, format, to, file: given.file, sha256, at, sequence: given.sequence, students: refs, request, acknowledged: null })]);
  if (request === null) {
    await nameNew(aside, path);
    note();
  } else {
    // Noted first: a package somebody may already have fetched is never made a second time with other bytes, see `finishCutOff`.
    note();
    renameSync(aside, path);
  }
  return { package: path, format, sha256, md5, students: people.length, items: given.items, attachments: given.attachments, loss: given.loss };
}
