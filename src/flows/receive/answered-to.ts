/** Which submissions receipts have answered to: what the central database is known to have. */
import type { PastSubmission, SchoolStore } from '../../store/port.ts';
import { imports } from './shelves.ts';

/** The newest submission of a term and edition that a receipt names; null where none was answered to yet. */
export function lastAnswered(store: SchoolStore, term: string, edition: string): PastSubmission | null {
  const named = new Set(imports(store).flatMap(({ lines }) => lines).flatMap((line) => line.named));
  return store.submissions({ term, edition }).findLast(({ number }) => named.has(number)) ?? null;
}
