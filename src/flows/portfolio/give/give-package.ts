/** Hands students over: gathered, packed, written whole into a folder, and remembered. */
import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { link, open, rename, rm } from 'node:fs/promises';
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

interface Written {
  readonly aside: string;
  readonly sha256: string;
  readonly md5: string;
}

/** Writes a package aside, flushed; whoever calls gives it its name or takes it away. */
async function writeAside(folder: string, bytes: AsyncIterable<Uint8Array>): Promise<Written> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const aside = join(folder, `.${randomUUID()}.part`);
  const [sha, md5] = [createHash('sha256'), createHash('md5')];
  const handle = await open(aside, 'wx', 0o600);
  try {
    for await (const chunk of bytes) {
      sha.update(chunk);
      md5.update(chunk);
      for (let at = 0; at < chunk.length;) at += (await handle.write(chunk, at)).bytesWritten;
    }
    await handle.sync();
    return { aside, sha256: sha.digest('hex'), md5: md5.digest('hex') };
  } catch (error) {
    await rm(aside, { force: true });
    throw error;
  } finally {
    await handle.close();
  }
}

/** Gives the package its name. A file of that name stays, unless it is the same list's, which was cut off before it was noted as done. */
async function nameIt(aside: string, path: string, isOfList: boolean): Promise<void> {
  try {
    await (isOfList ? rename : link)(aside, path);
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'EEXIST' ? new Fault('file/exists', { file: path }) : error;
  } finally {
    await rm(aside, { force: true });
  }
}

/**
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
  const { aside, sha256, md5 } = await writeAside(out, given.bytes);
  const path = join(out, given.file);
  const refs = people.map(({ key }) => store.studentRef(key));
  audit(services, store.school, act, { package: given.id, format, to, sha256, students: people.length, items: given.items, attachments: given.attachments });
  for (const ref of refs) auditStudent(services, store.school, act, ref, { package: given.id, to });
  await nameIt(aside, path, request !== null);
  store.shelve([...doneChanges(request), handedOverChange(store, { id: given.id, format, to, file: given.file, sha256, at, sequence: given.sequence, students: refs, request, acknowledged: null })]);
  return { package: path, format, sha256, md5, students: people.length, items: given.items, attachments: given.attachments, loss: given.loss };
}
