/** What goes into a run of the rules and what comes out. */
import type { Fault } from '../core/fault.ts';
import type { Finding } from '../core/finding.ts';
import type { Privacy } from '../core/mask.ts';
import type { Bilingual, Severity } from '../core/problem.ts';
import type { CanonicalRecord, StudentKey } from '../core/record.ts';
import type { ValueShape } from '../core/value-shape.ts';
import type { Spot } from './collect.ts';
import type { Policy, UsedWaiver } from './policy.ts';
import type { Rule, RuleContext } from './rule.ts';

/** Every rule by its id (`area/slug`), in the order of the ids. */
export type Catalogue = ReadonlyMap<string, Rule>;

/** All records of one student in one term, as the store gives them. */
export interface StudentFile {
  readonly key: StudentKey;
  readonly records: readonly CanonicalRecord[];
}

/** Where a record's field stands in the school's own file. */
export interface Located {
  readonly file: string | null;
  readonly sheet: string | null;
  /** Header text of the column; null without a field, or when the sheet has no such column. */
  readonly column: string | null;
  /** The cell's text as read, unmasked; the engine masks it. */
  readonly value: string | null;
  /** How the field is to be masked. */
  readonly privacy: Privacy;
}

export type Locate = (record: CanonicalRecord, field: string | undefined) => Located;

export interface RuleRun {
  readonly catalogue: Catalogue;
  /** Each student once; records of other terms must not be among them. */
  readonly students: AsyncIterable<StudentFile>;
  /** Records of the term without a student key: course plan rows, and rows that should have one but do not. */
  readonly keyless?: AsyncIterable<readonly CanonicalRecord[]>;
  readonly context: Omit<RuleContext, 'params'>;
  readonly policy?: Policy;
  readonly locate: Locate;
  /** Samples kept per rule and severity; `SAMPLE_CAPS.rule` when left out. */
  readonly samples?: number;
  /** Told of every finding about a record, samples or not, in the order they are met. */
  readonly onFinding?: (spot: Spot, finding: Finding) => void;
  /** Told once about every rule that threw; the other rules go on. */
  readonly onFault: (fault: Fault) => void;
}

/** Exact, whatever the number of samples kept; a rule with two severities has two of these. */
export interface RuleCount {
  readonly rule: string;
  readonly severity: Severity;
  readonly count: number;
  /** Distinct students among them. */
  readonly students: number;
  /** The same findings by column of the school's own files, most first; those about no field are left out. */
  readonly columns: readonly ColumnCount[];
}

export interface ColumnCount {
  readonly file: string;
  readonly sheet: string;
  /** Header text as it stands in the school's own file. */
  readonly column: string;
  readonly count: number;
  /** What most of these cells look like, and how many do; null when they look like nothing in particular. */
  readonly shape: ValueShape | null;
  readonly shapeCount: number;
}

/** Findings by rule, and by whom they are about: `<id> <birth date>`, '' for nobody. Not for showing, and not to be kept as it is. */
export type Tallies = ReadonlyMap<string, ReadonlyMap<string, number>>;

export interface SkippedRule {
  readonly rule: string;
  readonly reason: Bilingual;
}

export interface RuleOutcome {
  /** Samples: errors first, then by what occurs most, then by place. */
  readonly findings: readonly Finding[];
  /** In the same order as the findings. */
  readonly counts: readonly RuleCount[];
  readonly tallies: Tallies;
  /** Waivers that held for findings, and for how many. */
  readonly waivers: readonly UsedWaiver[];
  /** Ids of the rules that looked at data. */
  readonly ran: readonly string[];
  readonly skipped: readonly SkippedRule[];
  readonly students: number;
  /** Records by type. */
  readonly records: Readonly<Record<string, number>>;
}
