/**
 * Emptying an inbox after what lay in it was published. A list of what is to go is written first: cut off
 * half-way, the rest would otherwise look like a new drop and take the place of the whole one.
 */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { DropOutcome } from '../intake/outcome.ts';
import { publishFile, sameFile } from '../publish-file.ts';
import type { Services } from '../services.ts';

type Read = DropOutcome['read'];

function listFile(services: Services, school: string): string {
  return join(services.home.paths(school).state, 'emptying.json');
}

/** Does the rest of an emptying that was cut off. */
export async function finishEmptying(services: Services, school: string): Promise<void> {
  const list = listFile(services, school);
  if (!existsSync(list)) return;
  const { inbox } = services.home.paths(school);
  const read = JSON.parse(readFileSync(list, 'utf8')) as Read;
  for (const { path, sha256 } of read) {
    const file = join(inbox, path);
    // A file that was written anew since it was read stays for the next night.
    if (await sameFile(file, sha256)) rmSync(file, { force: true });
  }
  rmSync(list);
}

/** Removes from the inbox what was read from it; paths are kept relative, as the home may move. */
export async function emptyRead(services: Services, school: string, read: Read): Promise<void> {
  const { inbox } = services.home.paths(school);
  publishFile(listFile(services, school), `${JSON.stringify(read.map(({ path, sha256 }) => ({ path: relative(inbox, path), sha256 })))}\n`);
  await finishEmptying(services, school);
}
