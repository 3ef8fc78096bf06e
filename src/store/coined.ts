/** The school's 造字 table, sealed whole: it tells which rare characters the school's people are written with. */
import type { DatabaseSync } from 'node:sqlite';
import { type CoinedTable, NO_COINED } from '../core/coined.ts';
import type { Box } from './box.ts';
import { inDurableTransaction } from './database.ts';
import { labels } from './labels.ts';

/** Made when the first table is kept, so that a school that has none stays as it is. */
const TABLE = 'CREATE TABLE IF NOT EXISTS coined (only INTEGER PRIMARY KEY CHECK (only = 1), body BLOB NOT NULL)';

/** Empty before the first was kept. */
export function readCoined(db: DatabaseSync, box: Box): CoinedTable {
  if (!db.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'coined'").get()) return NO_COINED;
  const row = db.prepare('SELECT body FROM coined').get();
  return row ? (box.open(labels.coined(), row['body'] as Uint8Array) as CoinedTable) : NO_COINED;
}

/** Takes the place of the table kept before. */
export function keepCoined(db: DatabaseSync, box: Box, table: CoinedTable): void {
  inDurableTransaction(db, () => {
    db.exec(TABLE);
    db.prepare('INSERT OR REPLACE INTO coined (only, body) VALUES (1, ?)').run(box.seal(labels.coined(), table));
  });
}
