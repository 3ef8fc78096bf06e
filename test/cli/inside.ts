/** A command line run inside the test's process: for the many short ones where a process each would tell nothing more. */
import { vi } from 'vitest';
import { main } from '../../src/cli/program.ts';
import type { Outcome, Workspace } from '../licheng.ts';

export async function inside({ home, key, root }: Workspace, ...args: readonly string[]): Promise<Omit<Outcome, 'signal'>> {
  const said = { stdout: '', stderr: '' };
  const spies = (['stdout', 'stderr'] as const).map((name) => vi.spyOn(process[name], 'write').mockImplementation((chunk) => {
    said[name] += String(chunk);
    return true;
  }));
  try {
    const code = await main(args, { HOME: root, LANG: 'C.UTF-8', LICHENG_HOME: home, LICHENG_MASTER_KEY_FILE: key });
    return { code, ...said };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}
