/** Where a school stands with the comparison of a term: what was kept, against the calendar and the plan as it is now. */
import { parseTerm, termOfDate } from '../../core/term.ts';
import { differencesIn } from '../../report/comparison-model.ts';
import type { ComparisonDuty, ComparisonState } from '../../report/duties-model.ts';
import type { SchoolStore } from '../../store/port.ts';
import { schoolCalendar } from '../calendar/read.ts';
import { schoolSettings } from '../school-settings.ts';
import type { Services } from '../services.ts';
import { comparisonDue } from './due.ts';
import { type KeptComparison, lastComparison } from './kept.ts';
import { type FiledPlan, filedPlan } from './plan.ts';

/** The term a school is to compare: the one it works in, where the data or the calendar knows it, else the last it handed in. */
export function comparisonTerm(services: Services, store: SchoolStore): string | null {
  const working = schoolSettings(services.home, store.school).term ?? termOfDate(services.today);
  const held = store.terms().filter((term) => parseTerm(term)?.part !== 0);
  return held.includes(working) || comparisonDue(services, store.school, working) !== null ? working : held.at(-1) ?? null;
}

function stateOf(last: KeptComparison | null, { plan, key }: FiledPlan, late: boolean): ComparisonState {
  if (!last) return late ? 'overdue' : plan.rows.length === 0 ? 'no-plan' : 'never';
  if (last.planKey !== key) return 'changed';
  return differencesIn(last.result.summary) > 0 ? 'differences' : 'clean';
}

/** How one term stands. @param filed where it is at hand already */
export async function comparisonDuty(services: Services, store: SchoolStore, term: string, filed?: FiledPlan): Promise<ComparisonDuty> {
  const last = lastComparison(store, term);
  const due = comparisonDue(services, store.school, term);
  return {
    term, due, first: last?.first ?? null, last: last?.today ?? null, differences: last ? differencesIn(last.result.summary) : 0,
    state: stateOf(last, filed ?? await filedPlan(store), due !== null && due < services.today),
  };
}

/** How every term stands for which the calendar says when school began. */
export async function comparisonDuties(services: Services, store: SchoolStore): Promise<ComparisonDuty[]> {
  const { terms } = schoolCalendar(services.home, store.school);
  const filed = await filedPlan(store);
  return Promise.all(Object.keys(terms).filter((term) => terms[term]!.firstDay !== undefined).map((term) => comparisonDuty(services, store, term, filed)));
}
