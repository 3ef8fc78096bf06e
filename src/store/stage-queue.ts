/**
 * Hands batches to a worker thread, a few at a time. A staging that fits one batch is written where it is:
 * most schools' files are that small, and starting a thread would cost more than the writing.
 */
import { Worker } from 'node:worker_threads';
import type { DatabaseSync } from 'node:sqlite';
import { Fault } from '../core/fault.ts';
import type { SchoolKeys } from './school-keys.ts';
import { type Batch, batchMemory } from './stage-batch.ts';
import { StageWriter } from './stage-writer.ts';

/** Batches the thread may have before the caller must wait: some can pile up while it starts, which takes 0.15 s. */
const AHEAD = 4;

export class StageQueue {
  readonly #path: string;
  readonly #keys: SchoolKeys;
  readonly #here: StageWriter;
  #thread: Worker | null = null;
  #outstanding = 0;
  #failure: Error | null = null;
  #waiting: (() => void)[] = [];

  constructor(path: string, keys: SchoolKeys, db: DatabaseSync) {
    this.#path = path;
    this.#keys = keys;
    this.#here = new StageWriter(db, keys);
  }

  /** Resolves when there is room for another batch. */
  async send(batch: Batch): Promise<void> {
    if (this.#failure) throw this.#failure;
    const thread = (this.#thread ??= this.#start());
    thread.ref();
    this.#outstanding += 1;
    thread.postMessage(batch, batchMemory(batch));
    await this.#settled(AHEAD - 1);
  }

  /** Writes a staging's last batch; resolves when all its batches are written. */
  async sendLast(batch: Batch): Promise<void> {
    if (!this.#thread && !this.#failure) {
      this.#here.write(batch);
      return;
    }
    await this.send(batch);
    await this.drain();
  }

  /** Resolves when nothing is under way. */
  async drain(): Promise<void> {
    await this.#settled(0);
  }

  async close(): Promise<void> {
    const thread = this.#thread;
    if (!thread) return;
    this.#thread = null;
    const gone = new Promise<void>((resolve) => thread.once('exit', () => resolve()));
    thread.ref();
    thread.postMessage('close');
    await gone;
  }

  async #settled(limit: number): Promise<void> {
    while (this.#outstanding > limit && !this.#failure) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    if (this.#failure) throw this.#failure;
  }

  #start(): Worker {
    // The compiled form of this file has a compiled thread beside it.
    const url = new URL(import.meta.url.endsWith('.ts') ? './stage-thread.ts' : './stage-thread.js', import.meta.url);
    const thread = new Worker(url, {
      workerData: { path: this.#path, keys: this.#keys },
      // It makes much short-lived garbage: a small nursery keeps the process small and costs nothing here.
      resourceLimits: { maxYoungGenerationSizeMb: 16 },
    });
    thread.on('message', (answer: { error?: string }) => this.#answered(answer.error));
    thread.on('error', (error) => this.#answered(error.message));
    thread.on('exit', () => {
      if (this.#thread !== thread) return;
      this.#thread = null;
      this.#answered('the writing thread ended');
    });
    return thread;
  }

  #answered(error: string | undefined): void {
    this.#outstanding = Math.max(0, this.#outstanding - 1);
    if (error !== undefined) this.#failure ??= new Fault('internal/unexpected', { detail: error });
    if (this.#outstanding === 0) this.#thread?.unref();
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const wake of waiting) wake();
  }
}
