/** A package into a school: opened, verified, matched with its students, merged, and said what the school's own system cannot hold. */
import type { ByteSource } from '../../../core/bytes.ts';
import { sameKey } from '../../../core/portfolio.ts';
import { type Problem, ProblemError } from '../../../core/problem.ts';
import { sha256Of } from '../../../core/sha256.ts';
import { isoTime } from '../../../observe/clock.ts';
import type { SchoolStore } from '../../../store/port.ts';
import { auditStudent } from '../../audit.ts';
import { keyringOf } from '../../seals/keyring.ts';
import type { Services } from '../../services.ts';
import type { LedgerEntry, LedgerPackage } from '../ledger/entry.ts';
import { allEntries, entryChange, findPackage, knownAliases, packageChange, packages } from '../ledger/ledger.ts';
import { refreshStanding } from '../ledger/standing.ts';
import { systemLoss } from '../loss/system-loss.ts';
import { refuses } from '../read/exchange-student.ts';
import { keepIn, lookAt } from '../read/keep-file.ts';
import { openPackage } from '../read/open-package.ts';
import type { ReadPackage } from '../read/read-package.ts';
import { reportingBy } from '../status/person.ts';
import { indexStudents, type StudentIndex } from '../students/index-students.ts';
import type { Person } from '../gather.ts';
import { acknowledge } from './acknowledge.ts';
import { packageStatus, type StudentOutcome, type TakeOutcome } from './outcome.ts';
import { refusedAsWhole } from './refuse-package.ts';
import { takeStudent } from './take-student.ts';
import { takeAcknowledgement } from './take-acknowledgement.ts';

export interface TakeOptions {
  /** Name of the file, for messages; masked by whoever shows it. */
  readonly file: string;
  readonly password?: string;
  /** Looks at everything and keeps nothing. */
  readonly dryRun: boolean;
  /** Reason for taking items whose files are lost; null to refuse them. */
  readonly acceptMissing: string | null;
  /** Status-change code by which the students came, where the school's data have none. */
  readonly change: string | null;
  /** The act in the audit log. */
  readonly act: string;
}

interface Taking {
  readonly services: Services;
  readonly store: SchoolStore;
  readonly options: TakeOptions;
  readonly source: ByteSource;
  readonly index: StudentIndex;
}

function wholeRefused(problems: readonly Problem[], read?: ReadPackage): TakeOutcome {
  return { format: read?.format ?? null, package: read?.key ?? null, from: read?.from ?? null, status: 'refused', students: [], loss: [], problems, acknowledgement: null };
}

/** One student at a time: each is in the ledger whole before the next is read, so that a package of any size needs one student's memory. */
async function takeStudents({ services, store, options, index }: Taking, read: ReadPackage, number: number): Promise<{ outcomes: StudentOutcome[]; taken: LedgerEntry[]; people: Person[] }> {
  const outcomes: StudentOutcome[] = [];
  const taken: LedgerEntry[] = [];
  const people: Person[] = [];
  const reporting = reportingBy(services, store);
  const sequences = new Map(packages(store).map(({ key, sequence }) => [key, sequence]));
  for await (const student of read.students()) {
    services.progress.step(`${options.file} ${student.position}`);
    const { outcome, entry, replaced, person } = await takeStudent({
      store, index, file: options.file, read, number, change: options.change, reporting, sequenceOf: (key) => sequences.get(key) ?? null,
    }, student);
    outcomes.push(outcome);
    if (entry && !options.dryRun) {
      auditStudent(services, store.school, options.act, store.studentRef(entry.key), {
        package: read.key, from: entry.from, status: outcome.status, items: outcome.items, attachments: outcome.attachments, conflicts: outcome.conflicts.length,
        replaced: replaced !== null, problems: [...new Set(outcome.problems.map(({ code }) => code))],
        ...(options.acceptMissing === null ? {} : { acceptMissing: options.acceptMissing }), ...(options.change === null ? {} : { change: options.change }),
      });
      store.shelve([entryChange(store, entry)]);
    }
    if (entry) taken.push(entry);
    if (person && outcome.status === 'imported') people.push(person);
  }
  return { outcomes, taken, people };
}

async function takeRead(taking: Taking, read: ReadPackage): Promise<TakeOutcome> {
  const { services, store, options, source } = taking;
  const sha256 = await sha256Of(source);
  const before = findPackage(store, read.key);
  const whole = refusedAsWhole({ services, store, file: options.file, sha256 }, read);
  if (whole) {
    const acknowledgement = before && !options.dryRun ? acknowledge(services, store, before, null) : null;
    return { ...wholeRefused([...read.problems, whole], read), acknowledgement };
  }
  const number = before?.number ?? (packages(store).at(-1)?.number ?? 0) + 1;
  const { outcomes, taken, people } = await takeStudents(taking, read, number);
  const done = { format: read.format, package: read.key, from: read.from ?? taken[0]?.from ?? null, status: packageStatus(outcomes), students: outcomes, problems: read.problems };
  const loss = await systemLoss(services, store, people);
  if (options.dryRun) return { ...done, loss, acknowledgement: null };
  const record: LedgerPackage = {
    key: read.key, number, format: read.format, from: done.from ?? '', at: read.at, sequence: read.sequence, sha256, takenAt: before?.takenAt ?? isoTime(services.clock),
    students: [...new Set([...before?.students ?? [], ...taken.map(({ key }) => store.studentRef(key))])].sort(),
    refused: outcomes.filter(({ status }) => status === 'refused').map(({ position, key, problems }) => ({ position, key, reasons: [...new Set(problems.filter(refuses).map(({ code }) => code))] })),
  };
  store.shelve([packageChange(record)]);
  await refreshStanding(store);
  return { ...done, loss, acknowledgement: acknowledge(services, store, record, outcomes) };
}

/**
 * Takes in what a file holds. A student is taken whole or not at all, and none because of another; the same file again
 * changes nothing. Cut off anywhere, a second run goes on where the first ended.
 *
 * @param handed the file as it was handed in
 */
export async function takePackage(services: Services, store: SchoolStore, handed: ByteSource, options: TakeOptions): Promise<TakeOutcome> {
  const { dryRun, file, password } = options;
  const source = dryRun ? handed : await store.blobs.open((await store.blobs.put(handed)).sha256);
  const index = await indexStudents(store, knownAliases(allEntries(store)));
  try {
    const opened = await openPackage(source, file, {
      registry: services.registry, school: store.school, keyring: (school) => keyringOf(services, school),
      keep: dryRun ? lookAt : keepIn(store), acceptMissing: options.acceptMissing !== null,
      samePerson: (a, b) => sameKey(index.aliases.present(a), index.aliases.present(b)),
      spool: async (entry) => (dryRun ? entry.source() : store.blobs.open((await store.blobs.put(await entry.source())).sha256)),
      ...(password === undefined ? {} : { password }),
    });
    if (opened.kind === 'acknowledgement') return takeAcknowledgement(services, store, opened.text, options);
    try {
      return await takeRead({ services, store, options, source, index }, opened.read);
    } finally {
      await opened.read.close();
    }
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return wholeRefused([{ ...error.problem, file }]);
  }
}
