/** Other programs, measured from a shell that counts the processor time of its children. */
import { spawnSync } from 'node:child_process';
import type { Measured } from './measure.ts';

/** `0m1.25s` in seconds. */
function seconds(text: string): number {
  const [, minutes = '0', rest = '0'] = /^(\d+)m([\d.]+)s$/.exec(text) ?? [];
  return Number(minutes) * 60 + Number(rest);
}

/** Null where the machine lacks the program. @throws when it fails */
export function tool(script: string, folder: string): Measured | null {
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync('sh', ['-c', `set -e; ${script}; times`], { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (status === 127) return null;
  if (status !== 0) throw new Error(`${script} ended with ${status}: ${stderr}`);
  const [user, system] = stdout.trim().split('\n').at(-1)!.split(/\s+/).map(seconds) as [number, number];
  return { seconds: (performance.now() - started) / 1000, cpu: user + system, mb: 0, said: {} };
}
