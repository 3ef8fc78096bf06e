/**
 * Workbooks against exceljs's streaming reader and writer, 100,000 rows × 15 columns, whole processes, interleaved:
 * `npm run bench -- xlsx [--rows N] [--runs N]`. exceljs drags in packages that nobody maintains any more, so it is
 * fetched into a temporary folder for the measurement and is no dependency of the project.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Measured, measure, median, ratio } from './measure.ts';

const EXCELJS = 'exceljs@4.4.0';

const { values } = parseArgs({ options: { rows: { type: 'string', default: '100000' }, runs: { type: 'string', default: '3' } } });
const folder = mkdtempSync(join(tmpdir(), 'licheng-bench-xlsx-'));
const script = join(import.meta.dirname, 'xlsx-one.ts');

async function rounds(what: 'read' | 'write', file: string): Promise<readonly [ours: Measured, theirs: Measured]> {
  const ours: Measured[] = [];
  const theirs: Measured[] = [];
  for (let run = 0; run < Number(values.runs); run++) {
    theirs.push(await measure(script, [what, 'exceljs', file, values.rows, folder]));
    ours.push(await measure(script, [what, 'licheng', file, values.rows, folder]));
    if (ours.at(-1)!.said['cells'] !== theirs.at(-1)!.said['cells']) throw new Error(`${what}: cells differ`);
  }
  return [median(ours), median(theirs)];
}

try {
  execFileSync('npm', ['install', '--prefix', folder, '--no-save', '--no-audit', '--no-fund', '--silent', EXCELJS], { stdio: 'ignore' });
  const file = join(folder, 'rows.xlsx');
  process.stdout.write(`${Number(values.rows).toLocaleString('en')} rows × 15 columns, median of ${values.runs} interleaved runs of whole processes\n\n| | ${EXCELJS} streaming | licheng | times as fast (of processor time) | memory |\n|---|---|---|---|---|\n`);
  for (const what of ['write', 'read'] as const) {
    const [ours, theirs] = await rounds(what, file);
    process.stdout.write(`| ${what} | ${theirs.seconds.toFixed(1)} s, ${theirs.mb} MB | ${ours.seconds.toFixed(1)} s | ${ratio(theirs, ours)} | ${ours.mb} MB |\n`);
  }
} finally {
  rmSync(folder, { recursive: true });
}
