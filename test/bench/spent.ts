/** Loaded before what is measured: says at its end, on a channel of its own, what the process took. */
import { writeSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';
import { SPENT } from './measure.ts';

if (isMainThread) {
  process.on('exit', () => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
    writeSync(SPENT, JSON.stringify({ rss: maxRSS, cpu: (userCPUTime + systemCPUTime) / 1e6 }));
  });
}
