/**
 * A school's calendar: what its 工作小組 and the 國教署 have set (RULE-304, RULE-316). Nothing in it is invented;
 * a date that nobody has entered is absent.
 */
/** What has a first and a last day, in the order it happens. */
export const WINDOW_KINDS = ['upload', 'certification', 'workSelection', 'performanceSelection', 'precheck', 'submission', 'receipt'] as const;

export type WindowKind = (typeof WINDOW_KINDS)[number];

export interface CalendarWindow {
  /** ISO dates, both inclusive, days of Asia/Taipei. */
  readonly from: string;
  readonly to: string;
  /** Left out: every grade. */
  readonly grades?: readonly number[];
  /** 梯次 of grade 3 (RULE-312). */
  readonly batch?: 1 | 2;
  /** Where the dates come from: number of a letter, a school's decision. */
  readonly note?: string;
}

/** A term, or for the key `114-0` what is once a school year. */
export interface TermCalendar extends Readonly<Partial<Record<WindowKind, readonly CalendarWindow[]>>> {
  /** 開學日, the school's first day. */
  readonly firstDay?: string;
  /** 休業式. */
  readonly lastDay?: string;
}

export interface SchoolCalendar {
  /** By term: `114-1`, `114-2`, and `114-0` for what is once a school year. */
  readonly terms: Readonly<Record<string, TermCalendar>>;
  /** The term the school's own setting says it works in (RULE-315); null when it has not said. */
  readonly workingTerm: string | null;
}

/** Whom a window is for; what is left out is not asked about. */
export interface Whose {
  readonly grade?: number | null | undefined;
  readonly batch?: 1 | 2;
}

/**
 * The windows of a kind that hold for a grade and batch: those that name the grade, else those for every grade.
 * Without a grade all of them; an unknown grade (null) has only those for every grade.
 */
export function windowsFor(calendar: SchoolCalendar, term: string, kind: WindowKind, { grade, batch }: Whose = {}): readonly CalendarWindow[] {
  const all = (calendar.terms[term]?.[kind] ?? []).filter((window) => batch === undefined || window.batch === undefined || window.batch === batch);
  if (grade === undefined) return all;
  const own = all.filter(({ grades }) => grade !== null && grades?.includes(grade));
  return own.length > 0 ? own : all.filter(({ grades }) => grades === undefined);
}

/** From the day the first of several windows opens to the day the last of them closes; null for none. */
export function spanOf(windows: readonly CalendarWindow[]): { readonly from: string; readonly to: string } | null {
  const [first] = windows;
  return first === undefined ? null : windows.reduce<{ from: string; to: string }>(
    (span, { from, to }) => ({ from: from < span.from ? from : span.from, to: to > span.to ? to : span.to }), { from: first.from, to: first.to },
  );
}
