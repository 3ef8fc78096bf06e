/** Dates that a school's calendar should have and has not (RULE-316); nothing is ever put in their place. */
import { type SchoolCalendar, windowsFor } from '../../core/calendar.ts';
import { parseTerm, termOfDate } from '../../core/term.ts';
import type { CALENDAR_ENTRIES } from '../../report/texts/calendar.ts';

export type CalendarEntry = keyof typeof CALENDAR_ENTRIES;

/** What is missing of a term, or for `114-0` of what is once a year. */
export interface MissingDates {
  readonly term: string;
  readonly entries: readonly CalendarEntry[];
}

const OF_A_TERM = ['firstDay', 'lastDay', 'upload', 'certification', 'precheck', 'submission', 'receipt'] as const;
const OF_A_YEAR = ['workSelection', 'performanceSelection', 'submission', 'receipt'] as const;

/** Grades with dates of their own count as entered once any grade has some. */
function absent(calendar: SchoolCalendar, term: string, entries: readonly CalendarEntry[]): MissingDates[] {
  const own = calendar.terms[term] ?? {};
  const without = entries.filter((entry) => (entry === 'firstDay' || entry === 'lastDay' ? own[entry] === undefined : windowsFor(calendar, term, entry).length === 0));
  return without.length === 0 ? [] : [{ term, entries: without }];
}

/**
 * For the term the school works in; in term 2 also for the year, whose works and performances are picked and
 * submitted after it.
 */
export function missingDates(calendar: SchoolCalendar, today: string): MissingDates[] {
  const term = calendar.workingTerm ?? termOfDate(today);
  const parsed = parseTerm(term);
  if (!parsed || parsed.part === 0) return [];
  return [...absent(calendar, term, OF_A_TERM), ...(parsed.part === 2 ? absent(calendar, `${parsed.year}-0`, OF_A_YEAR) : [])];
}
