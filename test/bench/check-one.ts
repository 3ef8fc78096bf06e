/**
 * Reads a term, or checks it, in a process of its own: `check-one.ts FOLDER read|check ROUNDS`; with `both`, the one
 * after the other in each round. Times are the main thread's own, so that what else the machine does counts less.
 */
import { checkTerm } from '../../src/flows/check/check.ts';
import { benchServices } from './home.ts';
import { tell } from './measure.ts';
import { SCHOOL, TERM } from './school-term.ts';

const [folder, what, rounds] = process.argv.slice(2) as [string, 'read' | 'check' | 'both', string];

const services = await benchServices(folder);
const store = await services.home.school(SCHOOL);

async function read(): Promise<number> {
  let records = 0;
  for await (const student of store.students(TERM)) records += student.records.length;
  for await (const keyless of store.keyless(TERM)) records += keyless.length;
  return records;
}

async function check(): Promise<number> {
  const { report } = await checkTerm(services, store, TERM, { severities: { 'roster/school-known': 'off' } });
  return Object.values(report.summary.records).reduce((sum, count) => sum + count, 0);
}

async function timed(work: () => Promise<number>): Promise<number> {
  const before = process.threadCpuUsage();
  records = await work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}

let records = 0;
const reads: number[] = [];
const checks: number[] = [];
for (let round = 0; round < Number(rounds); round++) {
  if (what !== 'check') reads.push(await timed(read));
  if (what !== 'read') checks.push(await timed(check));
}
await store.close();
await services.home.close();
tell({ records, reads, checks });
