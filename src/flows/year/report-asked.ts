/** A check as somebody asks for it: of a term, or of a school year and a batch. */
import type { Lang } from '../../core/text.ts';
import { parseTerm } from '../../core/term.ts';
import type { SchoolStore } from '../../store/port.ts';
import { type CheckOutcome, checkTerm } from '../check/check.ts';
import type { RowNotes } from '../check/row-notes.ts';
import type { Policy } from '../policy.ts';
import { type Reported, reportCheck } from '../reports.ts';
import type { Services } from '../services.ts';
import { checkYear } from './check.ts';
import type { Batch } from './rosters.ts';
import { yearPlan } from './scope.ts';

/**
 * @param term `114-1`; `114-0` for what is submitted once a year
 * @param batch of the last grade; null for the others
 * @throws {Fault} `term/no-data`
 */
export async function checkAsked(services: Services, store: SchoolStore, term: string, batch: Batch, policy: Policy, notes: RowNotes | null = null): Promise<CheckOutcome> {
  const parsed = parseTerm(term);
  return parsed?.part === 0 ? checkYear(services, store, yearPlan(services, parsed.year, batch, policy), policy, notes) : checkTerm(services, store, term, policy, notes);
}

/** The same with its reports written. @param workbook see `reportCheck` */
export function reportAsked(services: Services, store: SchoolStore, term: string, batch: Batch, policy: Policy, workbook: Lang | null = null): Promise<Reported> {
  return reportCheck(services, store, (notes) => checkAsked(services, store, term, batch, policy, notes), workbook);
}
