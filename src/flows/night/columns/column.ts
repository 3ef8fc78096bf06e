/** A column of the district's page: one file in this folder, and a line in the index beside it. */
import type { DistrictCell, DistrictColumn } from '../../../report/district-column.ts';
import type { ComparisonDuty } from '../../../report/duties-model.ts';
import type { SchoolStore } from '../../../store/port.ts';
import type { Services } from '../../services.ts';
import type { TermNight } from '../term.ts';

/** A school after its night, whichever night brought it about. */
export interface SchoolAfter {
  readonly services: Services;
  readonly store: SchoolStore;
  /** The term the page speaks of; null where the school has none. */
  readonly term: string | null;
  readonly nights: readonly TermNight[];
  readonly comparison: ComparisonDuty | null;
}

export interface ColumnSource extends DistrictColumn {
  /** Null where there is nothing to say. The same state gives the same cell; a cell costs no more than looking at the store. */
  cell(school: SchoolAfter): DistrictCell | null | Promise<DistrictCell | null>;
}

/** Keeps the literal's type checked. */
export function column(definition: ColumnSource): ColumnSource {
  return definition;
}
