/** Packs a term's roster workbooks into one submission package. */
import { sha256 } from '../core/sha256.ts';
import { parseTerm } from '../core/term.ts';
import { zipBag } from './bag.ts';
import { type PackedRoster, packRosters, type RosterPlan, rowsIn } from './workbooks.ts';

/** The editions a term can be packed in: for the ministry's submission, or for its 預檢 (RULE-309). */
export type SubmissionEdition = 'term-submission' | 'precheck';

export interface SubmissionPlan {
  readonly school: string;
  /** `114-1`. */
  readonly term: string;
  readonly edition: SubmissionEdition;
  readonly version: string;
  readonly rosters: readonly RosterPlan[];
  /** The school's own files it was made from. */
  readonly inputs: readonly { readonly file: string; readonly sha256: string }[];
  /** Of a correction: what it corrects, and whose rows of a sheet are gone altogether. */
  readonly corrects?: CorrectedSubmission;
}

/** A correction carries only what changed; a student's rows in a sheet take the place of those that were submitted. */
export interface CorrectedSubmission {
  /** File name and hash of the package that is corrected. */
  readonly package: string;
  readonly sha256: string;
  readonly removed: readonly { readonly file: string; readonly roster: string; readonly rosterType: string; readonly sheet: string; readonly student: string }[];
}

export interface PackedSubmission {
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly rosters: readonly PackedRoster[];
  /** The workbooks alone, in the order of `rosters`: what was submitted, to be held against a receipt. */
  readonly workbooks: readonly Uint8Array[];
}

/**
 * Builds the package: a bag whose payload is the workbooks, with `submission.json`
 * (schema `schemas/package/submission.json`) as a tag file. Equal plans give equal bytes.
 * @requirement RULE-309, RULE-401
 */
export async function packSubmission(plan: SubmissionPlan): Promise<PackedSubmission> {
  const term = parseTerm(plan.term);
  if (!term) throw new TypeError(`not a term: ${plan.term}`);
  const { workbooks: payload, rosters } = await packRosters(plan.school, term, plan.rosters);
  const manifest = {
    school: plan.school,
    term: plan.term,
    edition: plan.edition,
    version: plan.version,
    rosters,
    inputs: plan.inputs,
    ...(plan.corrects === undefined ? {} : { corrects: plan.corrects }),
    rows: rowsIn(rosters),
  };
  const bytes = await zipBag({
    payload,
    tags: [{ name: 'submission.json', bytes: new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`) }],
    info: [
      ['Bag-Software-Agent', `licheng ${plan.version}`],
      ['External-Identifier', `${plan.school}_${plan.term}_${plan.edition}${plan.corrects === undefined ? '' : '_correction'}`],
      ['External-Description', '學生學習歷程檔案 學期名冊'],
    ],
  });
  return { bytes, sha256: sha256(bytes), rosters, workbooks: payload.map((file) => file.bytes) };
}
