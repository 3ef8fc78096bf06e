/** Starting {@link file://./child.ts} and waiting for what it says. */
import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import type { TemporaryHome } from './support.ts';
import { SCHOOL } from './support.ts';

export interface Child {
  readonly pid: number;
  /** Resolves when a line begins with `text`; false when the process ended before. */
  said(text: string): Promise<boolean>;
  kill(): Promise<void>;
  ended(): Promise<number | null>;
}

export function startChild(act: 'hold' | 'take' | 'run', { path, masterKeyPath }: TemporaryHome): Child {
  const child: ChildProcess = spawn(process.execPath, [fileURLToPath(new URL('./child.ts', import.meta.url)), act, path, masterKeyPath, SCHOOL], { stdio: ['ignore', 'pipe', 'inherit'] });
  const exit = once(child, 'exit').then(([code]) => code as number | null);
  const lines: string[] = [];
  let wake = (): void => undefined;
  let over = false;
  const reader = createInterface({ input: child.stdout as NonNullable<typeof child.stdout> });
  reader.on('line', (line) => { lines.push(line); wake(); });
  reader.on('close', () => { over = true; wake(); });
  onTestFinished(() => void child.kill('SIGKILL'));
  return {
    pid: child.pid as number,
    async said(text) {
      for (;;) {
        if (lines.some((line) => line.startsWith(text))) return true;
        if (over) return false;
        await new Promise<void>((resolve) => { wake = resolve; });
      }
    },
    async kill() {
      child.kill('SIGKILL');
      await exit;
    },
    ended: () => exit,
  };
}
