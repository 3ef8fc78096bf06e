import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
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
  expect(JSON.parse(out)).toMatchObject({ status: 'complete', in: { cadre: 1, performance: 1 }, out: { cadre: 1, performance: 1 }, rejected: 0, loss: [], files: ['files/114_1_學生自填多元表現名冊.xlsx', 'files/114_1_校內幹部經歷名冊.xlsx'] });
});

test('2 when something did not, which is said and kept', async () => {
  const { code, out } = await licheng('--from', 'national-roster', 'from', '--to', 'big5-csv', '--out', 'other', '--json');
  expect(code).toBe(2);
  expect(JSON.parse(out)).toMatchObject({ status: 'loss', rejected: 1, loss: [{ type: 'performance', kind: 'other', field: null, reason: 'no-sheet', count: 1, example: null }] });
  expect(readdirSync(join(work, 'other')).sort()).toEqual(['files', 'loss.html', 'loss.json', 'not-held']);
  const people = await licheng('--from', 'national-roster', 'from', '--to', 'big5-csv', '--out', 'third', '--lang', 'zh-TW');
  expect(people.out).toContain('多元表現: 讀入 1 = 寫出 0 + 目標收不下 1 + 來源讀不進 0');
});

test.each<[string, readonly string[], string]>([
  ['an unknown system', ['--from', 'national-rooster', 'from', '--to', 'big5-csv', '--out', 'x'], 'national-roster'],
  ['an unknown edition', ['--from', 'big5-csv', 'from', '--to', 'national-roster', '--edition', '109', '--out', 'x'], '107'],
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
