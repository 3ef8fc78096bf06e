/**
 * `npm run build`: emits `dist/`, the JavaScript of `src`, `adapters` and `jobs` under the same paths, because
 * Node strips types in a checkout but not below `node_modules`. JSON resources stay where they are:
 * the program finds them from the package's top folder.
 */
import { existsSync, globSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { report, ROOT, run, tool } from './steps.ts';

const dist = join(ROOT, 'dist');
// Emitted aside and renamed, so that a failed build leaves the last good one.
const aside = join(ROOT, '.runtime', `dist-${process.pid}`);

/** Source files that have no counterpart in the emitted tree. */
function missing(): readonly string[] {
  const sources = globSync('{src,adapters,jobs}/**/*.ts', { cwd: ROOT });
  return sources.filter((source) => !source.endsWith('.d.ts') && !existsSync(join(aside, source.replace(/\.ts$/, '.js'))));
}

const emitted = await run({ name: 'emit', args: [tool('typescript', 'bin', 'tsc'), '-p', join(ROOT, 'tsconfig.build.json'), '--outDir', aside, '--pretty', 'false'] });
report(emitted);
const lost = emitted.passed ? missing() : [];
for (const source of lost) console.log(`not emitted: ${source}`);
if (emitted.passed && lost.length === 0) {
  rmSync(dist, { recursive: true, force: true });
  renameSync(aside, dist);
  console.log('dist/ is ready: npm pack');
} else {
  rmSync(aside, { recursive: true, force: true });
  process.exitCode = 2;
}
