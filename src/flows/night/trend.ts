/** How many errors stood at each school, run after run, from the catalogue of runs. */
import type { Catalogue } from '../../store/catalogue.ts';
import type { TrendPoint } from '../../report/district-column.ts';
import type { SchoolNight } from './outcome.ts';

/** Points of a trend, and runs looked back upon: there may be several in a day. */
const POINTS = 20;
const RUNS = 60;

/** Runs in which nothing was found out about a school say nothing of it. */
const SILENT: readonly string[] = ['fault', 'busy'];

/** What is kept with a run for the trends of later ones. */
export type RecordedNight = SchoolNight & { readonly today: string };

/**
 * Oldest first, one point a day: of several runs of a day the last counts.
 *
 * @param run the run under way, which the catalogue may know already when it was cut off
 * @param nights what the run under way came to, as the last point of these schools
 */
export function trendsOf(catalogue: Catalogue, run: string, nights: readonly RecordedNight[]): ReadonlyMap<string, readonly TrendPoint[]> {
  const trends = new Map<string, TrendPoint[]>();
  const add = ({ school, status, today, findings }: RecordedNight): void => {
    if (SILENT.includes(status) || today === undefined) return;
    const points = (trends.get(school) ?? []).filter((point) => point.today !== today);
    points.push({ today, errors: findings.errors, warnings: findings.warnings });
    trends.set(school, points);
  };
  const past = catalogue.list(RUNS).filter((one) => one.run !== run).toReversed();
  for (const { schools } of past) for (const night of schools) add(night as unknown as RecordedNight);
  for (const night of nights) add(night);
  return new Map([...trends].map(([school, points]) => [school, points.slice(-POINTS)]));
}
