/** The checks that need no test runner: types, lint, generated files. Each is a child process of its own. */
import { spawn } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '..');

export interface Step {
  readonly name: string;
  /** Arguments for node. */
  readonly args: readonly string[];
}

export interface StepResult {
  readonly name: string;
  readonly passed: boolean;
  readonly output: string;
  readonly seconds: number;
}

/** Path of a tool's script inside its package. */
export const tool = (...path: readonly string[]): string => join(ROOT, 'node_modules', ...path);

export const CHECKS: readonly Step[] = [
  { name: 'types', args: [tool('typescript', 'bin', 'tsc'), '-p', join(ROOT, 'tsconfig.json'), '--pretty', 'false'] },
  { name: 'lint', args: [tool('oxlint', 'bin', 'oxlint'), '--deny-warnings', '--format', 'unix'] },
  { name: 'generated files', args: [join(ROOT, 'scripts', 'generate.ts'), '--check'] },
];

/** Runs one step to its end; a step that cannot even start has failed. */
export function run(step: Step): Promise<StepResult> {
  const started = performance.now();
  return new Promise((resolve) => {
    const child = spawn(process.execPath, step.args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
    const chunks: Buffer[] = [];
    const end = (passed: boolean): void => {
      resolve({ name: step.name, passed, output: Buffer.concat(chunks).toString('utf8').trim(), seconds: (performance.now() - started) / 1000 });
    };
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', (error) => {
      chunks.push(Buffer.from(error.message));
      end(false);
    });
    child.on('close', (code) => end(code === 0));
  });
}

/** Runs all checks at once and says how each went; returns how many failed. */
export async function runChecks(): Promise<number> {
  const results = await Promise.all(CHECKS.map(run));
  for (const result of results) report(result);
  return results.filter((result) => !result.passed).length;
}

/** One line for a step that passed, its whole output for one that did not. */
export function report(result: StepResult): void {
  console.log(`${result.passed ? 'ok  ' : 'FAIL'} ${result.name} (${result.seconds.toFixed(1)} s)`);
  if (!result.passed) console.log(`${result.output}\n`);
}
