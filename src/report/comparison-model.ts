/** What a 課程代碼比對 came to: the filed plan against the school's own data (RULE-415); every form of its report is drawn from this. */
import type { OddPlanRow, PlanRow } from '../core/filed-plan.ts';

/** The kinds of result, in the order they are shown: what a school must put right at its root first. */
export const DIFFERENCE_KINDS = [
  'CODE_MISSING', 'PLAN', 'GROUP_CODE', 'NAME_NOT_FOUND', 'NAME_OR_LEVEL', 'GOVERNING', 'REQUIRED_ELECTIVE', 'CATEGORY', 'DOMAIN',
  'CREDITS', 'TERM_CREDITS', 'OPEN_TYPE', 'REQUIRED_NOT_TAKEN', 'MISSING_IN_SIS',
] as const;

export type DifferenceKind = (typeof DIFFERENCE_KINDS)[number];

/** Which of a kind's meanings it is; the fix depends on it. */
export const DIFFERENCE_REASONS = {
  CODE_MISSING: ['no-code', 'bad-code'],
  PLAN: ['other-year'],
  GROUP_CODE: ['other-group', 'other-school', 'no-plan-year', 'no-plan-group', 'unknown-group', 'own-columns', 'department'],
  NAME_NOT_FOUND: ['no-name'],
  NAME_OR_LEVEL: ['name', 'level', 'subject-code'],
  GOVERNING: ['differs'],
  REQUIRED_ELECTIVE: ['differs'],
  CATEGORY: ['course-category', 'subject-attribute'],
  DOMAIN: ['differs'],
  CREDITS: ['differs'],
  TERM_CREDITS: ['not-taught', 'differs'],
  OPEN_TYPE: ['not-open', 'differs'],
  REQUIRED_NOT_TAKEN: ['nobody', 'class', 'elective'],
  MISSING_IN_SIS: ['no-row'],
} as const satisfies Record<DifferenceKind, readonly string[]>;

export type DifferenceReason = (typeof DIFFERENCE_REASONS)[DifferenceKind][number];

/**
 * Where it was seen: a student's row without a score yet (修課), one with a score (學期成績), the school's own table of
 * courses (課程規劃), a class and its group, the student roster, or a row of the filed plan.
 */
export type DifferenceOrigin = 'enrolled' | 'score' | 'course' | 'class' | 'student' | 'plan';

/** The student of a difference; everything personal is masked already. */
export interface DifferenceStudent {
  readonly id: string;
  readonly studentNumber: string | null;
  readonly name: string | null;
  readonly seat: string | null;
}

export interface Difference {
  readonly kind: DifferenceKind;
  readonly reason: DifferenceReason;
  readonly origin: DifferenceOrigin;
  readonly division: 'day' | 'night';
  readonly student: DifferenceStudent | null;
  readonly grade: number | null;
  readonly class: string | null;
  readonly courseCode: string | null;
  readonly subject: string | null;
  /** Credits or hours as the school has them. */
  readonly credits: number | null;
  /** What the school has, and what the plan says; null where one of them has nothing. */
  readonly ours: string | null;
  readonly plan: string | null;
  /** Index into the plan's rows of the one it was compared with, or that is lacking. */
  readonly planRow: number | null;
  readonly file: string | null;
  readonly sheet: string | null;
  /** 1-based spreadsheet row. */
  readonly row: number | null;
  /** `<inputId>:<table>:<row>`: what `licheng explain` takes. */
  readonly record: string | null;
}

export interface ComparisonResult {
  /** Exact, in the order of the kinds; kinds without a difference are left out. */
  readonly summary: Readonly<Partial<Record<DifferenceKind, number>>>;
  readonly differences: readonly Difference[];
  /** Worth a look, and nothing that must be put right: electives nobody took, a department that the group does not have. */
  readonly remarks: readonly Difference[];
  readonly compared: {
    /** Rows of the school's own table of courses. */
    readonly courses: number;
    readonly scores: number;
    readonly students: number;
    /** Classes and groups: a class of two groups counts twice. */
    readonly classes: number;
    /** 對開 courses whose other term is still to come, or is not in the data. */
    readonly paired: number;
  };
  readonly plan: {
    readonly rows: readonly PlanRow[];
    readonly odd: readonly OddPlanRow[];
    readonly years: readonly number[];
    /** Entry years of students for which no plan was taken in. */
    readonly missing: readonly number[];
  };
}

/** A comparison with everything its pages say. */
export interface ComparisonReport {
  readonly school: string;
  readonly schoolName: string | null;
  readonly term: string;
  /** ISO date the comparison was made for. */
  readonly today: string;
  readonly version: string;
  /** ISO date by which the term's first comparison was due (RULE-308); null where no calendar says when school began. */
  readonly due: string | null;
  /** ISO date of the term's first comparison. */
  readonly first: string;
  /** All of the term's, oldest first, this one included. */
  readonly runs: readonly { readonly today: string; readonly differences: number }[];
  readonly result: ComparisonResult;
}

/** Differences of all kinds together. */
export function differencesIn(summary: ComparisonResult['summary']): number {
  return Object.values(summary).reduce((sum, count) => sum + count, 0);
}
