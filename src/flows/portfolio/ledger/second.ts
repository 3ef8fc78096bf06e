/** The second a package is made in: it is in its name, so that no two packages of a school have the same. */
import { taipeiSecond } from '../../../observe/clock.ts';
import type { SchoolStore, ShelfChange } from '../../../store/port.ts';
import { handedOver } from './handed-over.ts';

/** Lists that are being done, by their ids: the second each began. */
const SHELF = 'portfolio/begun';
const SECOND = 1000;

/**
 * The second of a new package, in local time. A list that was cut off keeps the one it began with: its package is made
 * again under the same name.
 *
 * @param request id of the list; null for a package asked for on the command line
 * @param now ms of the epoch
 */
export function secondOf(store: SchoolStore, request: string | null, now: number): string {
  const begun = new Map([...store.shelf(SHELF).entries()].map(([id, at]) => [id, String(at)]));
  const before = request === null ? undefined : begun.get(request);
  if (before !== undefined) return before;
  const taken = new Set([...begun.values(), ...handedOver(store).map(({ at }) => at)]);
  let second = now;
  while (taken.has(taipeiSecond(second))) second += SECOND;
  const at = taipeiSecond(second);
  if (request !== null) store.shelve([{ shelf: SHELF, key: request, value: at }]);
  return at;
}

/** The changes that say a list is done. */
export function doneChanges(request: string | null): readonly ShelfChange[] {
  return request === null ? [] : [{ shelf: SHELF, key: request, value: null }];
}
