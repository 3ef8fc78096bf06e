/** One school's calendar as people ask for it: what comes next, what is wrong, what nobody has entered. */
import { termOfDate } from '../../core/term.ts';
import type { Fault } from '../../core/fault.ts';
import { numberParam } from '../../rules/read.ts';
import { paramsOf } from '../../rules/policy.ts';
import { comparisonSentence } from '../../report/duties.ts';
import type { ComparisonDuty } from '../../report/duties-model.ts';
import { COMPARISON_DUTIES, dutyTexts } from '../../report/texts/duties.ts';
import { COMPARISON_DAYS } from '../codes/due.ts';
import type { Policy } from '../policy.ts';
import { schoolSettings } from '../school-settings.ts';
import type { Services } from '../services.ts';
import { type Deadline, nextDeadlines } from './deadlines.ts';
import { type MissingDates, missingDates } from './missing.ts';
import { schoolCalendar } from './read.ts';
import { calendarViolations, type Violation } from './violations.ts';

export interface CalendarOverview {
  readonly school: string;
  readonly name: string | null;
  /** As the school has set it, else as the day says. */
  readonly term: string;
  readonly next: readonly Deadline[];
  readonly violations: readonly Violation[];
  readonly missing: readonly MissingDates[];
}

/** Days before a submission closes by which data should be ready; a rule's parameter, so that both say the same. */
function leadDays(services: Services, policy: Policy): number {
  const id = 'calendar/lead-time';
  return numberParam(paramsOf(id, services.rules.get(id)!, policy), 'leadDays');
}

/** A comparison that is late breaks what the letter asks for, whatever the calendar says. */
function lateComparisons(comparisons: readonly ComparisonDuty[]): Violation[] {
  return comparisons.filter(({ state }) => state === 'overdue').map((duty) => ({
    rule: 'codes/comparison-overdue', term: duty.term, severity: 'error', title: COMPARISON_DUTIES.overdue, detail: comparisonSentence(duty), fix: dutyTexts.compareNow,
  }));
}

/**
 * @param comparisons how the school's terms stand with the course-code comparison, where the data is at hand
 * @throws {Fault} `config/invalid` naming file and line
 * @requirement RULE-304, RULE-307, RULE-308, RULE-312, RULE-316
 */
export function calendarOverview(services: Services, school: string, policy: Policy, onFault: (fault: Fault) => void, comparisons: readonly ComparisonDuty[] = []): CalendarOverview {
  const calendar = schoolCalendar(services.home, school);
  return {
    school, name: schoolSettings(services.home, school).name,
    term: calendar.workingTerm ?? termOfDate(services.today),
    next: nextDeadlines(calendar, { today: services.today, comparisonDays: COMPARISON_DAYS, leadDays: leadDays(services, policy), compared: new Set(comparisons.filter(({ state }) => state === 'clean').map(({ term }) => term)) }),
    violations: [...calendarViolations(services, school, calendar, policy, onFault), ...lateComparisons(comparisons)],
    missing: missingDates(calendar, services.today),
  };
}
