/**
 * Checking a term of one school with every rule against merely reading its documents from the store: 1,500 students,
 * 30,000 course records. `npm run bench -- check [--runs N]`. In a new process, as the command does it, and in one that
 * has checked before, as in a night of many schools; then with an accepted submission to compare each student with.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { digestsOf } from '../../src/flows/check/digests.ts';
import { benchServices } from './home.ts';
import { measure } from './measure.ts';
import { importTerm, SCHOOL, TERM } from './school-term.ts';

const { values } = parseArgs({ options: { runs: { type: 'string', default: '5' } } });
const runs = Number(values.runs);
/** Rounds in one process, and how many of them only warm it up. */
const ROUNDS = 20;
const WARM_UP = 8;
const [STUDENTS, COURSE_RECORDS] = [1500, 30_000];

const script = join(import.meta.dirname, 'check-one.ts');
const folder = mkdtempSync(join(tmpdir(), 'licheng-bench-check-'));
const middle = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]!;

interface Said {
  readonly records: number;
  readonly reads: readonly number[];
  readonly checks: readonly number[];
}

let most = 0;
async function one(what: 'read' | 'check' | 'both', rounds: number): Promise<Said> {
  const { said, mb } = await measure(script, [folder, what, String(rounds)]);
  most = Math.max(most, mb);
  return said as unknown as Said;
}

function line(name: string, reads: readonly number[], checks: readonly number[]): void {
  const [read, check] = [middle(reads), middle(checks)];
  process.stdout.write(`| ${name} | ${read.toFixed(0)} ms | ${check.toFixed(0)} ms | **${(check / read).toFixed(2)}** |\n`);
}

async function table(suffix: string): Promise<void> {
  const reads: number[] = [];
  const checks: number[] = [];
  const warm: Said[] = [];
  for (let run = 0; run < runs; run++) {
    reads.push((await one('read', 1)).reads[0]!);
    checks.push((await one('check', 1)).checks[0]!);
    warm.push(await one('both', ROUNDS));
  }
  line(`new process${suffix}`, reads, checks);
  line(`warm process${suffix}`, warm.flatMap((said) => said.reads.slice(WARM_UP)), warm.flatMap((said) => said.checks.slice(WARM_UP)));
}

try {
  const services = await benchServices(folder);
  await importTerm(services, folder, { students: STUDENTS, courseRecords: COURSE_RECORDS });
  const { records } = await one('read', 1);
  process.stdout.write(`${records.toLocaleString('en')} records of ${STUDENTS.toLocaleString('en')} students, ${services.rules.size} rules; CPU time of the main thread, median of ${runs} interleaved runs\n\n| | read | check | ratio |\n|---|---|---|---|\n`);
  await table('');
  const store = await services.home.school(SCHOOL);
  store.accept({ term: TERM, edition: 'term-submission', key: 'bench', package: 'bench.zip', sha256: '', rosters: [], digests: await digestsOf(store.students(TERM)) });
  await store.close();
  await services.home.close();
  await table(', submitted before');
  process.stdout.write(`\nat most ${most} MB\n`);
} finally {
  rmSync(folder, { recursive: true });
}
