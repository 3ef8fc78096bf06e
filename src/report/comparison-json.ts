/** A comparison for machines: a stable contract, to which keys may be added but never renamed or removed. */
import type { Lang } from '../core/text.ts';
import { differenceFix, differenceMessage } from './comparison-groups.ts';
import type { ComparisonReport, ComparisonResult, Difference, DifferenceKind } from './comparison-model.ts';
import type { ComparisonDuty, ComparisonState } from './duties-model.ts';

export interface JsonDifference {
  readonly kind: DifferenceKind;
  /** Masked id; null where it is no single student's. */
  readonly student: string | null;
  readonly class: string | null;
  readonly courseCode: string | null;
  readonly subject: string | null;
  readonly ours: string | null;
  readonly plan: string | null;
  readonly fix: string;
  readonly reason: Difference['reason'];
  readonly origin: Difference['origin'];
  readonly division: Difference['division'];
  readonly message: string;
  readonly file: string | null;
  readonly sheet: string | null;
  readonly row: number | null;
  readonly record: string | null;
}

/** The first six keys, and the first eight of a difference, are the contract; the others came later. */
export interface JsonComparison {
  readonly school: string;
  readonly term: string;
  /** ISO date by which the term's first comparison was due; null where no calendar says when school began. */
  readonly due: string | null;
  /** ISO time of the comparison; null when there never was one. */
  readonly ranAt: string | null;
  readonly summary: ComparisonResult['summary'];
  readonly differences: readonly JsonDifference[];
  readonly remarks: readonly JsonDifference[];
  /** ISO dates: the comparison, the term's first, and the day it was found clean; null for not so. */
  readonly today: string | null;
  readonly first: string | null;
  readonly cleanOn: string | null;
  readonly compared: ComparisonResult['compared'] | null;
  readonly plan: { readonly years: readonly number[]; readonly missing: readonly number[]; readonly rows: number; readonly odd: ComparisonResult['plan']['odd'] } | null;
  readonly runs: ComparisonReport['runs'];
  readonly state: ComparisonState;
}

function jsonDifference(difference: Difference, lang: Lang): JsonDifference {
  const { kind, student, class: name, courseCode, subject, ours, plan, reason, origin, division, file, sheet, row, record } = difference;
  return {
    kind, student: student?.id ?? null, class: name, courseCode, subject, ours, plan, fix: differenceFix(difference)[lang],
    reason, origin, division, message: differenceMessage(difference)[lang], file, sheet, row, record,
  };
}

/**
 * @param ranAt ISO time of the comparison
 * @param state how the school stands now
 */
export function comparisonJson(report: ComparisonReport, ranAt: string, state: ComparisonState, lang: Lang): JsonComparison {
  const { school, term, due, today, first, runs, result: { summary, differences, remarks, compared, plan } } = report;
  return {
    school, term, due, ranAt, summary,
    differences: differences.map((one) => jsonDifference(one, lang)),
    remarks: remarks.map((one) => jsonDifference(one, lang)),
    today, first, cleanOn: differences.length === 0 ? today : null, compared,
    plan: { years: plan.years, missing: plan.missing, rows: plan.rows.length, odd: plan.odd }, runs, state,
  };
}

/** What there is to say before the first comparison. */
export function noComparison(school: string, { term, due, state }: ComparisonDuty): JsonComparison {
  return { school, term, due, ranAt: null, summary: {}, differences: [], remarks: [], today: null, first: null, cleanOn: null, compared: null, plan: null, runs: [], state };
}
