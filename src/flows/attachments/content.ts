/** What is known of a file's content, by SHA-256: found out once, when it is taken in, and kept beside the blob. */
import { Fault } from '../../core/fault.ts';
import type { SchoolStore, ShelfChange } from '../../store/port.ts';

/** Keys are SHA-256, values {@link Content}. */
const SHELF = 'attachments/content';

export interface Content {
  readonly sha256: string;
  readonly size: number;
  readonly crc32: number;
  readonly md5: string;
  /** By its first bytes; see `formats/media/format.ts`. */
  readonly format: string;
}

/** Null for content that was never taken in as an attachment. */
export function findContent(store: SchoolStore, sha256: string): Content | null {
  return store.shelf(SHELF).get(sha256) as Content | null;
}

/** The content whose SHA-256 begins so; null where none was ever taken in. */
export function findContentByPrefix(store: SchoolStore, prefix: string): Content | null {
  const [sha256] = store.shelf(SHELF).keys(prefix);
  return sha256 === undefined ? null : findContent(store, sha256);
}

/** @throws {Fault} `store/damaged` when the list of files names content nothing is known of */
export function contentOf(store: SchoolStore, sha256: string): Content {
  const found = findContent(store, sha256);
  if (found === null) throw new Fault('store/damaged', { what: store.school, detail: `attachment ${sha256}` });
  return found;
}

/** The changes that keep what was found out, for content that is new. */
export function keepContent(store: SchoolStore, contents: readonly Content[]): readonly ShelfChange[] {
  const known = new Set(store.shelf(SHELF).keys());
  return [...new Map(contents.map((content) => [content.sha256, content])).values()]
    .filter(({ sha256 }) => !known.has(sha256))
    .map((content) => ({ shelf: SHELF, key: content.sha256, value: content }));
}
