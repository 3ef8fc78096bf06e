/**
 * Ticking (the node-cron door). A tick means "look what is due", nothing more: node-cron's own timers
 * are not durable, and a clock change once hung them for a day, so nothing is decided by which tick fires.
 */
import cron from 'node-cron';

export interface Ticker {
  stop(): Promise<void>;
}

/** Calls `look` every minute, never twice at once; `look` must not throw. */
export function everyMinute(look: () => Promise<void>): Ticker {
  const task = cron.schedule('* * * * *', look, { timezone: 'Asia/Taipei', noOverlap: true, name: 'look-what-is-due' });
  return { stop: async () => { await task.destroy(); } };
}
