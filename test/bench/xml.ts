/**
 * `npm run bench -- xml`: reading an XML register exchange as tables against merely parsing it, in one
 * run. `--mb N` (default 200) and `--runs N` (default 3, interleaved) change the size.
 */
import { createReadStream, createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { SaxesParser } from 'saxes';
import { loadRegistry } from '../../src/adapters/registry.ts';
import { fileSource } from '../../src/formats/bytes.ts';
import { openXml } from '../../src/formats/xml/record-read.ts';
import { type Measured, measure, median, ratio, tell } from './measure.ts';

const { values } = parseArgs({
  options: { mb: { type: 'string', default: '200' }, runs: { type: 'string', default: '3' }, plain: { type: 'string' }, tables: { type: 'string' } },
});
const say = (line: string): void => void process.stdout.write(`${line}\n`);

function address(name: string): string {
  const parts = ['縣市名', '鄉鎮市區名', '村里', '鄰', '路街', '段', '巷', '弄', '號', '之', '樓', '樓之', '其他'];
  return `<${name}>${parts.map((part) => `<_${part}>某某</_${part}>`).join('')}</${name}>`;
}

function student(number: number): string {
  const scores = Array.from({ length: 8 }, (_, at) => `<科目><名稱>科目${at}</名稱><成績>80</成績></科目>`).join('');
  const terms = [1, 2].map((part) => `<個別學期資料><學年別>113</學年別><學期別>${part}</學期別><班級座號><年級>1</年級><班級>忠</班級><座號>5</座號></班級座號><學期成績>${scores}</學期成績></個別學期資料>`).join('');
  const id = `A1${String(number).padStart(8, '0')}`;
  return `<學生基本資料><基本資料><學生姓名>學生${number}</學生姓名><學生生日>2008-01-15</學生生日><身分證證照><證照號碼>${id}</證照號碼></身分證證照>`
    + `<連絡資料>${address('戶籍地址')}${address('通訊地址')}</連絡資料><父親基本資料>${address('父親_地址')}</父親基本資料></基本資料><學期資料>${terms}</學期資料>`
    + '<異動資料><異動資料_資料內容><異動日期>2024-09-01</異動日期><異動原因>轉入</異動原因></異動資料_資料內容></異動資料></學生基本資料>\n';
}

async function writeFile(path: string, bytes: number): Promise<number> {
  const out = createWriteStream(path);
  let size = 0;
  let students = 0;
  out.write('<?xml version="1.0" encoding="UTF-8"?>\n<學籍交換資料>\n');
  while (size < bytes) {
    const text = student(++students);
    size += Buffer.byteLength(text);
    if (!out.write(text)) await once(out, 'drain');
  }
  out.end('</學籍交換資料>\n');
  await once(out, 'finish');
  return students;
}

async function parsePlainly(path: string): Promise<void> {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let elements = 0;
  parser.on('opentag', () => { elements += 1; });
  parser.on('text', () => {});
  parser.on('closetag', () => {});
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 18 }) as AsyncIterable<Buffer>) parser.write(decoder.decode(chunk, { stream: true }));
  parser.close();
  tell({ elements });
}

async function readTables(path: string): Promise<void> {
  const { xml } = (await loadRegistry()).adapter('exchange-xml')!.manifest;
  await using source = await fileSource(path);
  const file = await openXml(source, 'bench.xml', [xml!]);
  const rows: number[] = [];
  for (const table of file.tables) {
    let count = 0;
    for await (const batch of table.rows()) count += batch.length;
    rows.push(count);
  }
  tell({ rows });
}

async function compare(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'licheng-bench-xml-'));
  try {
    const path = join(folder, '學籍交換.xml');
    const students = await writeFile(path, Number(values.mb) * 1e6);
    const plain: Measured[] = [];
    const tables: Measured[] = [];
    for (let run = 0; run < Number(values.runs); run++) {
      plain.push(await measure(import.meta.filename, ['--plain', path]));
      tables.push(await measure(import.meta.filename, ['--tables', path]));
      const { rows } = tables.at(-1)!.said as { rows: number[] };
      if (rows.join() !== [students, students, students * 2].join()) throw new Error(`read ${rows.join()} rows of ${students} students`);
    }
    const [library, ours] = [median(plain), median(tables)];
    say('| file | saxes alone | three tables | ratio (of processor time) | memory |\n|---|---|---|---|---|');
    say(`| ${values.mb} MB | ${library.seconds.toFixed(1)} s | ${ours.seconds.toFixed(1)} s | ${ratio(ours, library)} | ${ours.mb} MB |`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

if (values.plain !== undefined) await parsePlainly(values.plain);
else if (values.tables !== undefined) await readTables(values.tables);
else await compare();
