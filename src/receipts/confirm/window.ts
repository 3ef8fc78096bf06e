/** The days in which students confirm (RULE-313), and what they say of a line. */
import { daysBetween } from '../../core/days.ts';

export interface Window {
  /** ISO dates, both included. */
  readonly from: string;
  readonly to: string;
  /** Newest import it was opened for: what came later is not confirmed by its end. */
  readonly version: number;
  /** ISO date on which silence was recorded; null before that. */
  readonly closed: string | null;
}

/** Days from the first to the last, both included; below 1 where the last comes first. */
export function daysIn(from: string, to: string): number {
  return daysBetween(from, to) + 1;
}

/** True when students may still be heard on this day. */
export function isOpen(window: Window | null, day: string): boolean {
  return window !== null && window.closed === null && window.from <= day && day <= window.to;
}

/** True when the window is over and silence is to be recorded. */
export function isDue(window: Window | null, today: string): boolean {
  return window !== null && window.closed === null && window.to < today;
}

export type WindowFault = 'too-short' | 'too-early' | 'over' | 'shortened';

/**
 * What is wrong with a window somebody wants to open; null for nothing.
 *
 * @param received ISO date of the import: nobody could look before
 * @param running the window that is open now, which may be prolonged and not cut short
 * @requirement RULE-313
 */
export function windowFault(wanted: { readonly from: string; readonly to: string }, { received, today, days, running }: {
  readonly received: string; readonly today: string; readonly days: number; readonly running: Window | null;
}): WindowFault | null {
  if (wanted.from < received) return 'too-early';
  if (wanted.to < today) return 'over';
  if (daysIn(wanted.from, wanted.to) < days) return 'too-short';
  return running !== null && isOpen(running, today) && wanted.to < running.to ? 'shortened' : null;
}
