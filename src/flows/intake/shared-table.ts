/**
 * Reading one large table with several threads: each takes the next part, and results are taken in order. This thread only
 * takes them: its own nursery cannot be kept small, and grew by 100 MB where it read along.
 */
import type { TableParts } from '../../core/table.ts';
import type { Lanes } from '../services.ts';
import type { LaneData, LaneResult } from './lane.ts';

/** Parts a thread may be ahead of the one whose turn it is: memory holds no more results than that. */
const AHEAD = 2;

type Outcome = { readonly result: LaneResult } | { readonly error: unknown };

/**
 * Yields what came of the parts, in the order of the file, until one is not clean; returns the index of that one, or how
 * many there are.
 */
export async function* readShared({ ranges }: TableParts, lanes: Lanes, data: LaneData): AsyncGenerator<LaneResult, number> {
  const pool = lanes.open(data);
  const outcomes = new Map<number, Outcome>();
  let waiting: (() => void)[] = [];
  const at = { begun: 0, taken: 0, ended: false };
  const moved = (): void => {
    const all = waiting;
    waiting = [];
    for (const wake of all) wake();
  };
  const change = (): Promise<void> => new Promise((resolve) => waiting.push(resolve));

  const threads = Array.from({ length: lanes.threads }, async () => {
    for (;;) {
      while (!at.ended && at.begun - at.taken >= lanes.threads * AHEAD) await change();
      if (at.ended || at.begun >= ranges.length) return;
      const index = at.begun++;
      outcomes.set(index, await pool.read(ranges[index]!).then((result) => ({ result }), (error: unknown) => ({ error })));
      moved();
    }
  });
  try {
    for (; at.taken < ranges.length; at.taken++, moved()) {
      let outcome: Outcome | undefined;
      while ((outcome = outcomes.get(at.taken)) === undefined) await change();
      outcomes.delete(at.taken);
      if ('error' in outcome) throw outcome.error;
      if (!outcome.result.clean) return at.taken;
      yield outcome.result;
    }
    return ranges.length;
  } finally {
    at.ended = true;
    moved();
    await Promise.all(threads);
    await pool.close();
  }
}
