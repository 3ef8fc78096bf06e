/**
 * Shelves: sealed values a flow keeps of a school by name, beside the records (receipts, decisions, what was handed over).
 * Shelf names and keys stand in clear, so nothing personal may be in them: students are named by their keyed hash.
 */
import type { DatabaseSync } from 'node:sqlite';
import type { Box } from './box.ts';
import { inDurableTransaction } from './database.ts';
import { labels } from './labels.ts';
import type { Shelf, ShelfChange } from './port.ts';

/** Made when the first value is kept, so that a school that has none stays as it is. */
const TABLE = 'CREATE TABLE IF NOT EXISTS shelves (shelf TEXT NOT NULL, key TEXT NOT NULL, body BLOB NOT NULL, UNIQUE (shelf, key))';

function exists(db: DatabaseSync): boolean {
  return db.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'shelves'").get() !== undefined;
}

/** A view of one shelf as it is at each call; an empty one where nothing was kept yet. */
export function openShelf(db: DatabaseSync, box: Box, shelf: string): Shelf {
  const keys = (prefix: string): readonly string[] => !exists(db) ? [] :
    db.prepare('SELECT key FROM shelves WHERE shelf = ? AND substr(key, 1, length(?2)) = ?2 ORDER BY key').all(shelf, prefix).map((row) => row['key'] as string);
  const get = (key: string): unknown => {
    const row = exists(db) ? db.prepare('SELECT body FROM shelves WHERE shelf = ? AND key = ?').get(shelf, key) : undefined;
    return row === undefined ? null : box.open(labels.shelf(shelf, key), row['body'] as Uint8Array);
  };
  return {
    get,
    keys: (prefix = '') => keys(prefix),
    *entries(prefix = '') {
      for (const key of keys(prefix)) yield [key, get(key)];
    },
  };
}

/** Puts or removes one value inside a transaction of the caller's; null removes. */
export function putOnShelf(db: DatabaseSync, box: Box, { shelf, key, value }: ShelfChange): void {
  db.exec(TABLE);
  if (value === null) {
    db.prepare('DELETE FROM shelves WHERE shelf = ? AND key = ?').run(shelf, key);
  } else {
    db.prepare('INSERT INTO shelves (shelf, key, body) VALUES (?, ?, ?) ON CONFLICT (shelf, key) DO UPDATE SET body = excluded.body')
      .run(shelf, key, box.seal(labels.shelf(shelf, key), value));
  }
}

/** Puts and removes values, on one shelf or several, in one transaction. */
export function changeShelves(db: DatabaseSync, box: Box, changes: Iterable<ShelfChange>): void {
  inDurableTransaction(db, () => {
    for (const change of changes) putOnShelf(db, box, change);
  });
}
