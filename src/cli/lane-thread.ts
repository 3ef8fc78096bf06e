/** A thread that reads parts of one large file, one after another. */
import { serveTasks } from '../engine/serve-tasks.ts';
import { type LaneResult, type LaneTask, openLane } from '../flows/intake/lane.ts';
import { batchMemory } from '../store/stage-batch.ts';

let lane: ReturnType<typeof openLane> | undefined;
serveTasks<LaneTask, LaneResult>(async ({ data, range }) => (await (lane ??= openLane(data)))(range), async () => {}, (result) => result.batches.flatMap(batchMemory));
