import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { registry, SCHOOL, writeSource } from '../../flows/migrate/support.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');
let work: string;

beforeAll(async () => {
  work = mkdtempSync(join(tmpdir(), 'licheng-migrate-cli-'));
  const base = { school: SCHOOL, term: '114-1', idNumber: 'A123456789', birthDate: '2008-03-15', source: { input: '0'.repeat(32), table: 0, row: 2 } };
  await writeSource(registry.adapter('national-roster')!, [
    { type: 'cadre', ...base, unit: '學生會', role: '會長', level: '1' },
    { type: 'performance', kind: 'other', ...base, name: '志工' },
  ], join(work, 'from'));
});
afterAll(() => rmSync(work, { recursive: true, force: true }));

interface Ran { readonly code: number; readonly out: string; readonly err: string }

/** Runs the command without a home and without one being made. */
function licheng(...args: readonly string[]): Promise<Ran> {
  return new Promise((resolve) => {
    execFile(process.execPath, [join(ROOT, 'bin', 'licheng.mjs'), 'migrate', ...args, '--home', join(work, 'home')], { cwd: work }, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err });
    });
  });
}

test('0 when everything arrived', async () => {
  const { code, out } = await licheng('--from', 'national-roster', 'from', '--to', 'national-roster', '--out', 'same', '--json');
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ status: 'complete', in: { cadre: 1, performance: 1 }, out: { cadre: 1, performance: 1 }, rejected: 0, loss: [], files: ['files/114_0_學生自填多元表現名冊.xlsx', 'files/114_1_校內幹部經歷名冊.xlsx'] });
});

test('2 when something did not, which is said and kept', async () => {
  const { code, out } = await licheng('--from', 'national-roster', 'from', '--to', 'big5-csv', '--out', 'other', '--json');
  expect(code).toBe(2);
  expect(JSON.parse(out)).toMatchObject({ status: 'loss', rejected: 1, loss: [{ type: 'performance', kind: 'other', field: null, reason: 'no-sheet', count: 1, example: null }] });
  expect(readdirSync(join(work, 'other')).sort()).toEqual(['files', 'loss.html', 'loss.json', 'not-held']);
  const people = await licheng('--from', 'national-roster', 'from', '--to', 'big5-csv', '--out', 'third', '--lang', 'zh-TW');
  expect(people.out).toContain('多元表現: 讀入 1 = 寫出 0 + 目標收不下 1 + 來源讀不進 0');
});

test("the school's table of coined characters", async () => {
  await writeSource(registry.adapter('national-roster')!, [{ type: 'cadre', school: SCHOOL, term: '114-1', idNumber: 'A123456789', birthDate: '2008-03-15', unit: '堃社', source: { input: '0'.repeat(32), table: 0, row: 2 } }], join(work, 'rare'));
  const entry = { cell: 'FA40', unicode: 'U+5803', verifiedBy: '註冊組', date: '2026-01-05' };
  writeFileSync(join(work, 'coined.json'), JSON.stringify({ school: SCHOOL, entries: [entry] }));
  const { code } = await licheng('--from', 'national-roster', 'rare', '--to', 'big5-csv', '--out', 'kept', '--coined', 'coined.json');
  expect(code).toBe(0);
  expect(readFileSync(join(work, 'kept', 'files', '校內幹部.csv')).includes(Buffer.from([0xfa, 0x40]))).toBe(true);
  writeFileSync(join(work, 'other.json'), JSON.stringify({ school: '990302', entries: [entry] }));
  const refused = await licheng('--from', 'national-roster', 'rare', '--to', 'big5-csv', '--school', SCHOOL, '--out', 'x', '--coined', 'other.json', '--json');
  expect(refused.code).toBe(2);
  expect(JSON.parse(refused.out)).toMatchObject({ problem: 'coined/other-school', file: 'other.json' });
  expect(readdirSync(work)).not.toContain('x');
});

test.each<[string, readonly string[], string]>([
  ['an unknown system', ['--from', 'national-rooster', 'from', '--to', 'big5-csv', '--out', 'x'], 'national-roster'],
  ['an unknown edition', ['--from', 'big5-csv', 'from', '--to', 'national-roster', '--edition', '109', '--out', 'x'], 'nearest is "108"'],
  ['no target', ['--from', 'big5-csv', 'from', '--out', 'x'], '--to'],
  ['no file', ['--from', 'big5-csv', '--to', 'national-roster', '--out', 'x'], 'FILE'],
  ['a folder in use', ['--from', 'national-roster', 'from', '--to', 'big5-csv', '--out', 'from'], 'from'],
])('64 for %s', async (_, args, named) => {
  const { code, err } = await licheng(...args);
  expect([code, err.includes(named)]).toEqual([64, true]);
  expect(readdirSync(work)).not.toContain('x');
});

test('no home is made', () => {
  expect(readdirSync(work)).not.toContain('home');
});
