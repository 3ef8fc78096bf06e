/**
 * `npm run mutate [-- FILE-OR-FOLDER…]`: changes the rules one mutant at a time and sees whether their tests notice.
 * Without arguments all of `src/rules`, which takes an hour or two; a folder or file takes minutes. Fails below a score
 * of 90 %. Runs at the lowest priority, so that the machine stays usable.
 */
import { spawn } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './steps.ts';

/** `src/rules/course` → every file below it; a file stays itself. */
function pattern(path: string): string {
  return path.endsWith('.ts') ? path : `${path.replace(/\/$/, '')}/**/*.ts`;
}

const slices = process.argv.slice(2).map(pattern);
const stryker = join(ROOT, '.runtime', 'mutation', 'node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js');
const config = join('test', 'mutation', 'stryker.config.json');
setPriority(constants.priority.PRIORITY_LOW);
const child = spawn(process.execPath, [stryker, 'run', config, ...(slices.length > 0 ? ['--mutate', slices.join(',')] : [])], { cwd: ROOT, stdio: 'inherit' });
child.on('close', (code) => { process.exitCode = code ?? 1; });
