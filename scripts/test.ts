/**
 * `npm test [-- vitest arguments]`: checks, then every test, then a summary. The last line is always
 * `N passed, N failed, N skipped`; a failed check and a test file that does not load each count as one failure.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT, runChecks, tool } from './steps.ts';

interface TestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}

/** Runs vitest on this terminal; its own JSON report is null when it did not live to write one. */
async function runTests(filters: readonly string[]): Promise<{ code: number; tests: TestReport | null }> {
  const folder = mkdtempSync(join(tmpdir(), 'licheng-test-'));
  const file = join(folder, 'report.json');
  const args = [tool('vitest', 'vitest.mjs'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...filters];
  try {
    const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'] });
    const code = await new Promise<number>((resolve) => {
      child.on('error', () => resolve(1));
      child.on('close', (status) => resolve(status ?? 1));
    });
    return { code, tests: existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as TestReport) : null };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A file that failed while none of its tests did: it could not be loaded, or a hook threw. */
function brokenFiles(tests: TestReport): number {
  return tests.testResults.filter((file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed')).length;
}

const failedChecks = await runChecks();
const { code, tests } = await runTests(process.argv.slice(2));
const passed = tests?.numPassedTests ?? 0;
const skipped = (tests?.numPendingTests ?? 0) + (tests?.numTodoTests ?? 0);
const failedTests = tests === null ? 1 : tests.numFailedTests + brokenFiles(tests);
// An error outside any test (an unhandled rejection) fails the run without failing a test.
const failed = failedChecks + Math.max(failedTests, code === 0 ? 0 : 1);
process.exitCode = failed === 0 && passed > 0 ? 0 : 2;
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
