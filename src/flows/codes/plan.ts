/** The plan a school has filed, as it was taken in. */
import { type CoursePlan, coursePlan } from '../../core/filed-plan.ts';
import { sha256 } from '../../core/sha256.ts';
import { parseTerm } from '../../core/term.ts';
import type { CanonicalRecord } from '../../core/record.ts';
import type { SchoolStore } from '../../store/port.ts';

export interface FiledPlan {
  readonly plan: CoursePlan;
  /** Hash over its rows, whatever file they came in: equal means that nothing of the plan changed. */
  readonly key: string;
}

/** Inputs that hold the plan, by id: as long as they are the same, so is the plan. */
export function planInputs(store: SchoolStore): readonly string[] {
  return store.inputs({ active: true }).filter(({ records }) => (records['coursePlanRow'] ?? 0) > 0).map(({ id }) => id).sort();
}

/**
 * All entry years that were taken in. A plan is for a school year, so its records carry the whole year (`114-0`);
 * plan rows of a single term are a table of the school's own system.
 */
export async function filedPlan(store: SchoolStore): Promise<FiledPlan> {
  const records: CanonicalRecord[] = [];
  for (const term of store.terms()) {
    if (parseTerm(term)?.part !== 0) continue;
    for await (const batch of store.records(term, 'coursePlanRow')) records.push(...batch);
  }
  const plan = coursePlan(records);
  return { plan, key: sha256(JSON.stringify([plan.rows, plan.odd])) };
}
