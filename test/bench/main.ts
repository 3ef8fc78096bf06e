/**
 * `npm run bench`: every measurement, one after another; `npm run bench -- xml --mb 50` only the one named, with options of
 * its own. Ratios measured in one run, never seconds to be compared with another day's. Ends with a failure when a row is
 * lost; slowness is for a reader of the tables to judge.
 */
import { spawnSync } from 'node:child_process';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';

const BENCHES = {
  csv: 'Import of a large CSV file',
  xlsx: 'Workbooks',
  xml: 'XML register exchange',
  check: 'Check of a term',
  report: 'Reports of 100,000 findings',
  zip: 'Archives of attachments',
  migrate: 'A school that changes systems',
} as const;

const [first, ...rest] = process.argv.slice(2);
const named = first !== undefined && first in BENCHES ? [first as keyof typeof BENCHES] : [];
if (first !== undefined && named.length === 0) throw new Error(`no such measurement: ${first}; there are ${Object.keys(BENCHES).join(', ')}`);

const say = (line: string): void => { process.stdout.write(`${line}\n`); };
for (const name of named.length > 0 ? named : Object.keys(BENCHES) as (keyof typeof BENCHES)[]) {
  const load = loadavg().map((average) => average.toFixed(1)).join(' ');
  say(`## ${BENCHES[name]} (\`${name}\`; ${cpus().length} cores, load ${load})\n`);
  const { status } = spawnSync(process.execPath, [join(import.meta.dirname, `${name}.ts`), ...rest], { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
  say('');
}
