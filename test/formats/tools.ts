/** Foreign programs that tests compare with, where the machine has them. */
import { spawnSync } from 'node:child_process';

/** Runs a program and gives its standard output; throws when it fails. */
export function run(program: string, ...args: string[]): string {
  const done = spawnSync(program, args, { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C.UTF-8', PYTHONIOENCODING: 'utf-8' } });
  if (done.error) throw done.error;
  if (done.status !== 0) throw new Error(`${program} ended with ${done.status}: ${done.stdout}${done.stderr}`);
  return done.stdout;
}

/** Whether a program can be started at all. */
export function has(program: string, ...args: string[]): boolean {
  const done = spawnSync(program, args, { stdio: 'ignore' });
  return !done.error && done.status === 0;
}

const PYTHONS = ['python3', '/usr/bin/python3'];

/** A Python that has the module, or null. */
export function pythonWith(module: string): string | null {
  return PYTHONS.find((python) => has(python, '-c', `import ${module}`)) ?? null;
}
