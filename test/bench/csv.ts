/**
 * `npm run bench -- csv [--rows N] [--runs N]`: `licheng import` of a CSV file of 1,000,000 rows into a fresh home against
 * merely parsing it, each run a process of its own, interleaved. Ends with a failure when a row is lost.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openHome } from '../../src/store/home.ts';
import { type ExportShape, SCHOOL, TERM, writeExport } from './export-file.ts';
import { type Measured, measure, median, ratio } from './measure.ts';

const { values } = parseArgs({ options: { rows: { type: 'string', default: '1000000' }, runs: { type: 'string', default: '3' } } });
const rows = Number(values.rows);
const runs = Number(values.runs);
const here = import.meta.dirname;
const folder = mkdtempSync(join(tmpdir(), 'licheng-bench-files-'));
const say = (line: string): void => { process.stdout.write(`${line}\n`); };

async function parse(path: string, shape: ExportShape): Promise<Measured> {
  const measured = await measure(join(here, 'baseline.ts'), [path, shape.encoding]);
  if (measured.said['rows'] !== shape.rows) throw new Error(`udsv read ${JSON.stringify(measured.said)} of ${shape.rows}`);
  return measured;
}

/** As an operator calls it, who has called it before: the code compiled then is kept in the user's cache folder. */
const command = (...args: string[]): Promise<Measured> => measure(join(here, '..', '..', 'bin', 'licheng.mjs'), args, {
  ...process.env, XDG_CONFIG_HOME: join(folder, 'config'), XDG_CACHE_HOME: join(folder, 'cache'), LICHENG_MASTER_KEY_FILE: join(folder, 'master.key'),
});

/** What the school's store itself says it shows now, not what the command says it put there. */
async function storedIn(path: string): Promise<number> {
  const home = await openHome(path, { masterKeyPath: join(folder, 'master.key') });
  const store = await home.school(SCHOOL);
  const records = store.changes(TERM).reduce((sum, change) => sum + change.after.records, 0);
  await store.close();
  await home.close();
  return records;
}

async function importFile(path: string, shape: ExportShape): Promise<Measured> {
  const home = join(folder, 'home');
  await command('init', '--home', home, '--school', SCHOOL, '--json');
  const measured = await command('import', path, '--home', home, '--school', SCHOOL, '--json');
  const { files: [file] } = measured.said as { files: readonly [{ readonly rejected: number }] };
  const stored = await storedIn(home);
  if (stored !== shape.rows || file.rejected !== 0) throw new Error(`imported ${JSON.stringify(file)}, ${stored} stored, of ${shape.rows}`);
  rmSync(home, { recursive: true });
  return measured;
}

async function compare(shape: ExportShape): Promise<void> {
  const path = join(folder, `學期成績-${shape.encoding}-${shape.order}.csv`);
  await writeExport(path, shape);
  // One that is not counted fills the cache of compiled code.
  await importFile(path, shape);
  const parses: Measured[] = [];
  const imports: Measured[] = [];
  for (let run = 0; run < runs; run++) {
    parses.push(await parse(path, shape));
    imports.push(await importFile(path, shape));
  }
  const [library, ours] = [median(parses), median(imports)];
  const size = `${Math.round(statSync(path).size / 1e6)} MB`;
  const quarter = { ...shape, rows: Math.floor(shape.rows / 4) };
  await writeExport(path, quarter);
  const small = await importFile(path, quarter);
  rmSync(path);
  say(`| ${shape.encoding}, ${shape.order} | ${size} | ${library.seconds.toFixed(1)} s | ${ours.seconds.toFixed(1)} s | ${ratio(ours, library)} | ${library.mb} MB | ${ours.mb} MB | ${small.mb} MB |`);
}

say(`import of ${rows.toLocaleString('en')} rows × 20 columns through decode, parse, map, conform and store, against udsv merely parsing the file; median of ${runs} interleaved runs of whole processes\n`);
say('| file | size | udsv parse | licheng import | ratio (of processor time) | udsv memory | import memory | at a quarter of the rows |');
say('|---|---|---|---|---|---|---|---|');
try {
  await compare({ rows, encoding: 'utf-8', order: 'by-student' });
  await compare({ rows, encoding: 'cp950', order: 'by-student' });
  await compare({ rows, encoding: 'utf-8', order: 'by-course' });
} finally {
  rmSync(folder, { recursive: true });
}
