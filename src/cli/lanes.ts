/** Threads that share in reading one large file: as many as there are processors, the one that asks among them. */
import { availableParallelism } from 'node:os';
import type { PartRange } from '../core/table.ts';
import { threadPool } from '../engine/thread-pool.ts';
import type { LaneResult } from '../flows/intake/lane.ts';
import type { Lanes } from '../flows/services.ts';

/** More would only wait for the one thread that writes. */
const MOST = 5;
/** Megabytes of nursery: most of what a thread makes is garbage at once, so a small one costs nothing and keeps the process small. */
const NURSERY = 16;
/** Bytes: some hundred milliseconds of work, and a batch or two for the thread that writes. */
const PART = 4 * 1024 * 1024;

/** Null where there is one processor. */
export function lanesHere(): Lanes | null {
  const others = Math.min(availableParallelism() - 1, MOST);
  return others < 1 ? null : lanes(others);
}

/**
 * @param others threads beside the one that asks
 * @param part bytes a thread is given at a time
 */
export function lanes(others: number, part = PART): Lanes {
  // The compiled form of this file has a compiled thread beside it.
  const module = new URL(import.meta.url.endsWith('.ts') ? './lane-thread.ts' : './lane-thread.js', import.meta.url);
  return {
    others, part,
    open(data) {
      const pool = threadPool<PartRange, LaneResult>(module, others, data, NURSERY);
      return { read: (range) => pool.run(range), close: () => pool.close() };
    },
  };
}
