/** How the receipts of a school stand: every line counted, and whose move it is. */
import type { WhoseMove } from '../../core/fault.ts';
import type { Bilingual } from '../../core/problem.ts';
import { type Counts, countStudents, type LineState, lineState, whoseMove } from '../../receipts/confirm/summary.ts';
import type { SchoolStore } from '../../store/port.ts';
import type { Services } from '../services.ts';
import { receiptKinds } from './kinds.ts';
import { linesOf, titleOf } from './lines.ts';
import { type LineRecord, studentRecords } from './shelves.ts';

export interface LineStatus {
  readonly record: LineRecord;
  readonly title: Bilingual;
  readonly counts: Counts;
  readonly state: LineState;
  readonly whoseMove: WhoseMove | 'none';
}

function lineStatus(services: Services, store: SchoolStore, record: LineRecord, title: Bilingual): LineStatus {
  const counts = countStudents([...studentRecords(store, record)].map(([, one]) => one), services.today);
  const state = lineState(record.window, counts, services.today);
  return { record, title, counts, state, whoseMove: whoseMove(state, counts) };
}

/** @param term null for every term there is a receipt of */
export function receiptStatus(services: Services, store: SchoolStore, term: string | null): readonly LineStatus[] {
  const kinds = receiptKinds(services.home.path);
  return linesOf(store, kinds, term).map((record) => lineStatus(services, store, record, titleOf(kinds, record)));
}

const URGENCY: readonly (WhoseMove | 'none')[] = ['data-centre', 'operator', 'school', 'vendor', 'none'];

/** Who has to act first, over all lines. */
export function firstMove(moves: readonly (WhoseMove | 'none')[]): WhoseMove | 'none' {
  return URGENCY.find((who) => moves.includes(who)) ?? 'none';
}
