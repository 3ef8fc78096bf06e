/** The ledger of a school's packages, on shelves of its store: sealed, students named by their keyed reference. */
import type { StudentKey } from '../../../core/record.ts';
import type { SchoolStore, ShelfChange } from '../../../store/port.ts';
import type { Keep } from '../items/merge.ts';
import type { LedgerEntry, LedgerPackage } from './entry.ts';

/** Keys are `<reference>/<package>`. */
const ENTRIES = 'portfolio/entries';
/** Keys are those of packages. */
const PACKAGES = 'portfolio/packages';
/** Keys are `<reference>/<conflict>`. */
const DECISIONS = 'portfolio/decisions';

/** A person's word on two versions of one item. */
export interface Decision {
  readonly keep: Keep;
  readonly reason: string;
  readonly by: string;
  /** ISO time. */
  readonly at: string;
}

const entryKey = (ref: string, key: string): string => `${ref}/${key}`;

/** All entries, by student and then by package. */
export function allEntries(store: SchoolStore): readonly LedgerEntry[] {
  return [...store.shelf(ENTRIES).entries()].map(([, value]) => value as LedgerEntry);
}

/** True for a school that ever took a student's package in. */
export function hasEntries(store: SchoolStore): boolean {
  return store.shelf(ENTRIES).keys().length > 0;
}

/** The entries of one person, by any of the keys, oldest package first. */
export function entriesOf(store: SchoolStore, keys: readonly StudentKey[]): readonly LedgerEntry[] {
  const shelf = store.shelf(ENTRIES);
  const found = new Set(keys.map((key) => store.studentRef(key)));
  return [...found].flatMap((ref) => [...shelf.entries(`${ref}/`)].map(([, value]) => value as LedgerEntry)).sort((a, b) => a.number - b.number);
}

/** Keys that packages say are one person's. */
export function knownAliases(entries: readonly LedgerEntry[]): readonly (readonly [present: StudentKey, former: StudentKey])[] {
  return entries.flatMap(({ key, formerKeys }) => formerKeys.map((former) => [key, former] as const));
}

/** Oldest first. */
export function packages(store: SchoolStore): readonly LedgerPackage[] {
  return [...store.shelf(PACKAGES).entries()].map(([, value]) => value as LedgerPackage).sort((a, b) => a.number - b.number);
}

/** Null for a package that was never taken in. */
export function findPackage(store: SchoolStore, key: string): LedgerPackage | null {
  return store.shelf(PACKAGES).get(key) as LedgerPackage | null;
}

/** The change that keeps what is said of a package. */
export function packageChange(taken: LedgerPackage): ShelfChange {
  return { shelf: PACKAGES, key: taken.key, value: taken };
}

/** The change that puts one entry; one of the same student and package is replaced, nothing else. */
export function entryChange(store: SchoolStore, entry: LedgerEntry): ShelfChange {
  return { shelf: ENTRIES, key: entryKey(store.studentRef(entry.key), entry.package), value: entry };
}

/** What was decided about the conflicts of one person. */
export function decisionsOf(store: SchoolStore, keys: readonly StudentKey[]): (conflict: string) => Decision | null {
  const shelf = store.shelf(DECISIONS);
  const refs = keys.map((key) => store.studentRef(key));
  return (conflict) => refs.map((ref) => shelf.get(entryKey(ref, conflict)) as Decision | null).find((decision) => decision !== null) ?? null;
}

/** The change that keeps a decision. */
export function decisionChange(store: SchoolStore, key: StudentKey, conflict: string, decision: Decision): ShelfChange {
  return { shelf: DECISIONS, key: entryKey(store.studentRef(key), conflict), value: decision };
}

/** Changes with anything that changes what the ledger says; null for a school that never took anything in. */
export function ledgerKey(store: SchoolStore): string | null {
  const entries = [...store.shelf(ENTRIES).entries()].map(([key, value]) => [key, (value as LedgerEntry).state, (value as LedgerEntry).change]);
  const taken = packages(store).map(({ key, number, sha256, takenAt }) => [key, number, sha256, takenAt]);
  return entries.length + taken.length === 0 ? null : JSON.stringify([entries, taken, [...store.shelf(DECISIONS).entries()]]);
}
