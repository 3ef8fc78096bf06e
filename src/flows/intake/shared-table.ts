/** Reading one large table with several threads, this one among them: each takes the next part, and results are taken in order. */
import type { TableParts } from '../../core/table.ts';
import type { Lanes } from '../services.ts';
import { type LaneData, type LaneResult, openLane } from './lane.ts';

/** Parts a thread may be ahead of the one whose turn it is: memory holds no more results than that. */
const AHEAD = 2;

type Outcome = { readonly result: LaneResult } | { readonly error: unknown };

/**
 * Yields what came of the parts, in the order of the file, until one is not clean; returns the index of that one, or how
 * many there are.
 */
export async function* readShared({ ranges }: TableParts, lanes: Lanes, data: LaneData): AsyncGenerator<LaneResult, number> {
  const pool = lanes.open(data);
  const here = await openLane(data);
  const readers = [here, ...Array.from({ length: lanes.others }, () => pool.read)];
  const outcomes = new Map<number, Outcome>();
  let waiting: (() => void)[] = [];
  const at = { begun: 0, taken: 0, ended: false };
  const moved = (): void => {
    const all = waiting;
    waiting = [];
    for (const wake of all) wake();
  };
  const change = (): Promise<void> => new Promise((resolve) => waiting.push(resolve));

  const threads = readers.map(async (read) => {
    for (;;) {
      while (!at.ended && at.begun - at.taken >= readers.length * AHEAD) await change();
      if (at.ended || at.begun >= ranges.length) return;
      const index = at.begun++;
      outcomes.set(index, await read(ranges[index]!).then((result) => ({ result }), (error: unknown) => ({ error })));
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
