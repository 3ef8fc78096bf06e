/**
 * Shelves: sealed values a flow keeps of a school by name, beside the records (receipts, decisions, what was handed over).
 * Shelf names and keys stand in clear, so nothing personal may be in them: students are named by their keyed hash.
 */
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Box } from './box.ts';
import { inDurableTransaction } from './database.ts';
import { labels } from './labels.ts';
import type { Shelf, ShelfChange } from './port.ts';

/** Made when the first value is kept, so that a school that has none stays as it is. */
const TABLE = 'CREATE TABLE IF NOT EXISTS shelves (shelf TEXT NOT NULL, key TEXT NOT NULL, body BLOB NOT NULL, UNIQUE (shelf, key))';

/** What reads the shelves of one database, prepared once: a school's thousand students are asked about one by one. */
interface Queries {
  readonly get: StatementSync;
  readonly keys: StatementSync;
  readonly page: StatementSync;
}

const QUERIES = new WeakMap<DatabaseSync, Queries>();

/** Entries read at a time. */
const PAGE = 200;

/** Greater than any text that goes on after a prefix. */
const LAST = '\u{10ffff}';

/** Null where nothing was ever kept. */
function queries(db: DatabaseSync): Queries | null {
  const known = QUERIES.get(db);
  if (known) return known;
  if (db.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'shelves'").get() === undefined) return null;
  const made: Queries = {
    get: db.prepare('SELECT body FROM shelves WHERE shelf = ? AND key = ?'),
    keys: db.prepare('SELECT key FROM shelves WHERE shelf = ? AND key >= ? AND key < ? ORDER BY key'),
    page: db.prepare(`SELECT key, body FROM shelves WHERE shelf = ?1 AND key >= ?2 AND key < ?3 AND (?4 IS NULL OR key > ?4) ORDER BY key LIMIT ${PAGE}`),
  };
  QUERIES.set(db, made);
  return made;
}

/** A view of one shelf as it is at each call; an empty one where nothing was kept yet. */
export function openShelf(db: DatabaseSync, box: Box, shelf: string): Shelf {
  const open = (key: string, body: unknown): unknown => box.open(labels.shelf(shelf, key), body as Uint8Array);
  return {
    get(key) {
      const row = queries(db)?.get.get(shelf, key);
      return row === undefined ? null : open(key, row['body']);
    },
    keys: (prefix = '') => (queries(db)?.keys.all(shelf, prefix, prefix + LAST) ?? []).map((row) => row['key'] as string),
    *entries(prefix = '') {
      for (let after: string | null = null, more = true; more;) {
        const rows = queries(db)?.page.all(shelf, prefix, prefix + LAST, after) ?? [];
        for (const { key, body } of rows) yield [key as string, open(key as string, body)];
        after = (rows.at(-1)?.['key'] ?? null) as string | null;
        more = rows.length === PAGE;
      }
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
