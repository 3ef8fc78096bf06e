/** Threads that share in reading one large file: as many as there are processors. */
import { availableParallelism } from 'node:os';
import { type ThreadPool, threadPool } from '../engine/thread-pool.ts';
import type { LaneResult, LaneTask } from '../flows/intake/lane.ts';
import type { Lanes } from '../flows/services.ts';

/** More would only wait for the one thread that writes. */
const MOST = 6;
/** Megabytes of nursery: most of what a thread makes is garbage at once, so a small one costs nothing and keeps the process small. */
const NURSERY = 16;
/** Bytes: some hundred milliseconds of work, and a batch or two for the thread that writes. */
const PART = 4 * 1024 * 1024;

/** Null where there is one processor. */
export function lanesHere(): Lanes | null {
  const processors = availableParallelism();
  return processors === 1 ? null : lanes(Math.min(processors, MOST));
}

/**
 * @param threads how many
 * @param part bytes a thread is given at a time
 */
export function lanes(threads: number, part = PART): Lanes {
  // The compiled form of this file has a compiled thread beside it.
  const module = new URL(import.meta.url.endsWith('.ts') ? './lane-thread.ts' : './lane-thread.js', import.meta.url);
  const started = (): ThreadPool<LaneTask, LaneResult> => threadPool<LaneTask, LaneResult>(module, threads, null, NURSERY);
  let ready: ThreadPool<LaneTask, LaneResult> | null = null;
  return {
    threads, part,
    warm() {
      ready ??= started();
      ready.warm();
    },
    open(data) {
      const pool = ready ?? started();
      ready = null;
      return { read: (range) => pool.run({ data, range }), close: () => pool.close() };
    },
  };
}
