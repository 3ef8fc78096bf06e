/** The thread behind {@link ThreadSink}: takes blocks in the order they are filled, and sends the digest when the last is written. */
import { createHash } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import { blockOf, BLOCKS, DONE, END, FILLED, LENGTHS, type SharedBlocks } from './blocks.ts';
import { writeAll } from './write-all.ts';

const { fd, blocks } = workerData as { readonly fd: number; readonly blocks: SharedBlocks };
const counters = new Int32Array(blocks.counters);
const hash = createHash('sha256');

for (let number = 0; ; number += 1) {
  while (Atomics.load(counters, FILLED) <= number) Atomics.wait(counters, FILLED, number);
  const length = counters[LENGTHS + (number % BLOCKS)]!;
  if (length === END) break;
  const bytes = blockOf(blocks, number, length);
  hash.update(bytes);
  writeAll(fd, bytes);
  Atomics.store(counters, DONE, number + 1);
  Atomics.notify(counters, DONE);
}
parentPort!.postMessage(hash.digest('hex'));
