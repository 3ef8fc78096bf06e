/** The roster workbooks of a submission, and what is said of them. */
import type { RosterOrigin } from '../core/roster-origin.ts';
import { sha256 } from '../core/sha256.ts';
import type { Term } from '../core/term.ts';
import type { BagFile } from './bag.ts';
import { type RosterSheet, rosterWorkbook } from './roster.ts';

/** One workbook to be written. */
export interface RosterPlan {
  readonly roster: string;
  /** 名冊別, by school year. */
  readonly rosterType: string;
  /** File name inside the package, with extension. */
  readonly file: string;
  /** 學期 on the cover, where it is another than the submission's. */
  readonly part?: 0 | 1 | 2;
  readonly sheets: readonly RosterSheet[];
  /** Taken as it is instead of writing the sheets. */
  readonly workbook?: Uint8Array;
  /** How the workbook of a 預檢 came about. */
  readonly origin?: RosterOrigin;
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

/** Rosters without a single row are left out: an empty workbook would claim that there is nothing. */
function withRows(rosters: readonly RosterPlan[]): readonly RosterPlan[] {
  return rosters.filter((roster) => roster.sheets.some((sheet) => sheet.rows.length > 0));
}

/**
 * The workbooks in the order of the plans. Equal plans give equal bytes.
 *
 * @param term of the covers, for rosters that name no 學期 of their own
 */
export async function packRosters(school: string, term: Term, plans: readonly RosterPlan[]): Promise<{ readonly workbooks: readonly BagFile[]; readonly rosters: readonly PackedRoster[] }> {
  const workbooks: BagFile[] = [];
  const rosters: PackedRoster[] = [];
  for (const { roster, rosterType, file, part = term.part, sheets, workbook, origin } of withRows(plans)) {
    const bytes = workbook ?? await rosterWorkbook({ school, term: { year: term.year, part }, rosterType }, sheets);
    workbooks.push({ name: file, bytes });
    rosters.push({
      rosterType, roster, file, sha256: sha256(bytes), sheets: Object.fromEntries(sheets.map((sheet) => [sheet.title, sheet.rows.length])),
      ...(origin ? { origin } : {}),
    });
  }
  return { workbooks, rosters };
}

/** Rows in all workbooks together. */
export function rowsIn(rosters: readonly PackedRoster[]): number {
  return rosters.reduce((sum, { sheets }) => sum + Object.values(sheets).reduce((a, b) => a + b, 0), 0);
}
