import { afterEach, expect, test } from 'vitest';
import { threadPool, type ThreadPool } from '../../src/engine/thread-pool.ts';

type Task = number | 'fault' | 'throw' | 'die';

const MODULE = new URL('./worker.ts', import.meta.url);
const open: ThreadPool<Task, number>[] = [];

function pool(threads: number): ThreadPool<Task, number> {
  const made = threadPool<Task, number>(MODULE, threads, null);
  open.push(made);
  return made;
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

test('every task is answered, in the caller\'s order, whatever the number of threads', async () => {
  const tasks = Array.from({ length: 40 }, (_, index) => index);
  const two = pool(2);
  expect(await Promise.all(tasks.map((task) => two.run(task)))).toEqual(tasks.map((task) => task * task));
});

test('a fault crosses over as the fault it is, and the thread goes on', async () => {
  const one = pool(1);
  await expect(one.run('fault')).rejects.toMatchObject({ name: 'Fault', code: 'file/not-found', params: { file: 'x' }, words: { detail: { 'zh-TW': '一', en: 'one' } } });
  await expect(one.run('throw')).rejects.toMatchObject({ code: 'internal/unexpected', params: { detail: 'out of range' } });
  expect(await one.run(3)).toBe(9);
});

test('a thread that dies fails its own task only; waiting ones get another thread', async () => {
  const one = pool(1);
  const [died, next] = await Promise.allSettled([one.run('die'), one.run(4)]);
  expect(died).toMatchObject({ status: 'rejected', reason: { code: 'internal/unexpected' } });
  expect(next).toEqual({ status: 'fulfilled', value: 16 });
});

test('threads started beforehand do what comes, and one that could not start is replaced', async () => {
  const two = pool(2);
  two.warm();
  two.warm();
  expect(await Promise.all([two.run(2), two.run(3), two.run(5)])).toEqual([4, 9, 25]);
  const none = threadPool<Task, number>(new URL('./no-such-worker.ts', import.meta.url), 1, null);
  none.warm();
  await new Promise((resolve) => setTimeout(resolve, 200));
  await expect(none.run(1)).rejects.toMatchObject({ code: 'internal/unexpected' });
});
