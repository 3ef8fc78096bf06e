/** Packs a term when the gate is open and delivers it into the outbox. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '../../core/sha256.ts';
import type { GateState } from '../../report/model.ts';
import { packSubmission, type SubmissionEdition } from '../../package/submission.ts';
import type { SchoolStore, SubmissionInfo } from '../../store/port.ts';
import type { CheckOutcome } from '../check/check.ts';
import { publishFile, sameFile } from '../publish-file.ts';
import type { Services } from '../services.ts';
import { keepEvidence } from './evidence.ts';
import { submissionPlan } from './plan.ts';
import { termRosters } from './term-rosters.ts';

export interface PackOutcome {
  readonly status: 'packed' | 'shut' | 'held' | 'unchanged';
  readonly edition: SubmissionEdition;
  /** Absolute path; null when nothing was packed. */
  readonly package: string | null;
  readonly sha256: string | null;
  readonly rosters: SubmissionInfo['rosters'];
  /** For the caller to accept into the store, last of all: it settles what the gate compares with. Null when nothing was packed. */
  readonly submission: SubmissionInfo | null;
}

const refused = (edition: SubmissionEdition, gate: Exclude<GateState, 'open'>): PackOutcome => ({ status: gate, edition, package: null, sha256: null, rosters: [], submission: null });

/** What decides a package's bytes: equal keys, equal bytes. */
export function packKey(services: Services, contentKey: string, edition: SubmissionEdition): string {
  return sha256(JSON.stringify([contentKey, edition, termRosters(services.home.path), services.version, services.registry.hash]));
}

/** `014302_114-1_term-submission_3f2a….zip`: a later package never overwrites an earlier one. */
function packageName(store: SchoolStore, term: string, edition: SubmissionEdition, key: string): string {
  return `${store.school}_${term}_${edition}_${key.slice(0, 12)}.zip`;
}

/**
 * A shut or held gate packs nothing. A package that is already there, byte for byte, is `unchanged`;
 * one that went missing from the outbox is made again with the same bytes.
 */
export async function packTerm(services: Services, store: SchoolStore, term: string, edition: SubmissionEdition, check: CheckOutcome): Promise<PackOutcome> {
  const { gate } = check.report;
  if (gate !== 'open') return refused(edition, gate);
  const key = packKey(services, check.contentKey, edition);
  const outbox = services.home.paths(store.school).outbox;
  const path = join(outbox, packageName(store, term, edition, key));
  const accepted = store.submission(term, edition);
  if (accepted?.key === key && await sameFile(path, accepted.sha256)) {
    return { status: 'unchanged', edition, package: path, sha256: accepted.sha256, rosters: accepted.rosters, submission: null };
  }
  services.progress.step(`${store.school} ${term} ${edition}`);
  const packed = await packSubmission(await submissionPlan(services, store, term, edition));
  await keepEvidence(store, packed.workbooks);
  mkdirSync(outbox, { recursive: true, mode: 0o700 });
  publishFile(path, packed.bytes);
  const submission = { term, edition, key, package: path, sha256: packed.sha256, rosters: packed.rosters, digests: await check.digests() };
  return { status: 'packed', edition, package: path, sha256: packed.sha256, rosters: packed.rosters, submission };
}
