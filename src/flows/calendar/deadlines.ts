/** What a school has to do next, from its calendar, from what follows from it, and from regulations. */
import { type SchoolCalendar, type TermCalendar, WINDOW_KINDS, type WindowKind } from '../../core/calendar.ts';
import { addDays, daysBetween } from '../../core/days.ts';
import type { Bilingual } from '../../core/problem.ts';
import { statutoryDatesFrom } from '../../core/statutory-dates.ts';
import { CALENDAR_ENTRIES, DERIVED_DEADLINES, type ACTORS } from '../../report/texts/calendar.ts';

export type Actor = keyof typeof ACTORS;

export interface Deadline {
  /** A kind of window, `comparison`, `ready`, or the id of a statutory date. */
  readonly what: string;
  readonly label: Bilingual;
  /** Null for a statutory date, which belongs to no term of ours. */
  readonly term: string | null;
  readonly grades: readonly number[] | null;
  readonly batch: number | null;
  /** Null where only the end is set. */
  readonly from: string | null;
  readonly to: string;
  readonly whoseMove: Actor;
  /** 0 on the last day. */
  readonly daysLeft: number;
}

export interface DeadlineOptions {
  readonly today: string;
  /** Days from 開學 to the first comparison of course codes (RULE-308). */
  readonly comparisonDays: number;
  /** Days before the end of a submission by which data should be ready (RULE-307). */
  readonly leadDays: number;
  /** Terms whose comparison has been done without errors. */
  readonly compared: ReadonlySet<string>;
}

const ACTOR: Readonly<Record<WindowKind, Actor>> = {
  upload: 'student', certification: 'teacher', workSelection: 'student', performanceSelection: 'student',
  precheck: 'school', submission: 'school', receipt: 'student',
};

type Undated = Omit<Deadline, 'daysLeft'>;

function ofTerm(term: string, own: TermCalendar, { comparisonDays, leadDays, compared }: DeadlineOptions): Undated[] {
  const windows = WINDOW_KINDS.flatMap((what) => (own[what] ?? []).map(({ from, to, grades = null, batch = null }): Undated => (
    { what, label: CALENDAR_ENTRIES[what], term, grades, batch, from, to, whoseMove: ACTOR[what] })));
  const ready = windows.filter(({ what }) => what === 'submission')
    .map((submission): Undated => ({ ...submission, what: 'ready', label: DERIVED_DEADLINES.ready, from: null, to: addDays(submission.to, -leadDays) }));
  const comparison: Undated[] = own.firstDay === undefined || compared.has(term) ? []
    : [{ what: 'comparison', label: DERIVED_DEADLINES.comparison, term, grades: null, batch: null, from: own.firstDay, to: addDays(own.firstDay, comparisonDays), whoseMove: 'school' }];
  return [...comparison, ...windows, ...ready];
}

/** Everything that is not over, soonest first. */
export function nextDeadlines(calendar: SchoolCalendar, options: DeadlineOptions): Deadline[] {
  const { today } = options;
  const statutory = statutoryDatesFrom(today).map(({ id, to, ...label }): Undated => (
    { what: id, label: { 'zh-TW': label['zh-TW'], en: label.en }, term: null, grades: null, batch: null, from: null, to, whoseMove: 'school' }));
  return [...Object.entries(calendar.terms).flatMap(([term, own]) => ofTerm(term, own, options)), ...statutory]
    .filter(({ to }) => to >= today)
    .map((deadline) => ({ ...deadline, daysLeft: daysBetween(today, deadline.to) }))
    .sort((a, b) => a.daysLeft - b.daysLeft || (a.what < b.what ? -1 : a.what > b.what ? 1 : 0));
}
