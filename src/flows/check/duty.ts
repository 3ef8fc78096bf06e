/** Where a school stands with the 預檢 of a term: its last check, against the window the 國教署 has set. */
import { spanOf, windowsFor } from '../../core/calendar.ts';
import type { PrecheckDuty } from '../../report/duties-model.ts';
import type { CheckPoint } from '../../report/history-model.ts';
import type { SchoolStore } from '../../store/port.ts';
import { schoolCalendar } from '../calendar/read.ts';
import type { Services } from '../services.ts';
import { lastCheck } from './history.ts';

/** Of a check that is at hand; null for a term that never was checked. */
export function precheckDutyOf({ home }: Services, school: string, term: string, point: Pick<CheckPoint, 'today' | 'errors'> | null, stale = false): PrecheckDuty {
  return {
    term, on: point?.today ?? null, errors: point?.errors ?? 0,
    state: point === null ? 'never' : stale ? 'changed' : point.errors > 0 ? 'errors' : 'clean',
    window: spanOf(windowsFor(schoolCalendar(home, school), term, 'precheck')),
  };
}

/**
 * As it was kept; data that came since is no longer what was checked.
 * @requirement RULE-309
 */
export function precheckDuty(services: Services, store: SchoolStore, term: string): PrecheckDuty {
  const last = lastCheck(store, term);
  return precheckDutyOf(services, store.school, term, last?.point ?? null, last !== null && last.contentKey !== store.contentKey(term));
}
