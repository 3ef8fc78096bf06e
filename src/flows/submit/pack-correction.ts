/** Packs what changed in a term since a submission, when the gate is open. */
import { mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { packSubmission } from '../../package/submission.ts';
import type { PastSubmission, SchoolStore } from '../../store/port.ts';
import type { CheckOutcome } from '../check/check.ts';
import { publishFile, sameFile } from '../publish-file.ts';
import type { Services } from '../services.ts';
import { correctionOf, type Resent } from './correction.ts';
import { keepEvidence } from './evidence.ts';
import { packKey, type PackOutcome } from './pack-term.ts';
import { submissionPlan } from './plan.ts';
import { chainOf, submittedRows } from './submitted.ts';

export interface CorrectionOutcome extends PackOutcome {
  /** Number of the submission it corrects. */
  readonly corrects: number;
  /** Students with anything changed, as rosters name them; never shown. */
  readonly students: ReadonlySet<string>;
  /** Sheets of students that are gone altogether. */
  readonly removed: number;
}

/** `014302_114-1_term-submission_correction-of-1_3f2a….zip`. */
function packageName(store: SchoolStore, term: string, base: PastSubmission, sha256: string): string {
  return `${store.school}_${term}_${base.edition}_correction-of-${base.number}_${sha256.slice(0, 12)}.zip`;
}

/**
 * A shut or held gate packs nothing; without a change, or with the one that was packed last, it is `unchanged`.
 *
 * @param base the submission that is corrected, of this term
 * @param resent sheets of students that go in though nothing of them changed
 * @throws ProblemError `receipt/evidence-gone` where what was submitted is not there any more
 */
export async function packCorrection(services: Services, store: SchoolStore, term: string, base: PastSubmission, check: CheckOutcome, resent?: Resent): Promise<CorrectionOutcome> {
  const { gate } = check.report;
  const nothing = { edition: 'term-submission', package: null, sha256: null, rosters: [], submission: null, corrects: base.number, students: new Set<string>(), removed: 0 } as const;
  if (gate !== 'open') return { status: gate, ...nothing };
  const plan = await submissionPlan(services, store, term, 'term-submission');
  const { rosters, removed, students } = correctionOf(plan.rosters, await submittedRows(services, store, chainOf(store.submissions({ term }), base)), resent);
  if (students.size === 0) return { status: 'unchanged', ...nothing };
  services.progress.step(`${store.school} ${term} correction`);
  const packed = await packSubmission({ ...plan, rosters, corrects: { package: basename(base.package), sha256: base.sha256, removed } });
  const { outbox } = services.home.paths(store.school);
  const path = join(outbox, packageName(store, term, base, packed.sha256));
  const outcome = { edition: 'term-submission', package: path, sha256: packed.sha256, rosters: packed.rosters, corrects: base.number, students, removed: removed.length } as const;
  const known = store.submissions({ term, edition: 'term-submission' }).at(-1);
  if (known?.sha256 === packed.sha256 && await sameFile(path, packed.sha256)) return { status: 'unchanged', submission: null, ...outcome };
  await keepEvidence(store, packed.workbooks);
  mkdirSync(outbox, { recursive: true, mode: 0o700 });
  publishFile(path, packed.bytes);
  const submission = {
    term, edition: 'term-submission', key: packKey(services, check.contentKey, 'term-submission'), package: path, sha256: packed.sha256,
    rosters: packed.rosters, corrects: base.number, removed, digests: await check.digests(),
  };
  return { status: 'packed', submission, ...outcome };
}
