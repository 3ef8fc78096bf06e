/** The worker thread of staging: one connection of its own, one batch after another. */
import { parentPort, workerData } from 'node:worker_threads';
import { openDatabase } from './database.ts';
import type { SchoolKeys } from './school-keys.ts';
import type { Batch } from './stage-batch.ts';
import { StageWriter } from './stage-writer.ts';

const { path, keys } = workerData as { path: string; keys: SchoolKeys };
const db = openDatabase(path, keys.school);
const writer = new StageWriter(db, keys);

parentPort?.on('message', (batch: Batch | 'close') => {
  if (batch === 'close') {
    db.close();
    parentPort?.close();
    return;
  }
  try {
    writer.write(batch);
    parentPort?.postMessage({});
  } catch (error) {
    parentPort?.postMessage({ error: error instanceof Error ? error.message : String(error) });
  }
});
