/** A command cut off at each of its steps in turn, as `killed.ts` counts them. */
import { once } from 'node:events';
import { join } from 'node:path';
import { expect } from 'vitest';
import { inside, type Workspace } from './licheng.ts';

const KILLED = join(import.meta.dirname, 'killed.ts');

/** Kills the command at each of its steps in a folder in turn, does it again, and gives what became of each; the last was not killed. */
export async function killedEverywhere(folder: string, made: () => Promise<Workspace>, args: readonly string[], outcome: (home: Workspace) => Promise<unknown>): Promise<unknown[]> {
  const found: unknown[] = [];
  for (let step = 1; ; step += 1) {
    const home = await made();
    const [, signal] = await once(home.under({ NODE_OPTIONS: `--import=${KILLED}`, KILL_AT: `${folder}:${step}` }).start(...args), 'exit');
    if (signal === 'SIGKILL') expect([0, 2, 99]).toContain((await inside(home).run(...args)).code);
    found.push(await outcome(inside(home)));
    if (signal !== 'SIGKILL') return found;
  }
}
