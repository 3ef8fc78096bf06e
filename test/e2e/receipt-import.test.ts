/** Receipts through the command: what is found, what is refused, and that a refused one leaves everything as it was. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { receiptFiles, receiptZip, type Row, type Student, studentsOf } from '../central-database.ts';
import { has } from '../formats/tools.ts';
import { digests, type Json, type Workspace } from '../licheng.ts';
import { SCHOOL } from '../rosters.ts';
import { spoil } from '../spoilt-receipts.ts';
import { foundDifferences, HERE, PASSWORD, seededDifferences, type Submitted, submitted, take, TODAY } from './receipt-support.ts';

let base: Submitted;
beforeAll(async () => { base = await submitted(40); });

/** Everything a school's folder holds, the audit log and lock files aside. */
const state = (home: Workspace): Record<string, string> => digests(join(home.home, SCHOOL), (path) => !/(?:^|\/)(?:audit|logs)\/|\.lock|-wal$|-shm$/.test(path));

const rowsIn = (receipts: Submitted['receipts'], kind: string): Row[] => (receipts[kind]![kind] as Student[]).flatMap(({ 身分證號: _id, 出生日期: _birth, ...sheets }) => Object.values(sheets).flat() as Row[]);

describe('a faithful receipt', () => {
  test('has no difference, and says what it has', async () => {
    const home = base.home.copy();
    const { code, value } = await take(home, base.receipts);
    expect(code).toBe(0);
    expect(value).toMatchObject({ status: 'imported', version: 1, missing: 0, extra: 0, changed: 0, differences: [], findings: [] });
    expect(value.kinds['修課紀錄']).toEqual({ students: 40, rows: rowsIn(base.receipts, '修課紀錄').length });
    expect(value.matched).toBe(Object.keys(base.receipts).reduce((sum, kind) => sum + rowsIn(base.receipts, kind).length, 0));
  });

  test('again has nothing to do, also from another archive of the same files', async () => {
    const home = base.home.copy();
    await take(home, base.receipts);
    const before = state(home);
    expect(await take(home, base.receipts, { encryption: 'aes-256' })).toMatchObject({ code: 99, value: { status: 'unchanged' } });
    expect(state(home)).toEqual(before);
  });

  test('is read with AES, without a password, from a folder, and as other programs pack it', async (context) => {
    const home = base.home.copy();
    expect((await take(home, base.receipts, { encryption: 'aes-256', list: 'sha.TXT' })).code).toBe(0);
    const folder = join(home.root, 'folder');
    mkdirSync(folder);
    for (const { name, bytes } of receiptFiles(base.receipts)) writeFileSync(join(folder, name), bytes);
    const again = async (path: string): Promise<number | null> => (await home.json('receipt', 'import', path, ...HERE, ...TODAY, '--password-file', join(home.root, 'files', 'password.txt'))).code;
    expect(await again(folder)).toBe(99);
    expect(await again(home.file('plain.zip', await receiptZip(base.receipts)))).toBe(99);
    context.skip(!has('7z', 'i'), '7z is not here');
    for (const method of ['ZipCrypto', 'AES256']) {
      const path = join(home.root, `${method}.zip`);
      execFileSync('7z', ['a', '-tzip', `-p${PASSWORD}`, `-mem=${method}`, path, '.'], { cwd: folder, stdio: 'ignore', env: { ...process.env, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' } });
      expect(await again(path)).toBe(99);
    }
  });

  test('is read from files of single students too, which come without SHA.txt', async () => {
    const home = base.home.copy();
    const perStudent = ['--per-student'];
    const folder = join(home.root, 'students');
    for (const [kind, receipt] of Object.entries(base.receipts)) {
      for (const { 身分證號, 出生日期, ...sheets } of studentsOf(receipt)) {
        mkdirSync(join(folder, 身分證號), { recursive: true });
        // As different channels hand them out: the whole form, or the lists alone in a folder called by the id.
        const whole = { 名冊資訊: receipt.名冊資訊, [kind]: [{ 身分證號, 出生日期, ...sheets }] };
        writeFileSync(join(folder, 身分證號, `${kind}.json`), `\uFEFF${JSON.stringify(kind === '修課紀錄' ? whole : sheets)}`);
      }
    }
    const taken = (...more: readonly string[]): Promise<{ code: number | null; value: Json }> => home.json('receipt', 'import', folder, ...HERE, ...TODAY, ...more);
    expect((await taken()).value).toMatchObject({ status: 'refused', findings: [{ problem: 'receipt/no-digests' }] });
    const { code, value } = await taken(...perStudent);
    expect([code, value.status, value.differences]).toEqual([0, 'imported', []]);
    expect(value.matched).toBe(Object.keys(base.receipts).reduce((sum, kind) => sum + rowsIn(base.receipts, kind).length, 0));
    expect(value.findings.map(({ problem }: Json) => problem)).toEqual(expect.arrayContaining(['receipt/no-digests-per-student', 'reconcile/no-rosters']));
    expect((await taken(...perStudent)).code).toBe(99);
  });

  test('is held against what was submitted, not against what the data is now, also when the package is gone', async () => {
    const home = base.home.copy();
    rmSync(join(home.home, SCHOOL, 'outbox'), { recursive: true });
    await home.run('import', home.file('114_1_學生成績名冊.xlsx', ''), '--school', SCHOOL);
    expect((await take(home, base.receipts)).value).toMatchObject({ status: 'imported', differences: [] });
  });
});

describe('a receipt that differs', () => {
  test.each(['one', 'two', 'three'])('every seeded difference is found and none is invented (%s)', async (seed) => {
    const home = base.home.copy();
    const { receipts, seeded } = spoil(base.receipts, seed);
    expect(new Set(seeded.map(({ type }) => type)).size).toBe(3);
    const { code, value } = await take(home, receipts);
    expect(code).toBe(2);
    expect(foundDifferences(value)).toEqual(seededDifferences(seeded));
    for (const [type, total] of [['ours-only', 'missing'], ['theirs-only', 'extra'], ['unequal', 'changed']] as const) expect(value[total]).toBe(seeded.filter((one) => one.type === type).length);
    const sent = Object.keys(base.receipts).reduce((sum, kind) => sum + rowsIn(base.receipts, kind).length, 0);
    const got = Object.keys(receipts).reduce((sum, kind) => sum + rowsIn(receipts, kind).length, 0);
    expect(value.matched + value.changed + value.missing).toBe(sent);
    expect(value.matched + value.changed + value.extra).toBe(got);
    for (const { message, fix } of value.differences) expect(message && fix).toMatch(/\S/);
    // The value a field was altered to is shown beside what was sent.
    for (const one of value.differences.filter(({ type }: Json) => type === 'unequal')) expect(one.fields[0].theirs).toMatch(/^(?:77|78)$|改|字/);
  });

  test('shows nobody\'s id, name or birth date', async () => {
    const home = base.home.copy();
    const { receipts } = spoil(base.receipts, 'secret', 0.2);
    const { value } = await take(home, receipts);
    const said = JSON.stringify(value) + (await home.run('receipt', 'import', home.file('again.zip', await receiptZip(receipts)), ...HERE, ...TODAY)).stdout;
    for (const { 身分證號, 出生日期 } of base.receipts['修課紀錄']!['修課紀錄'] as Student[]) {
      expect(said).not.toContain(身分證號);
      expect(said).not.toContain(出生日期);
    }
  });

  test('of one kind leaves the other kinds as they are', async () => {
    const home = base.home.copy();
    await take(home, base.receipts);
    const { value } = await take(home, { 校內幹部經歷: { ...base.receipts['校內幹部經歷'], 校內幹部經歷: [] } });
    expect(value).toMatchObject({ status: 'imported', version: 2, kinds: { 校內幹部經歷: { students: 0, rows: 0 } }, extra: 0, changed: 0 });
    expect((await home.json('receipt', 'status', '--school', SCHOOL, ...TODAY)).value.kinds.map(({ kind, version }: Json) => [kind, version])).toEqual([['修課紀錄', 1], ['校內幹部經歷', 2]]);
  });
});
