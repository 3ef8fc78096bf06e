/** How many students wait, how many conflicts nobody has decided, and what was refused: kept, so that a page of many schools costs nothing. */
import { canonicalJson } from '../../../core/canonical-json.ts';
import type { SchoolStore } from '../../../store/port.ts';
import { peopleWithPackages } from '../people.ts';
import type { LedgerEntry, LedgerPackage } from './entry.ts';
import { allEntries, hasEntries, packages } from './ledger.ts';

const SHELF = 'portfolio/standing';
const KEY = 'now';

export interface LedgerStanding {
  readonly waiting: number;
  readonly conflicts: number;
  /** Students of packages that were refused and have not come in another way since. */
  readonly refused: number;
}

/** Null for a school that never took a package in. */
export function ledgerStanding(store: SchoolStore): LedgerStanding | null {
  return store.shelf(SHELF).get(KEY) as LedgerStanding | null;
}

/** A student came in another way once a package not older than the one that was refused holds the student; one the package does not name, once the school sent another. */
function stillRefused(all: readonly LedgerPackage[], entries: readonly LedgerEntry[], store: SchoolStore): number {
  const newest = new Map<string, number>();
  for (const { key, formerKeys, number } of entries) {
    for (const ref of [key, ...formerKeys].map((one) => store.studentRef(one))) newest.set(ref, Math.max(number, newest.get(ref) ?? 0));
  }
  return all.flatMap(({ number, from, refused }) => refused.filter(({ key }) => (key === null
    ? !all.some((other) => other.from === from && other.number > number)
    : (newest.get(store.studentRef(key)) ?? 0) < number))).length;
}

/** Works it out anew. @returns true when it changed */
export async function refreshStanding(store: SchoolStore): Promise<boolean> {
  if (!hasEntries(store) && packages(store).length === 0) return false;
  const people = await peopleWithPackages(store);
  const entries = allEntries(store);
  const standing: LedgerStanding = {
    waiting: entries.filter(({ state }) => state === 'waiting').length,
    conflicts: people.flatMap(({ merged }) => merged.conflicts).filter(({ keep }) => keep === null).length,
    refused: stillRefused(packages(store), entries, store),
  };
  if (canonicalJson(standing) === canonicalJson(ledgerStanding(store))) return false;
  store.shelve([{ shelf: SHELF, key: KEY, value: standing }]);
  return true;
}
