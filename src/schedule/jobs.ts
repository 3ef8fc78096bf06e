/** Finds the job files: every module below `jobs/` exports one job. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Job } from './job.ts';

/** Jobs in the folder, by file name; `.ts` in a checkout, `.js` where the program is installed. */
export async function loadJobs(folder: string): Promise<readonly Job[]> {
  const files = readdirSync(folder).filter((name) => /\.(ts|js)$/.test(name) && !name.endsWith('.d.ts')).sort();
  const jobs: Job[] = [];
  for (const file of files) {
    const module = (await import(pathToFileURL(join(folder, file)).href)) as { default?: Job };
    if (!module.default) throw new TypeError(`${file} exports no job`);
    jobs.push(module.default);
  }
  return jobs;
}
