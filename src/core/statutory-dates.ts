/** Days of the year on which regulations ask schools to report (RULE-114): `schemas/calendar/statutory.json`. */
import type { Bilingual } from './problem.ts';
import { resourceJson } from './resources.ts';

export interface StatutoryDate extends Bilingual {
  readonly id: string;
  /** `09-30`, the last day. */
  readonly monthDay: string;
}

/**
 * Each with its next occurrence on or after a day, as an ISO date; soonest first.
 * @requirement RULE-114
 */
export function statutoryDatesFrom(today: string): readonly (StatutoryDate & { readonly to: string })[] {
  const { dates } = resourceJson('schemas/calendar/statutory.json') as { readonly dates: readonly StatutoryDate[] };
  const year = Number(today.slice(0, 4));
  return dates
    .map((date) => ({ ...date, to: `${date.monthDay >= today.slice(5) ? year : year + 1}-${date.monthDay}` }))
    .sort((a, b) => (a.to < b.to ? -1 : a.to > b.to ? 1 : 0));
}
