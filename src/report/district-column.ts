/**
 * Columns of the district's page beside its own: what a part of the program has to say of every school. Plain data:
 * the page knows nothing of where it comes from.
 */
import type { Bilingual } from '../core/problem.ts';

export interface DistrictColumn {
  /** Key of the cells in `SchoolLine.cells`. */
  readonly id: string;
  readonly title: Bilingual;
}

export interface DistrictCell {
  readonly text: Bilingual;
  /** What stands below it, smaller. */
  readonly note?: Bilingual;
  /** Order of the cells when the table is sorted by the column: smallest first, cells without one last. */
  readonly order?: number | string;
  readonly tone?: 'error' | 'warning' | 'good' | 'muted';
}

/** How many errors and warnings stood at a school after one run. */
export interface TrendPoint {
  /** ISO date the run was made for. */
  readonly today: string;
  readonly errors: number;
  readonly warnings: number;
}
