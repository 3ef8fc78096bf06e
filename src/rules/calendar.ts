/** What the rules about the calendar share: whose a window is, and running them without any records. */
import { type CalendarWindow, type SchoolCalendar, spanOf, type TermCalendar, windowsFor, type WindowKind } from '../core/calendar.ts';
import { Fault } from '../core/fault.ts';
import { paramsOf, type Policy } from './policy.ts';
import type { CalendarRule, Hit, RuleContext } from './rule.ts';
import type { Catalogue } from './types.ts';

/** Grades of senior high; extended study counts as the third. */
export const GRADES: readonly number[] = [1, 2, 3];

/** True when the calendar has dates of the term the context is about. */
export function hasTerm({ calendar, term }: Pick<RuleContext, 'calendar' | 'term'>): boolean {
  return calendar?.terms[term] !== undefined;
}

/** What the calendar has of the term; nothing when it does not have the term. */
export function termIn(calendar: SchoolCalendar, { term }: Pick<RuleContext, 'term'>): TermCalendar {
  return calendar.terms[term] ?? {};
}

/** `1, 2`, or `1–3` for a window of every grade; alike in both languages. */
export function gradesText({ grades }: Pick<CalendarWindow, 'grades'>): string {
  return grades ? [...grades].sort().join(', ') : '1–3';
}

/** From the first to the last day on which one grade can do something; null where no window is known. */
export function spanFor(calendar: SchoolCalendar, term: string, kind: WindowKind, grade: number): ReturnType<typeof spanOf> {
  return spanOf(windowsFor(calendar, term, kind, { grade }));
}

export interface CalendarViolation {
  readonly id: string;
  readonly rule: CalendarRule;
  readonly hit: Hit;
}

/**
 * Runs the rules about the calendar over one term, whatever the school has in it; over the term it works in even
 * without dates.
 * @param onFault told about every rule that threw; the others go on
 */
export function checkCalendar(catalogue: Catalogue, context: Omit<RuleContext, 'params'>, policy: Policy, onFault: (fault: Fault) => void): CalendarViolation[] {
  const { calendar } = context;
  if (!calendar || !(hasTerm(context) || calendar.workingTerm === context.term)) return [];
  return [...catalogue].flatMap(([id, rule]): CalendarViolation[] => {
    if (rule.scope !== 'calendar' || policy.severities?.[id] === 'off') return [];
    try {
      return [...rule.check(calendar, { ...context, params: paramsOf(id, rule, policy) }) ?? []].map((hit) => ({ id, rule, hit }));
    } catch (cause) {
      onFault(new Fault('rules/threw', { rule: id, detail: String(cause) }, { cause }));
      return [];
    }
  });
}
