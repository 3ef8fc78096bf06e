/**
 * Reads or checks a term in a process of its own: once as the process is new, then again until the code is warm.
 * `check-one.ts FOLDER read|check`
 */
import { checkTerm } from '../../src/flows/check/check.ts';
import { benchServices } from './home.ts';
import { SCHOOL, TERM } from './school-term.ts';

const [folder, what] = process.argv.slice(2) as [string, 'read' | 'check'];
/** Rounds after the first; the machine's noise is in each, the median has least of it. */
const ROUNDS = 7;

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

const work = what === 'read' ? read : check;
const times: number[] = [];
const cpu: number[] = [];
let records = 0;
for (let round = 0; round <= ROUNDS; round++) {
  const [started, before] = [performance.now(), process.cpuUsage()];
  records = await work();
  const { user, system } = process.cpuUsage(before);
  times.push(performance.now() - started);
  cpu.push((user + system) / 1000);
}
await store.close();
await services.home.close();
const middle = (values: readonly number[]): number => values.slice(1).sort((a, b) => a - b)[Math.floor(ROUNDS / 2)]!;
process.stdout.write(JSON.stringify({
  records, cold: times[0], warm: middle(times), coldCpu: cpu[0], warmCpu: middle(cpu), rss: process.resourceUsage().maxRSS,
}));
