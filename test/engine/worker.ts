/** A worker for the pool's tests: squares, fails, or dies, as told. */
import { Fault } from '../../src/core/fault.ts';
import { serveTasks } from '../../src/engine/serve-tasks.ts';

serveTasks<number | 'fault' | 'throw' | 'die', number>(async (task) => {
  if (task === 'fault') throw new Fault('file/not-found', { file: 'x' }, { words: { detail: { 'zh-TW': '一', en: 'one' } } });
  if (task === 'throw') throw new RangeError('out of range');
  if (task === 'die') process.exit(7);
  return task * task;
}, async () => {});
