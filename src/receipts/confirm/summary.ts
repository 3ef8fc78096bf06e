/** How a line stands: each student counted once, and whose move it is. */
import type { WhoseMove } from '../../core/fault.ts';
import { pending } from './act.ts';
import type { StudentRecord } from './record.ts';
import { isDue, isOpen, type Window } from './window.ts';

/** Where a student stands on a line, by what weighs most among the rows. */
export type Standing = 'open' | 'confirmed' | 'silent' | 'objected' | 'answered' | 'corrected' | 'resubmitted';

const WEIGHT = ['objected', 'corrected', 'resubmitted', 'answered', 'open'] as const;

/** `silent` where any row counts as confirmed because nothing was said. */
export function standingOf({ items }: StudentRecord): Standing {
  const states = new Set(items.map(({ state }) => state));
  const heaviest = WEIGHT.find((state) => states.has(state));
  if (heaviest !== undefined) return heaviest;
  return items.some(({ confirmed }) => confirmed?.why === 'silence') ? 'silent' : 'confirmed';
}

/** Students by standing; they add up to `students`. */
export interface Counts extends Readonly<Record<Standing, number>> {
  readonly students: number;
  /** Objections that wait for an answer, and those whose last day for it is past. */
  readonly pending: number;
  readonly overdue: number;
}

/** @param today ISO date, for what is overdue */
export function countStudents(records: Iterable<StudentRecord>, today: string): Counts {
  const counts = { students: 0, open: 0, confirmed: 0, silent: 0, objected: 0, answered: 0, corrected: 0, resubmitted: 0, pending: 0, overdue: 0 };
  for (const record of records) {
    counts.students += 1;
    counts[standingOf(record)] += 1;
    const waiting = pending(record);
    counts.pending += waiting.length;
    counts.overdue += waiting.filter(({ due }) => due < today).length;
  }
  return counts;
}

/**
 * `waiting`: somebody has something to confirm and no window is open; `announced`, `open`; `ended`: over, silence not
 * recorded yet; `closed`: over, and objections are not settled; `settled`: everybody has confirmed.
 */
export type LineState = 'waiting' | 'announced' | 'open' | 'ended' | 'closed' | 'settled';

/** How a line stands on a day. */
export function lineState(window: Window | null, counts: Counts, today: string): LineState {
  if (counts.students === counts.confirmed + counts.silent) return 'settled';
  if (window !== null && window.closed === null) {
    if (isOpen(window, today)) return 'open';
    return isDue(window, today) ? 'ended' : 'announced';
  }
  return counts.open > 0 ? 'waiting' : 'closed';
}

/**
 * The school answers, corrects and opens windows; an objection left unanswered too long is the data centre's.
 * @requirement RULE-314
 */
export function whoseMove(state: LineState, counts: Counts): WhoseMove | 'none' {
  if (counts.overdue > 0) return 'data-centre';
  if (counts.pending > 0 || state === 'waiting' || state === 'closed') return 'school';
  return 'none';
}
