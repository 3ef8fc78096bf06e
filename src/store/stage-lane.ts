/** Staging done on another thread: what it needs to know, and what it hands back. */
import type { CanonicalRecord } from '../core/record.ts';
import type { DocumentPlace } from './rows.ts';
import type { BatchSlot, PreparedBatch } from './stage-batch.ts';
import { type Seed, StageBuffer } from './stage-buffer.ts';

/** Plain data, for another thread. */
export interface StageTicket {
  readonly place: Pick<DocumentPlace, 'school' | 'input'>;
  /** Slots the staging has records of already. */
  readonly slots: readonly BatchSlot[];
  readonly seed: Seed;
}

/** Turns records into batches as the staging itself would. */
export interface Preparing {
  add(records: readonly CanonicalRecord[]): void;
  /** What was added since the last call. */
  take(): PreparedBatch[];
}

/** @param ticket of the staging the batches are for */
export function prepareFor({ place, slots, seed }: StageTicket): Preparing {
  const buffer = new StageBuffer(place, slots, seed);
  let batches: PreparedBatch[] = [];
  return {
    add(records) {
      for (const record of records) {
        buffer.add(record);
        if (buffer.due) batches.push(buffer.take());
      }
    },
    take() {
      const done = buffer.records > 0 ? [...batches, buffer.take()] : batches;
      batches = [];
      return done;
    },
  };
}
