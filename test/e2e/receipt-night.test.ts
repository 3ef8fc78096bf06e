/** Receipts and the night: what is dropped is taken in, windows close, and what nobody answered is the data centre's. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { receiptZip } from '../central-database.ts';
import { digests, type Json, type Workspace } from '../licheng.ts';
import { SCHOOL } from '../rosters.ts';
import { spoil } from '../spoilt-receipts.ts';
import { HERE, PASSWORD, type Submitted, submitted } from './receipt-support.ts';

let base: Submitted;
beforeAll(async () => {
  base = await submitted(10, 'night');
  const password = base.home.file('password.txt', `${PASSWORD}\n`);
  writeFileSync(join(base.home.home, SCHOOL, 'school.json'), JSON.stringify({ code: SCHOOL, receiptPasswordFile: password }));
  await base.home.run('run', '--today', '2026-02-21');
});

const receipts = (home: Workspace): string => join(home.home, SCHOOL, 'receipts');

async function drop(home: Workspace, name: string, bytes: Uint8Array | string): Promise<string> {
  const path = join(receipts(home), name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
  return path;
}

async function night(home: Workspace, day: string): Promise<{ code: number | null; school: Json; run: string | null }> {
  const { code, value } = await home.json('run', '--today', day);
  return { code, school: value.schools[0], run: value.run };
}

const status = async (home: Workspace, day: string): Promise<Json> => (await home.json('receipt', 'status', '--school', SCHOOL, '--today', day)).value;

describe('a night', () => {
  test('takes in what lies in the folder of a term, deletes it, and has nothing to do the second time', async () => {
    const home = base.home.copy();
    const path = await drop(home, '114-1/收訖明細.zip', await receiptZip(base.receipts, { password: PASSWORD }));
    expect((await night(home, '2026-03-02')).school).toMatchObject({ whoseMove: 'school' });
    expect(existsSync(path)).toBe(false);
    expect((await status(home, '2026-03-02')).kinds.map(({ version, state }: Json) => [version, state])).toEqual([[1, 'waiting'], [1, 'waiting']]);
    for (const file of ['receipt.html', 'receipt.json']) expect(existsSync(join(home.home, SCHOOL, 'reports', '114-1', file))).toBe(true);
    const before = digests(join(home.home, SCHOOL), (file) => !/\.lock/.test(file));
    expect(await night(home, '2026-03-02')).toMatchObject({ code: 99, run: null });
    expect(digests(join(home.home, SCHOOL), (file) => !/\.lock/.test(file))).toEqual(before);
  });

  test('leaves a refused one where it is, says why, and tries again when something changed', async () => {
    const home = base.home.copy();
    const locked = await drop(home, '114-1/locked.zip', await receiptZip(base.receipts, { password: 'another' }));
    const nowhere = await drop(home, 'A123456789.zip', await receiptZip(base.receipts, { password: PASSWORD }));
    await night(home, '2026-03-02');
    expect([existsSync(locked), existsSync(nowhere)]).toEqual([true, true]);
    const { refused, kinds } = await status(home, '2026-03-02');
    expect(kinds).toEqual([]);
    expect(refused.map(({ file, findings }: Json) => [file, findings[0].problem])).toEqual([['114-1/locked.zip', 'zip/wrong-password'], ['A12345****.zip', 'receipt/no-term']]);
    expect(await night(home, '2026-03-02')).toMatchObject({ code: 99 });
    writeFileSync(join(home.root, 'other.txt'), 'another');
    writeFileSync(join(home.home, SCHOOL, 'school.json'), JSON.stringify({ code: SCHOOL, term: '114-1', receiptPasswordFile: join(home.root, 'other.txt') }));
    await night(home, '2026-03-02');
    expect(existsSync(locked)).toBe(false);
    // The other one has its term now, and another password than the one that is given.
    expect((await status(home, '2026-03-02')).refused.map(({ findings }: Json) => findings[0].problem)).toEqual(['zip/wrong-password']);
    expect((await home.run('receipt', 'status', '--school', SCHOOL)).code).toBe(2);
  });

  test('forgets a refused one that somebody took away', async () => {
    const home = base.home.copy();
    const { unlinkSync } = await import('node:fs');
    const path = await drop(home, '114-1/bad.zip', 'not a zip');
    await night(home, '2026-03-02');
    expect((await status(home, '2026-03-02')).refused).toHaveLength(1);
    unlinkSync(path);
    await night(home, '2026-03-02');
    expect((await status(home, '2026-03-02')).refused).toEqual([]);
  });

  test('closes a window that is over, and gives an objection nobody answered to the data centre', async () => {
    const home = base.home.copy();
    const { receipts: spoilt } = spoil(base.receipts, 'night');
    await drop(home, '114-1/收訖明細.zip', await receiptZip(spoilt, { password: PASSWORD }));
    await night(home, '2026-03-02');
    await home.run('receipt', 'open', ...HERE, '--today', '2026-03-02', '--to', '2026-03-04');
    const report = JSON.parse(readFileSync(join(home.home, SCHOOL, 'reports', '114-1', 'receipt.json'), 'utf8')) as Json;
    const { code } = report.differences.find((one: Json) => one.code !== null);
    expect((await home.run('receipt', 'object', ...HERE, '--today', '2026-03-03', '--kind', '修課紀錄', '--student', code, '--text', '少一科')).code).toBe(0);
    expect((await night(home, '2026-03-04')).school).toMatchObject({ whoseMove: 'school' });
    expect((await night(home, '2026-03-05')).school).toMatchObject({ whoseMove: 'school' });
    const closed = (await status(home, '2026-03-05')).kinds[0];
    expect(closed).toMatchObject({ students: 10, silent: 9, objected: 1, open: 0, state: 'closed' });
    expect((await night(home, '2026-03-06')).code).toBe(99);
    expect((await night(home, '2026-03-07')).school).toMatchObject({ whoseMove: 'data-centre' });
    expect(JSON.parse(readFileSync(join(home.home, 'reports', 'district.json'), 'utf8')).schools[0]).toMatchObject({ school: SCHOOL, whoseMove: 'data-centre' });
  });

  test('keeps nothing in clear', async () => {
    const home = base.home.copy();
    await drop(home, '114-1/收訖明細.zip', await receiptZip(base.receipts, { password: PASSWORD }));
    await night(home, '2026-03-02');
    await home.run('receipt', 'open', ...HERE, '--today', '2026-03-02', '--to', '2026-03-04');
    const ids = (base.receipts['修課紀錄']!['修課紀錄'] as { 身分證號: string }[]).map(({ 身分證號 }) => 身分證號);
    for (const file of readdirSync(join(home.home, SCHOOL), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && entry.parentPath.includes('outbox') === false)) {
      const bytes = readFileSync(join(file.parentPath, file.name));
      for (const id of ids) expect(bytes.includes(id)).toBe(false);
    }
  });
});
