import { spawnSync } from 'node:child_process';

/** What `node --version` says; the reason it says nothing, where the executable is not for this machine. */
export function versionOf(node) {
  const run = spawnSync(node, ['--version'], { encoding: 'utf8' });
  return run.error?.message ?? (run.stdout.trim() || run.stderr.trim());
}
