/** What the rules about the filed plan share: which row of it a record speaks of, and of which term. */
import { parseCourseCode } from '../core/course-code.ts';
import type { PlanRow } from '../core/filed-plan.ts';
import { planPlace } from '../core/plan-terms.ts';
import type { CanonicalRecord } from '../core/record.ts';
import { parseTerm, type Term } from '../core/term.ts';
import { courseCodeOf, numberOf, textOf } from './read.ts';
import type { RuleContext } from './rule.ts';

/** Kinds of course record that are about the term they are handed in for. */
const OF_THE_TERM: readonly (string | undefined)[] = ['regular', 'nightRegular'];

/** Kinds that say themselves which term the course belongs to. */
const OF_ANOTHER_TERM: readonly (string | undefined)[] = ['makeup', 'retake', 'transfer', 'nightTransfer'];

/** Fields by which a record says of which course and term it is; for `reads`. */
export const PLAN_FIELDS = ['courseCode', 'courseYear', 'courseTerm'] as const;

/**
 * Rows of the plan with the record's code. Null where the plan cannot say anything of it: the code is none, of another
 * school, or of an entry year whose plan was not taken in.
 */
export function planRowsOf(record: CanonicalRecord, { plan, school }: Pick<RuleContext, 'plan' | 'school'>): readonly PlanRow[] | null {
  const text = textOf(record, 'courseCode') ?? '';
  const code = parseCourseCode(text);
  if (!plan || !code || code.school !== school || !plan.years.includes(code.entryYear)) return null;
  return plan.byCode(text);
}

function termOf(record: CanonicalRecord, term: string): Term | null {
  if (OF_THE_TERM.includes(record.kind)) return parseTerm(term);
  if (!OF_ANOTHER_TERM.includes(record.kind)) return null;
  const [year, part] = [numberOf(record, 'courseYear'), numberOf(record, 'courseTerm')];
  return typeof year === 'number' && (part === 1 || part === 2) ? { year, part } : null;
}

/** Where in the plan's strings the record's course was taken; null where it does not say, or outside the plan's six terms. */
export function placeInPlan(record: CanonicalRecord, { term }: Pick<RuleContext, 'term'>): number | null {
  const code = courseCodeOf(record);
  const taken = termOf(record, term);
  return code && taken ? planPlace(code.entryYear, taken) : null;
}
