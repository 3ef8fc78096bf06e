/** Rejected rows and files: listed until discarded or until their input is replaced. */
import type { DatabaseSync } from 'node:sqlite';
import type { Box } from './box.ts';
import { inTransaction } from './database.ts';
import type { PublishedInput } from './inputs.ts';
import { publishedInputs } from './inputs.ts';
import { labels } from './labels.ts';
import type { QuarantineItem } from './port.ts';

type Kept = Omit<QuarantineItem, 'file'>;

/** Items of active inputs; a filter by input or id also finds those of an input that was replaced. */
export function listQuarantine(db: DatabaseSync, box: Box, filter: { readonly input?: string; readonly id?: string } = {}): readonly QuarantineItem[] {
  const input = filter.input ?? filter.id?.split(':')[0];
  return publishedInputs(db, box)
    .filter((one) => (input === undefined ? one.active : one.info.id === input))
    .flatMap((one) => itemsOf(db, box, one))
    .filter((item) => filter.id === undefined || item.id === filter.id);
}

export function countQuarantine(db: DatabaseSync, box: Box): number {
  const loads = publishedInputs(db, box).filter((one) => one.active).map((one) => one.load);
  const count = db.prepare('SELECT (SELECT ifnull(sum(items), 0) FROM rejects WHERE load = :load) - (SELECT count(*) FROM discards WHERE load = :load) AS n');
  return loads.reduce((sum, load) => sum + Number(count.get({ load })?.['n']), 0);
}

/** Marks one item, or every item of an input, as dealt with; false when there is none left to mark. */
export function discardItem(db: DatabaseSync, box: Box, id: string): boolean {
  return inTransaction(db, () => {
    const input = id.split(':')[0] as string;
    const found = publishedInputs(db, box).find((one) => one.info.id === input);
    const items = found ? itemsOf(db, box, found).filter((item) => id === input || item.id === id) : [];
    const mark = db.prepare('INSERT OR IGNORE INTO discards (load, item) VALUES (?, ?)');
    for (const item of items) mark.run(found?.load as number, item.id);
    return items.length > 0;
  });
}

function itemsOf(db: DatabaseSync, box: Box, { load, info }: PublishedInput): readonly QuarantineItem[] {
  const gone = new Set(db.prepare('SELECT item FROM discards WHERE load = ?').all(load).map((row) => row['item']));
  return db.prepare('SELECT page, body FROM rejects WHERE load = ? ORDER BY page').all(load)
    .flatMap((row) => box.open(labels.rejects(info.id, row['page'] as number), row['body'] as Uint8Array) as Kept[])
    .filter((item) => !gone.has(item.id))
    .map((item) => ({ ...item, file: info.file }));
}
