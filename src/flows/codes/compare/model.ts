/** What is compared with the plan, and what is found. Pure data: whose file a row is from is for the caller to say. */
import type { PlanRow } from '../../../core/filed-plan.ts';
import type { Term } from '../../../core/term.ts';
import type { DifferenceKind, DifferenceOrigin, DifferenceReason } from '../../../report/comparison-model.ts';

export type Division = 'day' | 'night';

/** A student's course of the term: what the score rosters hold, with or without a score. */
export interface TakenRow {
  /** Tells students apart. */
  readonly who: string;
  readonly division: Division;
  readonly grade: number | null;
  readonly className: string | null;
  /** Null for a row for which the school found no code. */
  readonly code: string | null;
  readonly name: string;
  /** Credits, or hours of the night division; null where none are given. */
  readonly credits: number | null;
  readonly scored: boolean;
}

/** A row of the school's own table of courses; what its system does not say is null. */
export interface CourseRow {
  readonly code: string | null;
  readonly name: string;
  readonly year: number | null;
  /** 群科班代碼 that stands beside the code. */
  readonly group: string | null;
  readonly groupCode: string | null;
  readonly department: string | null;
  readonly classGroup: string | null;
  readonly governing: string | null;
  readonly requiredElective: string | null;
  readonly category: string | null;
  readonly attribute: string | null;
  readonly domain: string | null;
  readonly termCredits: string | null;
  readonly termOpenTypes: string | null;
  /** A table with a row a term has the credits of that term. */
  readonly term: Term | null;
  readonly credits: number | null;
}

/** What the student roster says of a student. */
export interface StudentRow {
  readonly who: string;
  readonly grade: number | null;
  readonly className: string | null;
  readonly groupCode: string | null;
  readonly department: string | null;
  /** Studies at another school this term (借讀). */
  readonly visiting: boolean;
}

/** Students of one class who study by one group. */
export interface ClassGroup {
  readonly division: Division;
  readonly grade: number | null;
  readonly className: string | null;
  /** 群科班代碼. */
  readonly group: string;
  readonly students: number;
}

/** One thing that differs, with what it is about. */
export interface Found {
  readonly kind: DifferenceKind;
  readonly reason: DifferenceReason;
  readonly origin: DifferenceOrigin;
  readonly ours: string | null;
  readonly plan: string | null;
  readonly division: Division;
  /** Row of the plan that was compared, or that is lacking. */
  readonly row: PlanRow | null;
  readonly taken?: TakenRow;
  readonly course?: CourseRow;
  readonly student?: StudentRow;
  readonly class?: ClassGroup;
}

/** A difference without what it is about. */
export type Gap = Pick<Found, 'kind' | 'reason' | 'ours' | 'plan'>;
