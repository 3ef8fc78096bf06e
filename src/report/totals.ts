/** Order and sums of a district's schools. */
import type { TrendPoint } from './district-column.ts';
import type { DistrictReport, SchoolLine, SchoolStatus } from './model.ts';
import { SCHOOL_STATUSES } from './model.ts';

/** Worst first: by status, then errors, rejected rows, warnings; school code last, so that the order is stable. */
export function worstFirst(a: SchoolLine, b: SchoolLine): number {
  return SCHOOL_STATUSES.indexOf(a.status) - SCHOOL_STATUSES.indexOf(b.status)
    || b.errors - a.errors || b.rejected - a.rejected || b.warnings - a.warnings
    || (a.school < b.school ? -1 : a.school > b.school ? 1 : 0);
}

export interface DistrictTotals {
  readonly schools: number;
  readonly statuses: Readonly<Record<SchoolStatus, number>>;
  readonly imported: number;
  readonly rejected: number;
  readonly errors: number;
  readonly warnings: number;
  readonly packages: number;
}

/** Sums over all schools of the run. */
export function districtTotals({ schools }: DistrictReport): DistrictTotals {
  const statuses: Record<SchoolStatus, number> = { fault: 0, shut: 0, held: 0, packed: 0, imported: 0, unchanged: 0 };
  const totals = { imported: 0, rejected: 0, errors: 0, warnings: 0, packages: 0 };
  for (const line of schools) {
    statuses[line.status] += 1;
    totals.imported += line.imported;
    totals.rejected += line.rejected;
    totals.errors += line.errors;
    totals.warnings += line.warnings;
    totals.packages += line.packages.length;
  }
  return { schools: schools.length, statuses, ...totals };
}

/**
 * Errors and warnings of all schools together, one point a day, oldest first. A school counts from its first check on, with what its
 * last one found.
 */
export function districtTrend({ schools }: DistrictReport): readonly TrendPoint[] {
  const days = [...new Set(schools.flatMap(({ trend = [] }) => trend.map(({ today }) => today)))].sort();
  return days.map((today) => {
    const standing = schools.flatMap(({ trend = [] }) => trend.findLast((point) => point.today <= today) ?? []);
    const sum = (of: 'errors' | 'warnings'): number => standing.reduce((total, point) => total + point[of], 0);
    return { today, errors: sum('errors'), warnings: sum('warnings') };
  });
}
