/** Packs a school year's works and performances when the gate is open, and delivers the package into the outbox. */
import { basename, join } from 'node:path';
import { sha256 } from '../../core/sha256.ts';
import { parseTerm } from '../../core/term.ts';
import { packRosters } from '../../package/workbooks.ts';
import type { PastSubmission, SchoolStore, SubmissionInfo, SubmissionPart } from '../../store/port.ts';
import { isAttachmentList } from '../attachments/lists.ts';
import type { CheckOutcome } from '../check/check.ts';
import type { Services } from '../services.ts';
import type { Resent } from '../submit/correction.ts';
import { keepEvidence } from '../submit/evidence.ts';
import { deliver } from './deliver.ts';
import { changedSince } from './correction.ts';
import { rememberSubmitted, type SubmittedItems } from './earlier.ts';
import { type YearStudent, yearItems } from './items.ts';
import { areWhole } from './parts.ts';
import { yearContent } from './plan.ts';
import type { YearEdition } from './rosters.ts';
import type { YearPlan } from './scope.ts';
import { termsOfYear } from './students.ts';

export interface YearOutcome {
  /** `empty`: the gate is open, and nothing is certified and picked. */
  readonly status: 'packed' | 'shut' | 'held' | 'unchanged' | 'empty';
  readonly edition: YearEdition;
  /** The first holds the rosters, and says what the others are. Empty when nothing was packed. */
  readonly parts: readonly SubmissionPart[];
  readonly rosters: SubmissionInfo['rosters'];
  /** For {@link acceptYear}, last of all. Null when nothing was packed. */
  readonly submission: SubmissionInfo | null;
  /** What the submission holds of each student. */
  readonly submitted: readonly SubmittedItems[];
  /** Of a correction: students with anything changed, as rosters name them, and how many sheets of students are gone altogether. */
  readonly changed: ReadonlySet<string>;
  readonly removed: number;
}

/** What decides a package's bytes: equal keys, equal bytes. */
export function yearPackKey(services: Services, { rosters, edition }: YearPlan, contentKey: string): string {
  return sha256(JSON.stringify([contentKey, edition, rosters.target, rosters.partBytes, services.version, services.registry.hash]));
}

/** The package of a key, where it was accepted last and is still there as it was made. */
async function standing(services: Services, store: SchoolStore, term: string, edition: YearEdition, key: string): Promise<Pick<YearOutcome, 'status' | 'parts' | 'rosters'> | null> {
  const accepted = store.submission(term, edition);
  const { outbox } = services.home.paths(store.school);
  if (accepted?.key !== key || !(await areWhole(store, outbox, accepted.parts ?? []))) return null;
  return { status: 'unchanged', parts: (accepted.parts ?? []).map((part) => ({ ...part, package: join(outbox, basename(part.package)) })), rosters: accepted.rosters };
}

/** `014302_114-0_year-submission_3f2a…`, of a correction `014302_114-0_year-submission_correction-of-1_3f2a…`. */
function packageName(store: SchoolStore, term: string, edition: YearEdition, key: string, base: PastSubmission | null): string {
  return `${store.school}_${term}_${edition}_${base === null ? '' : `correction-of-${base.number}_`}${key.slice(0, 12)}`;
}

const submittedOf = ({ ref, earlier, items }: YearStudent): SubmittedItems => ({
  ref, earlier, items: items.map(({ standing: { id, content, certifiedAt, type } }) => ({ id, content, certifiedAt, isWork: type === 'courseWork' })),
});

const NOBODY: ReadonlySet<string> = new Set();

const SOURCES = ['courseWork', 'performance', 'certification', 'selection'];

/** The school's own files the package is made from. */
function inputsOf(store: SchoolStore, year: number): { file: string; sha256: string }[] {
  const terms = termsOfYear(year);
  return store.inputs({ active: true })
    .filter((input) => input.status === 'imported' && !isAttachmentList(input) && input.terms.some((term) => terms.includes(term)))
    .filter(({ records }) => SOURCES.some((type) => (records[type] ?? 0) > 0))
    .map(({ file, sha256: digest }) => ({ file, sha256: digest }))
    .sort((a, b) => (a.file === b.file ? (a.sha256 < b.sha256 ? -1 : 1) : a.file < b.file ? -1 : 1));
}

/**
 * A shut or held gate packs nothing; a package that is there as it was made is `unchanged`, and so is a correction of nothing.
 *
 * @param base the submission a correction is of, of this year and edition; null for a whole submission
 * @param resent of a correction: sheets of students that go in though nothing of them changed
 * @throws ProblemError `receipt/evidence-gone` where what is to be corrected is not there any more
 * @throws {Fault} `store/damaged` when a file is not what the school handed in
 * @requirement RULE-102, RULE-311, RULE-312, RULE-423, RULE-424
 */
export async function packYear(services: Services, store: SchoolStore, plan: YearPlan, check: CheckOutcome, base: PastSubmission | null = null, resent?: Resent): Promise<YearOutcome> {
  const { year, edition: { edition }, rosters } = plan;
  const nothing = { edition, parts: [], rosters: [], submission: null, submitted: [], changed: NOBODY, removed: 0 };
  const { gate } = check.report;
  if (gate !== 'open') return { status: gate, ...nothing };
  const term = `${year}-0`;
  const wholeKey = yearPackKey(services, plan, check.contentKey);
  const made = base === null ? await standing(services, store, term, edition, wholeKey) : null;
  if (made) return { ...nothing, ...made };
  services.progress.step(`${store.school} ${term} ${edition}`);
  const items = await yearItems(services, store, plan);
  const whole = await yearContent(store, plan, items);
  const correction = base === null ? null : await changedSince(services, store, base, whole, resent);
  const { content, changed, removed } = correction ?? { content: whole, changed: NOBODY, removed: [] };
  const { workbooks, rosters: packed } = await packRosters(store.school, parseTerm(term)!, content.rosters);
  if (correction === null ? packed.length === 0 : changed.size === 0) return { ...nothing, status: correction === null ? 'empty' : 'unchanged' };
  const key = base === null ? wholeKey : sha256(JSON.stringify([wholeKey, base.sha256, packed, removed]));
  const again = base === null ? null : await standing(services, store, term, edition, key);
  if (again) return { ...nothing, ...again, changed, removed: removed.length };
  await keepEvidence(store, workbooks.map(({ bytes }) => bytes));
  const parts = await deliver(services, store, {
    term, edition, name: packageName(store, term, edition, key, base), partBytes: rosters.partBytes, workbooks, rosters: packed, students: content.students, inputs: inputsOf(store, year),
    ...(base === null ? {} : { corrects: { package: basename(base.package), sha256: base.sha256, removed } }),
  });
  const { package: path, sha256: digest } = parts[0]!;
  const submission = {
    term, edition, key, package: path, sha256: digest, rosters: packed, parts, digests: await check.digests(),
    ...(base === null ? {} : { corrects: base.number, removed }),
  };
  return { status: 'packed', edition, parts, rosters: packed, submission, submitted: items.students.map(submittedOf), changed, removed: removed.length };
}

/** Makes what was packed the school's submission: its items are submitted from now on, and the next is compared with it. */
export function acceptYear(store: SchoolStore, year: number, { edition, submission, submitted }: YearOutcome): void {
  if (submission === null) return;
  rememberSubmitted(store, year, edition, submitted);
  store.accept(submission);
}
