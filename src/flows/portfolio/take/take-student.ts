/** One student of a package into the ledger: known or waiting, new or known already, with what contradicts what is there. */
import { canonicalJson } from '../../../core/canonical-json.ts';
import { sameKey } from '../../../core/portfolio.ts';
import type { Problem } from '../../../core/problem.ts';
import type { StudentKey } from '../../../core/record.ts';
import type { SchoolStore } from '../../../store/port.ts';
import { portfolioProblem } from '../../../package/portfolio/refuse.ts';
import { gatherPerson, MOVING, type Person } from '../gather.ts';
import type { Conflict } from '../items/merge.ts';
import type { LedgerEntry } from '../ledger/entry.ts';
import { entriesOf } from '../ledger/ledger.ts';
import type { ReadPackage, ReadStudent } from '../read/read-package.ts';
import type { StudentIndex } from '../students/index-students.ts';
import { isOver, yearsUsed } from '../status/limits.ts';
import { placePerson, type Reporting } from '../status/person.ts';
import type { StudentOutcome } from './outcome.ts';

export interface TakingStudent {
  readonly store: SchoolStore;
  readonly index: StudentIndex;
  /** Name of the file, for messages. */
  readonly file: string;
  readonly read: Pick<ReadPackage, 'key' | 'format' | 'sequence'>;
  /** Number of the package in the ledger. */
  readonly number: number;
  readonly change: string | null;
  readonly reporting: Reporting;
  /** Sequence of a package taken in before, by its key. */
  sequenceOf(key: string): number | null;
}

export interface TakenStudent {
  readonly outcome: StudentOutcome;
  /** To be put into the ledger; null where nothing changes. */
  readonly entry: LedgerEntry | null;
  /** The entry it takes the place of: of the same student, school and package. */
  readonly replaced: LedgerEntry | null;
  /** For an imported student: what the school has of the person now. */
  readonly person: Person | null;
}

/** Entries without what a second reading may say differently. */
const said = ({ number: _number, state: _state, change: _change, ...entry }: LedgerEntry): string => canonicalJson(entry);

function refused({ position, key, moved }: ReadStudent, problems: readonly Problem[]): TakenStudent {
  const outcome: StudentOutcome = { position, key, status: 'refused', items: moved?.records.length ?? 0, attachments: moved?.files.length ?? 0, conflicts: [], problems, used: [] };
  return { outcome, entry: null, replaced: null, person: null };
}

/** A later package of the same school for the same person was taken in before this one. */
function isStale({ read, sequenceOf }: TakingStudent, before: readonly LedgerEntry[], from: string): boolean {
  const { sequence } = read;
  return sequence !== null && before.some((entry) => entry.from === from && entry.package !== read.key && (sequenceOf(entry.package) ?? 0) > sequence);
}

/** Conflicts that the package brings about. */
function conflictsOf(person: Person, key: string): readonly Conflict[] {
  return person.merged.conflicts.filter((conflict) => conflict.keep === null && (conflict.incomingIn === key || conflict.existingIn === key));
}

/** True when the package says nothing that was not there before it. */
function saysNothingNew(person: Person, key: string, entry: LedgerEntry): boolean {
  return entry.unread.length === 0 && person.merged.items.every(({ versions, list }) => list !== key && !(versions.length === 1 && versions[0]!.list === key));
}

/** Nothing is written here; whoever calls puts the entry where it belongs. */
export async function takeStudent(taking: TakingStudent, student: ReadStudent): Promise<TakenStudent> {
  const { store, index, file, read, number, change, reporting } = taking;
  const { position, from, moved, problems } = student;
  if (moved === null || from === null) return refused(student, problems);
  const keys = [moved.key, ...moved.formerKeys];
  for (const former of moved.formerKeys) index.aliases.add(moved.key, former);
  const known = keys.map((key) => index.find(key)).find((found) => found !== null) ?? null;
  const before = entriesOf(store, [...keys, ...(known ? index.aliases.all(known.key) : [])]);
  if (isStale(taking, before, from)) return refused(student, [...problems, portfolioProblem('sealed/stale', file, { school: from })]);

  const entry: LedgerEntry = {
    package: read.key, number, state: known ? 'merged' : 'waiting', from, ...moved, input: student.input, consultation: student.consultation, change,
  };
  const same = before.find((one) => one.package === read.key && sameKey(one.key, moved.key)) ?? null;
  const counted = { position, key: known?.key ?? moved.key, items: moved.records.filter(({ type }) => MOVING.includes(type) || type === 'consultation').length, attachments: moved.files.length };
  if (!known) {
    const waiting = portfolioProblem('portfolio/unknown-student', file, { school: store.school });
    const outcome: StudentOutcome = { ...counted, status: 'waiting', conflicts: [], problems: [...problems, waiting], used: [] };
    return { outcome, entry: same && said(same) === said(entry) ? null : entry, replaced: same, person: null };
  }
  const others = before.filter((one) => one.state === 'merged' && one !== same);
  const person = await gatherPerson(store, index, known.key, [...others, entry].sort((a, b) => a.number - b.number));
  const conflicts = conflictsOf(person, read.key);
  const unchanged = same !== null && same.state === 'merged' && said(same) === said(entry);
  const status = unchanged || (same === null && conflicts.length === 0 && saysNothingNew(person, read.key, entry)) ? 'unchanged' : 'imported';
  const replaced = same !== null && !unchanged && said(same) !== said(entry) ? [portfolioProblem('portfolio/replaced', file)] : [];
  const used = yearsUsed(reporting.policy, placePerson(reporting, person).placed, store.school, person.ownerOf);
  const over = used.filter(isOver).map(({ year, used: { courseWork, performance }, limits }) => portfolioProblem('portfolio/over-limit', file, { year, works: courseWork, mostWorks: limits.courseWork, performances: performance, mostPerformances: limits.performance }));
  return { outcome: { ...counted, status, conflicts, problems: [...problems, ...replaced, ...over], used }, entry: unchanged ? null : entry, replaced: same, person };
}

/** Key of the person an entry is of, as the school has it now; null while nobody is on its roster. */
export function personOf(index: StudentIndex, entry: LedgerEntry): StudentKey | null {
  return [entry.key, ...entry.formerKeys].map((key) => index.find(key)?.key ?? null).find((key) => key !== null) ?? null;
}
