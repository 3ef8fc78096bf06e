/** Hashes and writes an archive on a thread of its own, while the caller reads and hashes the files that go into it. */
import { Worker } from 'node:worker_threads';
import { BLOCK, BLOCKS, blockOf, DONE, END, FILLED, LENGTHS, sharedBlocks } from './blocks.ts';
import type { Sink } from './sink.ts';

export class ThreadSink implements Sink {
  readonly #blocks = sharedBlocks();
  readonly #counters = new Int32Array(this.#blocks.counters);
  readonly #thread: Worker;
  readonly #digest: Promise<string>;
  /** Running number of the block being filled. */
  #number = 0;
  #block: Uint8Array = blockOf(this.#blocks, 0);
  #filled = 0;
  #failure: Error | null = null;

  constructor(fd: number) {
    // The compiled form of this file has a compiled thread beside it.
    const url = new URL(import.meta.url.endsWith('.ts') ? './sink-thread.ts' : './sink-thread.js', import.meta.url);
    this.#thread = new Worker(url, { workerData: { fd, blocks: this.#blocks }, resourceLimits: { maxYoungGenerationSizeMb: 4 } });
    this.#digest = new Promise((resolve, reject) => {
      const fail = (error: Error): void => {
        this.#failure ??= error;
        reject(this.#failure);
        // Whoever waits for a block waits no longer.
        Atomics.notify(this.#counters, DONE);
      };
      this.#thread.once('message', resolve);
      this.#thread.once('error', fail);
      this.#thread.once('exit', () => fail(new Error('the writing thread ended')));
    });
    this.#digest.catch(() => undefined);
  }

  put(bytes: Uint8Array): Promise<void> | undefined {
    const length = Math.min(BLOCK - this.#filled, bytes.length);
    this.#block.set(length === bytes.length ? bytes : bytes.subarray(0, length), this.#filled);
    this.#filled += length;
    if (this.#filled < BLOCK) return undefined;
    this.#send(BLOCK);
    return this.#next(bytes.subarray(length));
  }

  /** Goes on with the rest once there is a block for it. */
  #next(rest: Uint8Array): Promise<void> | undefined {
    const done = Atomics.load(this.#counters, DONE);
    if (this.#failure === null && this.#number - done < BLOCKS) {
      this.#block = blockOf(this.#blocks, this.#number);
      return rest.length === 0 ? undefined : this.put(rest);
    }
    return this.#wait(done).then(() => this.#next(rest));
  }

  async #wait(done: number): Promise<void> {
    const waiting = Atomics.waitAsync(this.#counters, DONE, done);
    if (waiting.async) await Promise.race([waiting.value, this.#digest]);
    if (this.#failure !== null) throw this.#failure;
  }

  #send(length: number): void {
    this.#counters[LENGTHS + (this.#number % BLOCKS)] = length;
    this.#number += 1;
    this.#filled = 0;
    Atomics.store(this.#counters, FILLED, this.#number);
    Atomics.notify(this.#counters, FILLED);
  }

  async end(): Promise<string> {
    if (this.#filled > 0) {
      this.#send(this.#filled);
      await this.#next(new Uint8Array(0));
    }
    this.#send(END);
    return this.#digest;
  }

  async close(): Promise<void> {
    await this.#thread.terminate();
  }
}
