/** What a check of one school's term came to; every report format is drawn from this and nothing else. */
import type { Finding } from '../core/finding.ts';
import type { Bilingual, Severity } from '../core/problem.ts';
import type { WhoseMove } from '../core/fault.ts';
import type { ValueShape } from '../core/value-shape.ts';
import type { Cause } from './cause.ts';
import type { Duties } from './duties-model.ts';
import type { CheckChanges, CheckPoint } from './history-model.ts';
import type { DistrictCell, DistrictColumn, TrendPoint } from './district-column.ts';

export type GateState = 'open' | 'shut' | 'held';

/** Words of a rule or problem code, so that a report needs no catalogue. */
export interface RuleText {
  readonly title: Bilingual;
  /** Template over a finding's params and `{value}`. */
  readonly message: Bilingual;
  readonly why: Bilingual;
  readonly fix: Bilingual;
  /** Requirement ids and sources; empty for problems of file formats. */
  readonly source: readonly string[];
  /** `A` official … `D` unverified; null for problems of file formats. */
  readonly certainty: string | null;
}

export interface RuleCount {
  readonly rule: string;
  readonly severity: Severity;
  /** Exact, whatever the number of samples kept. */
  readonly count: number;
  readonly students: number;
  /** Exact counts by column; left out where findings are about no column. */
  readonly columns?: readonly RuleColumn[];
}

/** How often a rule was broken in one column of one sheet. */
export interface RuleColumn {
  readonly file: string;
  readonly sheet: string;
  /** Header text as it stands in the school's own file. */
  readonly column: string;
  readonly count: number;
  /** What most of these cells look like, and how many do. */
  readonly shape?: ValueShape | null;
  readonly shapeCount?: number;
  /** True where the rows became no records. */
  readonly rejected?: boolean;
}

/** A file of the school's latest drops, and what became of its rows. */
export interface FileLine {
  readonly file: string;
  readonly system: string | null;
  readonly edition: string | null;
  readonly status: 'imported' | 'quarantined';
  readonly sheets: readonly { readonly sheet: string; readonly rowsRead: number; readonly imported: number; readonly rejected: number }[];
}

/** Why a gate is held: a record type changed more than its threshold. */
export interface HoldReason {
  readonly type: string;
  readonly what: 'updated' | 'gone';
  /** Share of the students concerned, 0–1. */
  readonly share: number;
  readonly threshold: number;
}

export interface CheckReport {
  readonly school: string;
  readonly schoolName: string | null;
  readonly term: string;
  /** ISO date the check was made for. */
  readonly today: string;
  readonly version: string;
  readonly gate: GateState;
  readonly holds: readonly HoldReason[];
  /** Who let exactly this content go although it was held, why, and when (ISO time). */
  readonly approval: { readonly reason: string; readonly by: string; readonly at: string } | null;
  readonly summary: {
    readonly errors: number;
    readonly warnings: number;
    readonly infos: number;
    readonly students: number;
    /** Records by type. */
    readonly records: Readonly<Record<string, number>>;
  };
  /** By what unblocks most: in the order in which they are best put right (`fixOrder`). */
  readonly rules: readonly RuleCount[];
  /** Causes that explain many findings at once, the fullest first. */
  readonly causes: readonly Cause[];
  readonly texts: Readonly<Record<string, RuleText>>;
  /** Capped samples per rule; `rules` has the exact counts. */
  readonly findings: readonly Finding[];
  /** What came and went since the check before; null for a term's first. */
  readonly changes: CheckChanges | null;
  /** Totals of the checks so far, oldest first, this one last. */
  readonly points: readonly CheckPoint[];
  /** Where the school stands with what it must be able to show; null where the check says nothing of it. */
  readonly duties: Duties | null;
  /** Waivers that hold for findings, and for how many. */
  readonly waivers: readonly { readonly rule: string; readonly reason: string; readonly by: string; readonly expires: string; readonly findings: number }[];
  readonly skipped: readonly { readonly rule: string; readonly reason: Bilingual }[];
  readonly files: readonly FileLine[];
  readonly quarantined: number;
  /** Error replies of the central database by what they came to, and codes and texts that no rule of ours is known to say; null without any. */
  readonly replies: {
    readonly states: Readonly<Record<string, number>>;
    readonly gaps: readonly { readonly code: string; readonly text: string; readonly count: number }[];
  } | null;
  /** Assumptions in force (certainty C and D), as configuration names them. */
  readonly assumptions: readonly { readonly id: string; readonly text: Bilingual; readonly asOf: string }[];
}

/**
 * Worst first. `fault`: the run itself failed and nothing is said about the data; `imported`: read, with
 * nothing to submit; `unchanged`: nothing new since the last run.
 */
export const SCHOOL_STATUSES = ['fault', 'shut', 'held', 'packed', 'imported', 'unchanged'] as const;

export type SchoolStatus = (typeof SCHOOL_STATUSES)[number];

/** One school's line in the report of a night. */
export interface SchoolLine {
  readonly school: string;
  readonly name: string | null;
  readonly status: SchoolStatus;
  /** Records in force; rows and files in quarantine. */
  readonly imported: number;
  readonly rejected: number;
  readonly errors: number;
  readonly warnings: number;
  /** File names of the packages made. */
  readonly packages: readonly string[];
  /** Who has to act next. */
  readonly whoseMove: WhoseMove | 'none';
  /** Path of the school's own report, relative to this one; null when there is none. */
  readonly report: string | null;
  /** Why, in one sentence, where the status alone does not say it. */
  readonly note?: Bilingual | null;
  /** What else is known of the school, by `DistrictReport.columns`. */
  readonly cells?: Readonly<Record<string, DistrictCell>>;
  /** Errors and warnings after the latest runs, oldest first. */
  readonly trend?: readonly TrendPoint[];
}

/** What a run over all schools of a district came to. */
export interface DistrictReport {
  readonly run: string;
  /** ISO date the run was made for. */
  readonly today: string;
  readonly version: string;
  /** Columns beside the page's own, in the order they stand. */
  readonly columns?: readonly DistrictColumn[];
  readonly schools: readonly SchoolLine[];
}
