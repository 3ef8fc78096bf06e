import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

// A developer's own home, language and settings must not steer a test, nor a test write into that home.
for (const name of Object.keys(process.env)) {
  if (name === 'LICHENG_REAL_TEMPLATES') continue;
  if (name.startsWith('LICHENG_') || name.startsWith('LC_')) delete process.env[name];
}
process.env['LANG'] = 'C.UTF-8';

const SECONDS = 1000;
const spawnsProcesses = ['test/e2e/**/*.test.ts', 'test/cli/**/*.test.ts'];
const wholeLine = ['test/integration/**/*.test.ts', 'test/conformance/**/*.test.ts', 'test/flows/**/*.test.ts'];
const meta = ['test/house/**/*.test.ts'];

export default defineConfig({
  test: {
    // Tests open workers, change folders and catch signals: processes, not threads.
    pool: 'forks',
    maxWorkers: Math.max(2, Math.min(8, availableParallelism())),
    allowOnly: false,
    slowTestThreshold: 2 * SECONDS,
    projects: [
      { extends: true, test: { name: 'house', include: meta, testTimeout: 20 * SECONDS } },
      { extends: true, test: { name: 'unit', include: ['test/**/*.test.ts'], exclude: [...meta, ...wholeLine, ...spawnsProcesses, 'test/bench/**'], testTimeout: 20 * SECONDS } },
      { extends: true, test: { name: 'integration', include: wholeLine, testTimeout: 60 * SECONDS, hookTimeout: 60 * SECONDS } },
      { extends: true, test: { name: 'e2e', include: spawnsProcesses, testTimeout: 180 * SECONDS, hookTimeout: 180 * SECONDS } },
    ],
  },
});
