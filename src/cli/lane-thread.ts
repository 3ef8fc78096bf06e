/** A thread that reads parts of one large file, one after another. */
import { workerData } from 'node:worker_threads';
import type { PartRange } from '../core/table.ts';
import { serveTasks } from '../engine/serve-tasks.ts';
import { type LaneData, type LaneResult, openLane } from '../flows/intake/lane.ts';
import { batchMemory } from '../store/stage-batch.ts';

const lane = openLane(workerData as LaneData);
serveTasks<PartRange, LaneResult>(async (range) => (await lane)(range), async () => {}, (result) => result.batches.flatMap(batchMemory));
