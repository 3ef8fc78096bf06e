/** A school's night of receipts: what was dropped is taken in, windows that are over are closed, and the reports follow. */
import type { WhoseMove } from '../../core/fault.ts';
import type { SchoolStore } from '../../store/port.ts';
import type { SchoolSettings } from '../school-settings.ts';
import type { Services } from '../services.ts';
import { closeWindows } from './act.ts';
import { takeDropped } from './dropped.ts';
import { isDrawn, writeReceiptReport } from './report.ts';
import { imports } from './shelves.ts';
import { firstMove, receiptStatus } from './status.ts';

export interface ReceiptsNight {
  /** False when nothing had to be done. */
  readonly worked: boolean;
  readonly whoseMove: WhoseMove | 'none';
}

/** Doing it again changes nothing; what a student said is never touched by it. */
export async function nightOfReceipts(services: Services, store: SchoolStore, settings: SchoolSettings): Promise<ReceiptsNight> {
  const dropped = await takeDropped(services, store, settings);
  const closed = closeWindows(services, store);
  const terms = [...new Set(imports(store).map(({ term }) => term))];
  const stale = terms.filter((term) => !isDrawn(services, store, term));
  for (const term of stale) await writeReceiptReport(services, store, term);
  const moves = receiptStatus(services, store, null).map(({ whoseMove }) => whoseMove);
  return {
    worked: dropped.worked || closed.length > 0 || stale.length > 0,
    whoseMove: firstMove(dropped.refused > 0 ? [...moves, 'school'] : moves),
  };
}
