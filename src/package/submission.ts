/** Packs a term's roster workbooks into one submission package. */
import { sha256 } from '../core/sha256.ts';
import { parseTerm } from '../core/term.ts';
import { type BagFile, zipBag } from './bag.ts';
import { type RosterSheet, rosterWorkbook } from './roster.ts';
import type { RosterOrigin } from '../core/roster-origin.ts';

/** The editions a term can be packed in: for the ministry's submission, or for its 預檢 (RULE-309). */
export type SubmissionEdition = 'term-submission' | 'precheck';

/** One workbook to be written. */
export interface RosterPlan {
  readonly roster: string;
  /** 名冊別, by school year. */
  readonly rosterType: string;
  /** File name inside the package, with extension. */
  readonly file: string;
  readonly sheets: readonly RosterSheet[];
  /** Taken as it is instead of writing the sheets. */
  readonly workbook?: Uint8Array;
  /** How the workbook of a 預檢 came about. */
  readonly origin?: RosterOrigin;
}

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

/** One line of the contract's `rosters`. */
export interface PackedRoster {
  /** 名冊 name. */
  readonly roster: string;
  readonly rosterType: string;
  readonly file: string;
  /** Of the workbook, lower-case hex. */
  readonly sha256: string;
  /** Rows by 分頁, without the header. */
  readonly sheets: Readonly<Record<string, number>>;
  /** How the workbook of a 預檢 came about. */
  readonly origin?: RosterOrigin;
}

export interface PackedSubmission {
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly rosters: readonly PackedRoster[];
  /** The workbooks alone, in the order of `rosters`: what was submitted, to be held against a receipt. */
  readonly workbooks: readonly Uint8Array[];
}

/** Rosters without a single row are left out: an empty workbook would claim that there is nothing. */
function withRows(rosters: readonly RosterPlan[]): readonly RosterPlan[] {
  return rosters.filter((roster) => roster.sheets.some((sheet) => sheet.rows.length > 0));
}

/**
 * Builds the package: a bag whose payload is the workbooks, with `submission.json`
 * (schema `schemas/package/submission.json`) as a tag file. Equal plans give equal bytes.
 * @requirement RULE-309, RULE-401
 */
export async function packSubmission(plan: SubmissionPlan): Promise<PackedSubmission> {
  const term = parseTerm(plan.term);
  if (!term) throw new TypeError(`not a term: ${plan.term}`);
  const payload: BagFile[] = [];
  const rosters: PackedRoster[] = [];
  for (const roster of withRows(plan.rosters)) {
    const bytes = roster.workbook ?? await rosterWorkbook({ school: plan.school, term, rosterType: roster.rosterType }, roster.sheets);
    payload.push({ name: roster.file, bytes });
    rosters.push({
      rosterType: roster.rosterType,
      roster: roster.roster,
      file: roster.file,
      sha256: sha256(bytes),
      sheets: Object.fromEntries(roster.sheets.map((sheet) => [sheet.title, sheet.rows.length])),
      ...(roster.origin ? { origin: roster.origin } : {}),
    });
  }
  const manifest = {
    school: plan.school,
    term: plan.term,
    edition: plan.edition,
    version: plan.version,
    rosters,
    inputs: plan.inputs,
    ...(plan.corrects === undefined ? {} : { corrects: plan.corrects }),
    rows: rosters.reduce((sum, roster) => sum + Object.values(roster.sheets).reduce((a, b) => a + b, 0), 0),
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
