/** Files somebody has looked at and put out of the way: they are kept, may still be named, and are not asked about again. */
import type { SchoolStore } from '../../store/port.ts';

/** Keys are SHA-256. */
const SHELF = 'attachments/set-aside';

/** SHA-256 of every such file. */
export function filesSetAside(store: SchoolStore): ReadonlySet<string> {
  return new Set(store.shelf(SHELF).keys());
}

/** Remembers that a file is to be asked about no more. */
export function setAside(store: SchoolStore, contents: readonly string[]): void {
  store.shelve(contents.map((sha256) => ({ shelf: SHELF, key: sha256, value: true })));
}
