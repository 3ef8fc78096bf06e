import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { say } from './say.mjs';

/** No set-up takes this long; a lock this old belongs to a machine or container that is gone. */
const STALE_MS = 20 * 60_000;

/** Runs the work while holding a lock file that names our process; waits for whoever holds it. */
export async function withLock(file, work) {
  for (let waited = 0; !take(file); waited += 1) {
    if (waited === 0) say('另一個設定程序正在進行，等待中…', 'another set-up is under way, waiting for it…');
    await pause(250);
  }
  const release = () => rmSync(file, { force: true });
  const interrupted = (signal) => {
    release();
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.once(signal, interrupted);
  try {
    return await work();
  } finally {
    release();
    for (const signal of signals) process.removeListener(signal, interrupted);
  }
}

function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  if (isStale(file)) rmSync(file, { force: true });
  return false;
}

/** The holder died without taking its lock along. A lock that vanishes while we look is not stale but released. */
function isStale(file) {
  try {
    if (Date.now() - statSync(file).mtimeMs > STALE_MS) return true;
    const holder = Number(readFileSync(file, 'utf8'));
    // Just created and not yet written by its owner.
    if (!Number.isInteger(holder) || holder === 0) return false;
    process.kill(holder, 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}
