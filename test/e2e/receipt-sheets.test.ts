/** Students' sheets: exactly what was received, only where somebody asked for it. */
import { readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Row, type Student } from '../central-database.ts';
import { filesBelow, type Json } from '../licheng.ts';
import { SCHOOL, sheet, sheetsOf } from '../rosters.ts';
import { spoil } from '../spoilt-receipts.ts';
import { HERE, type Submitted, submitted, take, TODAY } from './receipt-support.ts';

const STUDENTS = 15;

let base: Submitted;
let receipts: Submitted['receipts'];
let folder: string;
let written: Json;
beforeAll(async () => {
  base = await submitted(STUDENTS, 'sheets');
  ({ receipts } = spoil(base.receipts, 'sheets', 0.05));
  await take(base.home, receipts);
  folder = join(base.home.root, 'sheets');
  written = (await base.home.json('receipt', 'sheets', ...HERE, ...TODAY, '--out', folder)).value;
});

/** Rows of a page's tables: number, cells, mark; what was submitted stands behind a bar. */
function rowsOf(html: string): { title: string; header: string[]; rows: { number: string; cells: string[]; mark: string }[] }[] {
  const plain = (text: string): string => text.replace(/<span class="tag"[^>]*>.*?<\/span>/gs, '').replace(/<svg.*?<\/svg>/gs, '').replace(/<span lang="en">.*?<\/span>/gs, '')
    .replace(/<span class="sent">/g, '|').replace(/<[^>]+>/g, '').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&#34;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&').trim();
  return [...html.matchAll(/<h4[^>]*>(.*?)<\/h4>.*?<thead><tr>(.*?)<\/tr><\/thead>\s*<tbody>(.*?)<\/tbody>/gs)].map(([, title = '', head = '', body = '']) => ({
    title: plain(title), header: [...head.matchAll(/<th[^>]*>(.*?)<\/th>/gs)].map(([, text = '']) => plain(text)).slice(1, -1),
    rows: [...body.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)].map(([, cells = '']) => {
      const [number = '', ...rest] = [...cells.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, text = '']) => plain(text));
      return { number, cells: rest.slice(0, -1), mark: rest.at(-1) ?? '' };
    }),
  }));
}

const pages = (): string[] => filesBelow(folder).filter((path) => /^114-1\/[^/]+\/[^/]+\.html$/.test(path));

describe('sheets', () => {
  test('there is one a student, one a class, and a list a class', () => {
    const classes = new Set(sheetsOf(STUDENTS, { seed: 'sheets' }).flatMap(({ title, header, rows }) => (title === '學生資料' ? rows.map((row) => row[header.indexOf('班級名稱')]) : [])));
    expect(written).toMatchObject({ students: STUDENTS, classes: classes.size });
    expect(pages()).toHaveLength(STUDENTS);
    for (const name of classes) expect(filesBelow(folder)).toEqual(expect.arrayContaining([`114-1/${name}.html`, `114-1/${name}_確認名單.csv`]));
  });

  test('hold every row as received, with its number, and every row that was not', () => {
    const received = Object.values(receipts).flatMap((receipt) => Object.values(receipt).flatMap((list) => (Array.isArray(list) && '身分證號' in (list[0] ?? {}) ? (list as Student[]) : [])));
    const expected = received.flatMap(({ 身分證號: _id, 出生日期: _birth, ...sheets }) => Object.entries(sheets).flatMap(([title, rows]) => (rows as Row[]).map((row, at) => [title, at + 1, ...Object.values(row).map(String)].join('·'))));
    const tables = pages().flatMap((path) => rowsOf(readFileSync(join(folder, path), 'utf8')));
    const shown = tables.flatMap(({ title, rows }) => rows.filter(({ number }) => number !== '–').map(({ number, cells }) => [title, number, ...cells.map((text) => text.split('|')[0]!.replace(/^空白$/, ''))].join('·')));
    expect(shown.sort()).toEqual(expected.sort());
    const missing = tables.flatMap(({ rows }) => rows.filter(({ number }) => number === '–'));
    expect(missing.every(({ mark }) => mark === '未收到')).toBe(true);
    expect(written.files.length).toBe(filesBelow(folder).length);
    expect(missing.length).toBeGreaterThan(0);
  });

  test('mark a changed cell with what was submitted', () => {
    const changed = pages().flatMap((path) => rowsOf(readFileSync(join(folder, path), 'utf8'))).flatMap(({ rows }) => rows.filter(({ mark }) => mark === '與提交不同'));
    expect(changed.length).toBeGreaterThan(0);
    for (const { cells } of changed) expect(cells.filter((text) => /^(?:77|78|.*（改）|.*)\|提交：/.test(text))).toHaveLength(1);
  });

  test('name nobody outside: no id or birth date on them or in their names, and only the owner may read them', () => {
    const students = sheet(sheetsOf(STUDENTS, { seed: 'sheets' }), '學生資料');
    const ids = students.rows.map((row) => row[0]!);
    for (const path of filesBelow(folder)) {
      const text = readFileSync(join(folder, path), 'utf8');
      for (const id of ids) expect(text.includes(id) || path.includes(id)).toBe(false);
      expect(statSync(join(folder, path)).mode & 0o077).toBe(0);
    }
    expect(pages().every((path) => /^\d+_[0-9A-F]{4}-[0-9A-F]{4}\.html$/.test(basename(path)))).toBe(true);
  });

  test('are written outside the working folder only, and that they were is in the audit log', async () => {
    const { code, value } = await base.home.json('receipt', 'sheets', ...HERE, '--out', join(base.home.home, SCHOOL, 'reports'));
    expect([code, value.fault]).toEqual([64, 'receipt/sheets-inside-home']);
    expect(filesBelow(join(base.home.home, SCHOOL, 'reports')).some((path) => path.includes('核對'))).toBe(false);
    expect(readFileSync(join(base.home.home, SCHOOL, 'audit', 'audit.jsonl'), 'utf8')).toMatch(/"what":"receipt\/sheets".*"students":15/);
  });

  test('come with the window that opens, for one class where one is asked for', async () => {
    const home = base.home.copy();
    const out = join(home.root, 'class');
    const { value } = await home.json('receipt', 'open', ...HERE, ...TODAY, '--to', '2026-03-06', '--sheets', out, '--class', '101');
    expect(value).toMatchObject({ status: 'opened', sheets: { classes: 1 } });
    expect(readFileSync(join(out, '114-1', '101.html'), 'utf8').includes('民國 115 年 3 月 6 日')).toBe(true);
  });

  test('the list is what the answers are read from', async () => {
    const home = base.home.copy();
    await home.run('receipt', 'open', ...HERE, ...TODAY, '--to', '2026-03-06');
    const lists = filesBelow(folder).filter((path) => path.endsWith('.csv'));
    let read = 0;
    for (const path of lists) {
      const filled = readFileSync(join(folder, path), 'utf8').replace(/^([0-9A-F]{4}-[0-9A-F]{4},[^,]*,[^,]*,[^,]*,[^,]*),,/gm, '$1,正確,');
      const { code, value } = await home.json('receipt', 'confirm', ...HERE, '--today', '2026-03-03', '--file', home.file(basename(path), filled));
      expect([code, value.rejected, value.confirmed]).toEqual([0, [], value.read]);
      read += value.read;
    }
    const { value } = await home.json('receipt', 'status', '--school', SCHOOL, '--today', '2026-03-03');
    expect(value.kinds.every(({ state }: Json) => state === 'settled')).toBe(true);
    expect(read).toBe(value.kinds.reduce((sum: number, { students }: Json) => sum + students, 0));
  });
});
