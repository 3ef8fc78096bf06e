/** What a check of one school's term came to; every report format is drawn from this and nothing else. */
import type { Finding } from '../core/finding.ts';
import type { Bilingual, Severity } from '../core/problem.ts';

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
  readonly summary: {
    readonly errors: number;
    readonly warnings: number;
    readonly infos: number;
    readonly students: number;
    /** Records by type. */
    readonly records: Readonly<Record<string, number>>;
  };
  /** By what unblocks most: errors first, then by count. */
  readonly rules: readonly RuleCount[];
  readonly texts: Readonly<Record<string, RuleText>>;
  /** Capped samples per rule; `rules` has the exact counts. */
  readonly findings: readonly Finding[];
  readonly skipped: readonly { readonly rule: string; readonly reason: Bilingual }[];
  readonly files: readonly FileLine[];
  readonly quarantined: number;
  /** Assumptions in force (certainty C and D), as configuration names them. */
  readonly assumptions: readonly { readonly id: string; readonly text: Bilingual; readonly asOf: string }[];
}
