/** The columns of the district's page beside its own, in the order they stand. */
import type { DistrictCell, DistrictColumn } from '../../../report/district-column.ts';
import type { ColumnSource, SchoolAfter } from './column.ts';
import codes from './codes.ts';
import first from './first.ts';
import portfolio from './portfolio.ts';
import precheck from './precheck.ts';
import receipts from './receipts.ts';

const SOURCES: readonly ColumnSource[] = [first, precheck, codes, receipts, portfolio];

export const DISTRICT_COLUMNS: readonly DistrictColumn[] = SOURCES.map(({ id, title }) => ({ id, title }));

/** One school's cells by column. */
export async function districtCells(school: SchoolAfter): Promise<Record<string, DistrictCell>> {
  const cells: Record<string, DistrictCell> = {};
  for (const source of SOURCES) {
    const cell = await source.cell(school);
    if (cell) cells[source.id] = cell;
  }
  return cells;
}
