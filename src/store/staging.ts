/** Taking one input's records in, unseen until published. */
import { randomBytes } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { CanonicalRecord } from '../core/record.ts';
import type { Box } from './box.ts';
import { inDurableTransaction, inTransaction } from './database.ts';
import { labels } from './labels.ts';
import type { InputInfo, QuarantineItem, Staging } from './port.ts';
import type { SchoolKeys } from './school-keys.ts';
import { nameHash } from './school-keys.ts';
import { StageBuffer } from './stage-buffer.ts';
import type { Batch } from './stage-batch.ts';
import type { StageQueue } from './stage-queue.ts';

/** Rejected items sealed together. */
const PAGE_ITEMS = 256;
/** Rejected pages held at most. */
const PAGES = 32;

export interface StagingContext {
  readonly keys: SchoolKeys;
  readonly db: DatabaseSync;
  readonly box: Box;
  readonly queue: StageQueue;
}

/** Opens a staging for an input; what an earlier staging of it left unpublished is thrown away. */
export function openStaging({ keys, db, box, queue }: StagingContext, input: string): Staging {
  const salt = randomBytes(16);
  const load = inTransaction(db, () => {
    for (const row of db.prepare('SELECT load FROM loads WHERE input = ? AND published IS NULL').all(input)) dropLoad(db, row['load'] as number);
    return Number(db.prepare('INSERT INTO loads (input, salt) VALUES (?, ?)').run(input, salt).lastInsertRowid);
  });
  const buffer = new StageBuffer({ school: keys.school, input });
  let pages: Batch['rejects'][number][] = [];
  let page: Omit<QuarantineItem, 'file'>[] = [];
  let pageNumber = 0;
  let part = 0;
  let state: 'open' | 'closed' = 'open';

  const mustBeOpen = (): void => {
    if (state !== 'open') throw new Error('the staging is closed');
  };
  const closePage = (): void => {
    if (page.length > 0) pages.push({ page: pageNumber++, items: page });
    page = [];
  };
  const takeBatch = (last = false): Batch => {
    const rejects = pages;
    pages = [];
    return { load, input, salt, last, rejects, part: part++, ...buffer.take() };
  };

  return {
    input,
    async add(records: readonly CanonicalRecord[]) {
      mustBeOpen();
      for (const record of records) {
        buffer.add(record);
        if (buffer.due) await queue.send(takeBatch());
      }
    },
    ticket(type, fields) {
      mustBeOpen();
      return { place: { school: keys.school, input }, slots: buffer.slots, seed: { type, fields } };
    },
    async take(batches) {
      mustBeOpen();
      if (buffer.records > 0) await queue.send(takeBatch());
      for (const batch of batches) {
        buffer.adopt(batch.slots);
        await queue.send({ load, input, salt, last: false, rejects: [], part: part++, ...batch });
      }
    },
    async reject(items) {
      mustBeOpen();
      for (const item of items) {
        page.push(item);
        if (page.length >= PAGE_ITEMS) closePage();
        if (pages.length >= PAGES) await queue.send(takeBatch());
      }
    },
    async finish(info: InputInfo) {
      mustBeOpen();
      if (info.id !== input) throw new Error('the info belongs to another input');
      closePage();
      await queue.sendLast(takeBatch(true));
      const keep = db.prepare('UPDATE loads SET info = ?, file = ? WHERE load = ?');
      inDurableTransaction(db, () => keep.run(box.seal(labels.info(input), info), nameHash(keys, info.file), load));
      state = 'closed';
    },
    async abort() {
      if (state === 'closed') return;
      state = 'closed';
      // The thread may have failed: what it did write is thrown away all the same.
      await queue.drain().catch(() => undefined);
      inTransaction(db, () => dropLoad(db, load));
    },
  };
}

/** Throws away one load with everything that belongs to it; within a transaction. */
export function dropLoad(db: DatabaseSync, load: number): void {
  for (const table of ['documents', 'pages', 'layouts', 'rejects', 'discards', 'active', 'loads']) {
    db.prepare(`DELETE FROM ${table} WHERE load = ?`).run(load);
  }
}

/** Throws away every load that was never published. Only for the holder of the school's lock, before it stages. */
export function dropLeftovers(db: DatabaseSync): void {
  const loads = db.prepare('SELECT load FROM loads WHERE published IS NULL').all();
  if (loads.length === 0) return;
  inTransaction(db, () => {
    for (const row of loads) dropLoad(db, row['load'] as number);
  });
}
