/**
 * `npm run bench`: ratios measured in one run, never seconds to be compared with another day's.
 * `--rows N` (default 1,000,000) and `--runs N` (default 3, interleaved) change the size.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { writeExport } from './export-file.ts';
import { type Measured, measure, median } from './measure.ts';

const { values } = parseArgs({ options: { rows: { type: 'string', default: '1000000' }, runs: { type: 'string', default: '3' } } });
const rows = Number(values.rows);
const runs = Number(values.runs);
const here = import.meta.dirname;
const folder = mkdtempSync(join(tmpdir(), 'licheng-bench-files-'));
const say = (line: string): void => { process.stdout.write(`${line}\n`); };

function checkImport(measured: Measured, expected: number): void {
  const { records, rejected } = measured.said as { records: Record<string, number>; rejected: number };
  if (records['courseRecord'] !== expected || rejected !== 0) throw new Error(`imported ${JSON.stringify(measured.said)} of ${expected}`);
}

async function compare(encoding: 'utf-8' | 'cp950'): Promise<void> {
  const path = join(folder, `學期成績-${encoding}.csv`);
  await writeExport(path, rows, encoding);
  const parse: Measured[] = [];
  const take: Measured[] = [];
  for (let run = 0; run < runs; run++) {
    parse.push(await measure(join(here, 'baseline.ts'), [path, encoding]));
    take.push(await measure(join(here, 'import-one.ts'), [path]));
    checkImport(take.at(-1)!, rows);
  }
  const [library, ours] = [median(parse), median(take)];
  const quarter = join(folder, `學期成績-quarter-${encoding}.csv`);
  await writeExport(quarter, Math.floor(rows / 4), encoding);
  const small = await measure(join(here, 'import-one.ts'), [quarter]);
  checkImport(small, Math.floor(rows / 4));
  say(`| ${encoding} | ${Math.round(statSync(path).size / 1e6)} MB | ${library.seconds.toFixed(1)} s | ${ours.seconds.toFixed(1)} s | **${(ours.seconds / library.seconds).toFixed(2)}** | ${ours.mb} MB | ${small.mb} MB |`);
}

say(`import of ${rows.toLocaleString('en')} rows × 20 columns through decode, parse, map, conform and store, against udsv merely parsing the file; median of ${runs} interleaved runs of whole processes\n`);
say('| encoding | file | udsv parse | licheng import | ratio | memory | memory at a quarter of the rows |');
say('|---|---|---|---|---|---|---|');
try {
  await compare('utf-8');
  await compare('cp950');
} finally {
  rmSync(folder, { recursive: true });
}
