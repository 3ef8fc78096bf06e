/** When a term's first comparison is due: within four weeks of the school's first day (RULE-308, certainty A). */
import { addDays } from '../../core/days.ts';
import { schoolCalendar } from '../calendar/read.ts';
import type { Services } from '../services.ts';

/** Days from 開學 to the last day for the first comparison. */
export const COMPARISON_DAYS = 28;

/**
 * ISO date; null where no calendar says when the school begins.
 * @requirement RULE-308
 */
export function comparisonDue({ home }: Services, school: string, term: string): string | null {
  const firstDay = schoolCalendar(home, school).terms[term]?.firstDay;
  return firstDay === undefined ? null : addDays(firstDay, COMPARISON_DAYS);
}
