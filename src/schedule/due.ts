/**
 * Which jobs are due: a pure function of the jobs, what has run, and the time. A tick only looks;
 * a night that was missed is due at the next look, because dueness comes from stored runs.
 */
import type { Job } from './job.ts';

/** Taiwan has kept UTC+8 without daylight saving since 1980 (RULE-301). */
const TAIPEI_OFFSET_MS = 8 * 60 * 60 * 1000;
const DAY_MS = 24 * 60 * 60 * 1000;

/** The last time at or before `now` (ms since 1970) at which the job should have started. */
export function lastScheduled(job: Job, now: number): number {
  const [hours, minutes] = job.daily.split(':').map(Number) as [number, number];
  const local = now + TAIPEI_OFFSET_MS;
  const today = Math.floor(local / DAY_MS) * DAY_MS + (hours * 60 + minutes) * 60 * 1000 - TAIPEI_OFFSET_MS;
  return today <= now ? today : today - DAY_MS;
}

/** When a job last started, in ms since 1970, by job id; absent for a job that never ran. */
export type LastStarts = Readonly<Record<string, number | undefined>>;

/** Jobs whose last start lies before their last scheduled time, each after the ones it waits for. */
export function dueJobs(jobs: readonly Job[], lastStarts: LastStarts, now: number): readonly Job[] {
  const due = new Map(jobs.filter((job) => (lastStarts[job.id] ?? -Infinity) < lastScheduled(job, now)).map((job) => [job.id, job]));
  const ordered: Job[] = [];
  const visit = (job: Job, path: readonly string[]): void => {
    if (ordered.includes(job)) return;
    if (path.includes(job.id)) throw new TypeError(`jobs wait for each other: ${[...path, job.id].join(' → ')}`);
    for (const id of job.after) {
      const earlier = due.get(id);
      if (earlier) visit(earlier, [...path, job.id]);
    }
    ordered.push(job);
  };
  for (const job of due.values()) visit(job, []);
  return ordered;
}
