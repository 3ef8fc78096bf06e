/**
 * Work on threads of this machine: a few workers of one module, each doing one task at a time. One school is
 * one task, so a school is never on two threads at once.
 */
import { Worker } from 'node:worker_threads';
import { Fault, type FaultCode } from '../core/fault.ts';
import type { Params } from '../core/problem.ts';

/** What a worker answers: the result, or the fault in plain data, as errors lose their class between threads. */
export type Answer<R> =
  | { readonly ok: true; readonly result: R }
  | { readonly ok: false; readonly code: FaultCode; readonly params: Params; readonly words: Fault['words'] };

export interface ThreadPool<T, R> {
  /** @throws {Fault} what the task failed with, or `internal/unexpected` when its thread died */
  run(task: T): Promise<R>;
  /** Starts the threads before there is work for them, where loading their module would be waited for; it holds up no process. */
  warm(): void;
  close(): Promise<void>;
}

interface Waiting<T, R> {
  readonly task: T;
  resolve(result: R): void;
  reject(error: Error): void;
}

/**
 * @param module the worker's module, which calls `serveTasks`
 * @param threads most workers at once; each starts when there is work for it
 * @param data given to every worker as `workerData`
 * @param nursery most megabytes for a worker's young objects; left to the engine where not said
 */
export function threadPool<T, R>(module: URL, threads: number, data: unknown, nursery?: number): ThreadPool<T, R> {
  const idle: Worker[] = [];
  const all = new Set<Worker>();
  const queue: Waiting<T, R>[] = [];

  const next = (worker: Worker): void => {
    const waiting = queue.shift();
    if (waiting) give(worker, waiting);
    else idle.push(worker);
  };

  const give = (worker: Worker, waiting: Waiting<T, R>): void => {
    worker.ref();
    const done = (): void => {
      worker.off('message', answered);
      worker.off('error', failed);
      worker.off('exit', left);
    };
    const answered = (answer: Answer<R>): void => {
      done();
      if (answer.ok) waiting.resolve(answer.result);
      else waiting.reject(new Fault(answer.code, answer.params, { words: answer.words }));
      next(worker);
    };
    const lost = (detail: string, cause?: Error): void => {
      done();
      all.delete(worker);
      waiting.reject(new Fault('internal/unexpected', { detail }, { cause }));
      if (queue.length > 0) next(start());
    };
    const failed = (error: Error): void => lost(error.message, error);
    const left = (code: number): void => lost(`thread ended with ${code}`);
    worker.on('message', answered);
    worker.on('error', failed);
    worker.on('exit', left);
    worker.postMessage(waiting.task);
  };

  const start = (): Worker => {
    const worker = new Worker(module, { workerData: data, ...(nursery === undefined ? {} : { resourceLimits: { maxYoungGenerationSizeMb: nursery } }) });
    all.add(worker);
    return worker;
  };

  return {
    run: (task) => new Promise<R>((resolve, reject) => {
      queue.push({ task, resolve, reject });
      const worker = idle.pop() ?? (all.size < threads ? start() : undefined);
      if (worker) next(worker);
    }),
    warm() {
      while (all.size < threads) {
        const worker = start();
        worker.unref();
        idle.push(worker);
        // One that cannot start is not there: whoever then needs a thread starts another, and learns why.
        worker.on('error', () => {
          if (!idle.includes(worker)) return;
          idle.splice(idle.indexOf(worker), 1);
          all.delete(worker);
        });
      }
    },
    async close() {
      await Promise.all([...all].map((worker) => new Promise<void>((resolve) => {
        worker.once('exit', () => resolve());
        worker.postMessage(null);
      })));
    },
  };
}
