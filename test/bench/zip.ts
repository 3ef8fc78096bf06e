/**
 * Archives of attachments: `npm run bench -- zip [--files 2000] [--runs 3] [--folder DIR]`, files of 1 MB that no compression shrinks.
 * Packing them, every byte hashed on the way, against `cat` of the same files into one file; reading the archive with every
 * digest checked against `unzip` of it; and a yearly submission packed whole, and again with one student's file changed.
 */
import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { crc32 } from 'node:zlib';
import { type Measured, measure, median, ratio } from './measure.ts';
import { tool } from './tool.ts';
import type { Listed } from './zip-one.ts';

const { values } = parseArgs({ options: { files: { type: 'string', default: '2000' }, runs: { type: 'string', default: '3' }, folder: { type: 'string', default: tmpdir() } } });
const count = Number(values.files);
const MB = 1_000_000;
const folder = mkdtempSync(join(values.folder, 'licheng-bench-zip-'));
const here = import.meta.dirname;
/** As the command itself runs: what was compiled once is kept, which a process's memory shows. */
const env = { ...process.env, NODE_COMPILE_CACHE: join(folder, 'compiled') };
const say = (line: string): void => { process.stdout.write(`${line}\n`); };

function makeFiles(): void {
  mkdirSync(join(folder, 'files'));
  const listed: Listed = Array.from({ length: count }, (_, index) => {
    const name = `${String(index).padStart(6, '0')}.pdf`;
    const bytes = randomBytes(MB);
    writeFileSync(join(folder, 'files', name), bytes);
    return [name, bytes.length, crc32(bytes), createHash('sha256').update(bytes).digest('hex')] as const;
  });
  writeFileSync(join(folder, 'files.json'), JSON.stringify(listed));
}

const pack = (): Promise<Measured> => measure(join(here, 'zip-one.ts'), ['pack', folder, join(folder, 'packed.zip')], env);

async function read(): Promise<Measured> {
  const measured = await measure(join(here, 'zip-one.ts'), ['read', folder, join(folder, 'packed.zip')], env);
  if (measured.said['bytes'] !== count * MB) throw new Error(`read ${JSON.stringify(measured.said)} of ${count} MB`);
  return measured;
}

const row = (what: string, one: Measured, to: Measured): void => say(`| ${what} | ${one.seconds.toFixed(1)} s | ${ratio(one, to)} | ${one.mb === 0 ? '' : `${one.mb} MB`} |`);

/** Each in turn, so that what else the machine does meets all alike; programs the machine lacks are left out. */
async function rounds(contestants: Readonly<Record<string, () => Promise<Measured | null>>>): Promise<void> {
  const found = new Map<string, Measured[]>();
  for (let run = 0; run < Number(values.runs); run++) {
    for (const [name, contestant] of Object.entries(contestants)) {
      const measured = await contestant();
      if (measured !== null) found.set(name, [...(found.get(name) ?? []), measured]);
    }
  }
  const middle = new Map([...found].map(([name, runs]) => [name, median(runs)]));
  const [yardstick] = middle.values();
  say('| | time | ratio (of processor time) | memory |\n|---|---|---|---|');
  for (const [name, one] of middle) row(name, one, yardstick!);
  say('');
}

async function year(): Promise<void> {
  const script = join(here, 'zip-year.ts');
  const { said: made } = await measure(script, ['make', join(folder, 'year'), String(count)], env);
  const whole = await measure(script, ['pack', join(folder, 'year')], env);
  await measure(script, ['change', join(folder, 'year')], env);
  const again = await measure(script, ['pack', join(folder, 'year')], env);
  const [full, part] = [whole.said, again.said] as unknown as readonly [Packed, Packed];
  if (full.status !== 'packed' || part.status !== 'packed') throw new Error(`${full.status}, ${part.status}`);
  say(`a year of ${made['students']} students in ${full.parts} parts: packed in ${(full.wall / 1000).toFixed(1)} s; again with one student's file changed **${(part.wall / full.wall).toFixed(3)}** of it (${(part.work / full.work).toFixed(3)} of the processor time); the check before took ${(part.check / 1000).toFixed(1)} s; ${again.mb} MB`);
}

/** Milliseconds; `work` is processor time. */
interface Packed {
  readonly status: string;
  readonly parts: number;
  readonly wall: number;
  readonly work: number;
  readonly check: number;
}

try {
  makeFiles();
  await pack();
  say(`${count.toLocaleString('en')} files of 1 MB, median of ${values.runs} interleaved runs of whole processes\n`);
  await rounds({
    '`cat` into one file': async () => tool('cat files/*.pdf > cat.out', folder), 'licheng packs': pack,
    'Info-ZIP `zip -0`': async () => tool('rm -f other.zip; zip -q -0 -r other.zip files', folder),
  });
  rmSync(join(folder, 'cat.out'), { force: true });
  rmSync(join(folder, 'other.zip'), { force: true });
  await rounds({
    'Info-ZIP `unzip`': async () => tool('rm -rf out; mkdir out; unzip -q packed.zip -d out', folder), 'licheng reads and checks': read,
    '7-Zip `7z x`': async () => tool('rm -rf out; 7z x -bd -oout packed.zip', folder),
  });
  rmSync(join(folder, 'out'), { recursive: true, force: true });
  rmSync(join(folder, 'files'), { recursive: true });
  await year();
} finally {
  rmSync(folder, { recursive: true });
}
