/** When each job last started, kept in the home so that a restart knows what was missed. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { publishFile } from '../../flows/publish-file.ts';
import type { LastStarts } from '../../schedule/due.ts';
import type { Job } from '../../schedule/job.ts';

const file = (home: string): string => join(home, 'jobs.json');

/** Empty for a home in which no job ever ran. */
export function jobStarts(home: string): LastStarts {
  return existsSync(file(home)) ? (JSON.parse(readFileSync(file(home), 'utf8')) as LastStarts) : {};
}

/** Called after the jobs ended: a job cut off half-way is due again, and repeating it changes nothing. */
export function rememberStarts(home: string, jobs: readonly Job[], at: number): void {
  publishFile(file(home), `${JSON.stringify({ ...jobStarts(home), ...Object.fromEntries(jobs.map((job) => [job.id, at])) })}\n`);
}
