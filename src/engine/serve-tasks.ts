/** The other end of a thread pool: does one task after another until told to end. */
import { parentPort } from 'node:worker_threads';
import { Fault } from '../core/fault.ts';
import type { Answer } from './thread-pool.ts';

function failure(error: unknown): Answer<never> {
  if (error instanceof Fault) return { ok: false, code: error.code, params: error.params, words: error.words };
  return { ok: false, code: 'internal/unexpected', params: { detail: error instanceof Error ? error.message : String(error) }, words: {} };
}

/**
 * Called once, by a worker's module.
 * @param end called when there is no more work, before the thread ends
 * @param memory of a result that goes to the other thread uncopied
 */
export function serveTasks<T, R>(work: (task: T) => Promise<R>, end: () => Promise<void>, memory: (result: R) => readonly ArrayBuffer[] = () => []): void {
  const port = parentPort;
  if (!port) throw new TypeError('serveTasks is for worker threads');
  port.on('message', async (task: T | null) => {
    if (task === null) {
      await end();
      port.close();
      return;
    }
    try {
      const result = await work(task);
      port.postMessage({ ok: true, result } satisfies Answer<R>, memory(result));
    } catch (error) {
      port.postMessage(failure(error));
    }
  });
}
