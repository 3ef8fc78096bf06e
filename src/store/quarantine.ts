/** Rejected rows and files: listed until discarded or until their input is replaced. */
import type { DatabaseSync } from 'node:sqlite';
import type { Box } from './box.ts';
import { inDurableTransaction } from './database.ts';
import type { PublishedInput } from './inputs.ts';
import { publishedInputs, readInfo } from './inputs.ts';
import { labels } from './labels.ts';
import type { QuarantineItem } from './port.ts';

type Kept = Omit<QuarantineItem, 'file'>;

/** Items of active inputs; a filter by input or id also finds those of an input that was replaced. */
export function listQuarantine(db: DatabaseSync, box: Box, filter: { readonly input?: string; readonly id?: string } = {}): readonly QuarantineItem[] {
  const input = filter.input ?? filter.id?.split(':')[0];
  return publishedInputs(db, input === undefined ? { active: true } : { input })
    .flatMap((one) => itemsOf(db, box, one))
    .filter((item) => filter.id === undefined || item.id === filter.id);
}

/** How many items of active inputs are left. */
export function countQuarantine(db: DatabaseSync): number {
  const count = db.prepare('SELECT (SELECT ifnull(sum(items), 0) FROM rejects WHERE load = :load) - (SELECT count(*) FROM discards WHERE load = :load) AS n');
  return publishedInputs(db, { active: true }).reduce((sum, { load }) => sum + Number(count.get({ load })?.['n']), 0);
}

/** Marks one item, or every item of an input, as dealt with; false when there is none left to mark. */
export function discardItem(db: DatabaseSync, box: Box, id: string): boolean {
  return inDurableTransaction(db, () => {
    const input = id.split(':')[0] as string;
    const mark = db.prepare('INSERT OR IGNORE INTO discards (load, item) VALUES (?, ?)');
    let marked = 0;
    for (const found of publishedInputs(db, { input })) {
      for (const item of itemsOf(db, box, found)) {
        if (id === input || item.id === id) marked += Number(mark.run(found.load, item.id).changes);
      }
    }
    return marked > 0;
  });
}

function itemsOf(db: DatabaseSync, box: Box, found: PublishedInput): readonly QuarantineItem[] {
  const { load, input } = found;
  const pages = db.prepare('SELECT page, body FROM rejects WHERE load = ? ORDER BY page').all(load);
  if (pages.length === 0) return [];
  const { file } = readInfo(box, found);
  const gone = new Set(db.prepare('SELECT item FROM discards WHERE load = ?').all(load).map((row) => row['item']));
  return pages
    .flatMap((row) => box.open(labels.rejects(input, row['page'] as number), row['body'] as Uint8Array) as Kept[])
    .filter((item) => !gone.has(item.id))
    .map((item) => ({ ...item, file }));
}
