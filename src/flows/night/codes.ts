/** The night's part in the course-code comparison: compared again where anything changed, and how the school stands with it. */
import type { ComparisonDuty } from '../../report/duties-model.ts';
import type { SchoolStore } from '../../store/port.ts';
import { compareCodes } from '../codes/compare-codes.ts';
import { comparisonDuty, comparisonTerm } from '../codes/duty.ts';
import type { Services } from '../services.ts';

export interface CodesNight {
  /** False when there was nothing to compare, or nothing new. */
  readonly worked: boolean;
  readonly duty: ComparisonDuty | null;
}

/** @param compare false only looks how things stand */
export async function nightOfCodes(services: Services, store: SchoolStore, compare: boolean): Promise<CodesNight> {
  const term = comparisonTerm(services, store);
  if (term === null) return { worked: false, duty: null };
  const worked = compare && (await compareCodes(services, store, term)).status === 'compared';
  return { worked, duty: await comparisonDuty(services, store, term) };
}
