/** Checks a school year's works and performances, for one edition of their submission. */
import type { SchoolStore } from '../../store/port.ts';
import { refreshAttachments } from '../attachments/lists.ts';
import { type CheckOutcome, checkScope } from '../check/check.ts';
import type { RowNotes } from '../check/row-notes.ts';
import type { Policy } from '../policy.ts';
import type { Services } from '../services.ts';
import { type YearPlan, yearScope } from './scope.ts';

/** @throws {Fault} `term/no-data` where nothing of the year is held */
export async function checkYear(services: Services, store: SchoolStore, plan: YearPlan, policy: Policy, notes: RowNotes | null = null): Promise<CheckOutcome> {
  await refreshAttachments(services, store);
  return checkScope(services, store, await yearScope(services, store, plan), policy, notes);
}
