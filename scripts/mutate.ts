/**
 * `npm run mutate [-- FILE-OR-FOLDER…]`: changes the rules one mutant at a time and sees whether their tests notice.
 * Rules are held against their cases, a minute or two; the files they share against the rules' tests, some minutes.
 * Fails below a score of 90 %. Runs at the lowest priority, so that the machine stays usable.
 */
import { spawn } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { existsSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './steps.ts';

const BREAK = 90;
const FOLDER = join('.runtime', 'mutation');
const PROSE = './test/mutation/prose.ts';

interface Pass {
  readonly name: string;
  readonly mutate: string;
  readonly options: object;
}

const PASSES: readonly Pass[] = [
  { name: 'rules', mutate: 'src/rules/*/*.ts', options: { testRunner: 'cases', plugins: [PROSE, './test/mutation/case-runner.ts'], coverageAnalysis: 'off' } },
  {
    name: 'shared', mutate: 'src/rules/*.ts',
    options: {
      testRunner: 'vitest', plugins: [PROSE, `./${FOLDER}/node_modules/@stryker-mutator/vitest-runner/dist/src/index.js`],
      vitest: { configFile: 'test/mutation/vitest.config.ts', related: false }, coverageAnalysis: 'perTest',
    },
  },
];

interface Report {
  readonly files: Readonly<Record<string, { readonly mutants: readonly { readonly status: string }[] }>>;
}

/** The files of a pass that are asked for: all, or those below the folders and files named. */
function filesOf({ mutate }: Pass, asked: readonly string[]): readonly string[] {
  const below = (file: string): boolean => asked.length === 0 || asked.some((path) => file === path || file.startsWith(`${path.replace(/\/$/, '')}/`));
  return globSync(mutate, { cwd: ROOT }).map((file) => file.replaceAll('\\', '/')).filter(below).sort();
}

/** Mutants that a test noticed, and all that were tried; null when the run failed. */
async function run(pass: Pass, files: readonly string[]): Promise<{ readonly killed: number; readonly tried: number } | null> {
  const report = join(ROOT, FOLDER, `${pass.name}.json`);
  const config = join(FOLDER, `${pass.name}.config.json`);
  const common = JSON.parse(readFileSync(join(ROOT, 'test', 'mutation', 'stryker.config.json'), 'utf8')) as object;
  writeFileSync(join(ROOT, config), JSON.stringify({ ...common, ...pass.options, mutate: files, jsonReporter: { fileName: report } }));
  rmSync(report, { force: true });
  const stryker = join(ROOT, FOLDER, 'node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js');
  const child = spawn(process.execPath, [stryker, 'run', config], { cwd: ROOT, stdio: 'inherit' });
  await new Promise((resolve) => { child.on('close', resolve); });
  if (!existsSync(report)) return null;
  const mutants = Object.values((JSON.parse(readFileSync(report, 'utf8')) as Report).files).flatMap((file) => file.mutants.map(({ status }) => status));
  const count = (...statuses: readonly string[]): number => mutants.filter((status) => statuses.includes(status)).length;
  const killed = count('Killed', 'Timeout');
  return { killed, tried: killed + count('Survived', 'NoCoverage') };
}

setPriority(constants.priority.PRIORITY_LOW);
const asked = process.argv.slice(2);
let killed = 0;
let tried = 0;
for (const pass of PASSES) {
  const files = filesOf(pass, asked);
  if (files.length === 0) continue;
  const result = await run(pass, files);
  if (result === null) process.exitCode = 4;
  else {
    killed += result.killed;
    tried += result.tried;
  }
}
const score = tried === 0 ? 0 : (100 * killed) / tried;
console.log(`${killed} of ${tried} mutants noticed: ${score.toFixed(2)} % (at least ${BREAK} % wanted)`);
if (score < BREAK) process.exitCode ??= 2;
