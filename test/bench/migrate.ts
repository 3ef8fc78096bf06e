/**
 * `npm run bench -- migrate [--students N] [--runs N]`: a school of 1,500 students with three years of scores, works,
 * performances and files moved between two systems, against merely reading the files it comes from, each run a process of
 * its own, interleaved: to a system with the same rosters, then to transfer packages and back. Ends with a failure when
 * what was read is not what was written and what was set aside.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Measured, measure, median, ratio } from './measure.ts';
import { writeSchool } from './whole-school.ts';

const { values } = parseArgs({ options: { students: { type: 'string', default: '1500' }, runs: { type: 'string', default: '3' } } });
const script = join(import.meta.dirname, 'migrate-one.ts');
const folder = mkdtempSync(join(tmpdir(), 'licheng-bench-migrate-'));
const say = (line: string): void => { process.stdout.write(`${line}\n`); };
const [ROSTERS, OTHER_ROSTERS, PACKAGES] = ['national-roster', 'ntut', 'exchange-json'] as const;

async function moved(from: string, to: string, input: string, out: string): Promise<void> {
  const reads: Measured[] = [];
  const moves: Measured[] = [];
  for (let run = 0; run < Number(values.runs); run++) {
    rmSync(out, { recursive: true, force: true });
    reads.push(await measure(script, ['read', from, input]));
    moves.push(await measure(script, ['move', from, input, to, out]));
  }
  const [read, move] = [median(reads), median(moves)];
  const count = (key: string): string => Number(move.said[key]).toLocaleString('en');
  say(`| ${from} → ${to} | ${count('read')} | ${count('written')} + ${count('aside')} | ${count('attachments')} | ${read.seconds.toFixed(1)} s | ${move.seconds.toFixed(1)} s | ${ratio(move, read)} | ${move.mb} MB |`);
}

try {
  const source = join(folder, 'source');
  await writeSchool(ROSTERS, source, Number(values.students));
  say(`a school of ${Number(values.students).toLocaleString('en')} students and three years from system to system, every row proved by reading it back, against merely reading its files; median of ${values.runs} interleaved runs of whole processes\n`);
  say('| | records read | written + set aside | files | read | moved | ratio (of processor time) | memory |\n|---|---|---|---|---|---|---|---|');
  await moved(ROSTERS, OTHER_ROSTERS, source, join(folder, 'other'));
  await moved(ROSTERS, PACKAGES, source, join(folder, 'there'));
  await moved(PACKAGES, ROSTERS, join(folder, 'there', 'files'), join(folder, 'back'));
} finally {
  rmSync(folder, { recursive: true });
}
