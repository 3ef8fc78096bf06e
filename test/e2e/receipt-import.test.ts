/** Receipts through the command: what is found, what is refused, and that a refused one leaves everything as it was. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { receiptFiles, receiptZip, type Row, type Student } from '../central-database.ts';
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

describe('bad input', () => {
  const kind = '修課紀錄';
  const students = (): Student[] => structuredClone(base.receipts[kind]![kind] as Student[]);
  const withStudents = (list: unknown[]): Record<string, unknown> => ({ ...base.receipts, [kind]: { ...base.receipts[kind], [kind]: list } });

  /** Imports on top of a good receipt; the folder must be as it was. */
  async function refused(receipts: Readonly<Record<string, unknown>>, form = {}, ...more: readonly string[]): Promise<string[]> {
    const home = base.home.copy();
    await take(home, base.receipts);
    const before = state(home);
    const { code, value } = await take(home, receipts, form, ...more);
    expect(code).toBe(2);
    expect(value).toMatchObject({ status: 'refused', version: null, kinds: {}, matched: 0, differences: [] });
    expect(state(home)).toEqual(before);
    for (const { message, fix } of value.findings) expect(message && fix).toMatch(/\S/);
    return value.findings.map(({ problem }: Json) => problem);
  }

  test('a wrong password, or none', async () => {
    expect(await refused(base.receipts, { password: 'another' })).toEqual(['zip/wrong-password']);
    const home = base.home.copy();
    const { code, value } = await home.json('receipt', 'import', home.file('locked.zip', await receiptZip(base.receipts, { password: PASSWORD })), ...HERE);
    expect([code, value.findings.map(({ problem }: Json) => problem)]).toEqual([2, ['zip/encrypted']]);
  });

  test('a line of SHA.txt that is missing, false, or of a file that is not there; no SHA.txt at all', async () => {
    expect(await refused(base.receipts, { relist: (text: string) => text.split('\r\n').slice(1).join('\r\n') })).toEqual(['receipt/digest-missing']);
    expect(await refused(base.receipts, { tamper: (name: string, bytes: Uint8Array) => (name.includes(kind) ? new TextEncoder().encode(new TextDecoder().decode(bytes).replace('"85"', '"95"')) : bytes) })).toEqual(['receipt/digest-wrong']);
    expect(await refused(base.receipts, { relist: (text: string) => `${text}多元表現.json,${'0'.repeat(64)}\r\n` })).toEqual(['receipt/digest-orphan']);
    expect(await refused(base.receipts, { relist: (text: string) => text.replace(/[0-9a-f]{10},/i, ',') })).toEqual(['receipt/digest-line', 'receipt/digest-missing']);
    expect(await refused(base.receipts, { list: 'LIST.txt' })).toEqual(['receipt/no-digests']);
  });

  test('JSON that is cut off, though its digest is true', async () => {
    const whole = JSON.stringify(base.receipts[kind]);
    const home = base.home.copy();
    await take(home, base.receipts);
    const before = state(home);
    const files = receiptFiles({ ...base.receipts }).filter(({ name }) => !name.includes(kind) && !name.endsWith('.txt'));
    const folder = join(home.root, 'cut');
    mkdirSync(folder);
    const { createHash } = await import('node:crypto');
    const cut = [...files, { name: `${kind}.json`, bytes: new TextEncoder().encode(whole.slice(0, whole.length / 2)) }];
    for (const { name, bytes } of cut) writeFileSync(join(folder, name), bytes);
    writeFileSync(join(folder, 'SHA.txt'), cut.map(({ name, bytes }) => `${name},${createHash('sha256').update(bytes).digest('hex')}`).join('\n'));
    const { code, value } = await home.json('receipt', 'import', folder, ...HERE, ...TODAY);
    expect([code, value.findings.map(({ problem }: Json) => problem)]).toEqual([2, ['json/syntax']]);
    expect(state(home)).toEqual(before);
  });

  test('braces and quotes inside texts, and nested objects, are what they are', async () => {
    const home = base.home.copy();
    const [first, ...rest] = students();
    const { 身分證號, 出生日期, ...sheets } = first!;
    const [sheet, rows] = Object.entries(sheets)[0] as [string, Row[]];
    const odd = { ...rows[0], 備註: '{"科目":"}{"} 他說「"好"」\\', 細項: { 甲: [{ 乙: '}' }] } };
    const { code, value } = await take(home, withStudents([{ 身分證號, 出生日期, ...sheets, [sheet]: [odd, ...rows.slice(1)] }, ...rest]));
    expect([code, value.differences]).toEqual([0, []]);
    expect(value.findings.map(({ problem }: Json) => problem)).toEqual(['reconcile/unknown-column', 'reconcile/unknown-column']);
  });

  test('a list the former consumer lost is read like the others', async () => {
    const home = base.home.copy();
    const { value } = await take(home, withStudents(students().map(({ 進修部補考成績: _lost, ...student }) => student)));
    const lost = students().reduce((sum, student) => sum + ((student['進修部補考成績'] ?? []) as unknown[]).length, 0);
    expect(lost).toBeGreaterThan(0);
    expect(value.differences.map(({ sheet, type }: Json) => `${sheet} ${type}`)).toEqual(Array.from({ length: lost }, () => '進修部補考成績 ours-only'));
  });

  test('students we do not know, and one id with two birth dates, are named and not taken for ours', async () => {
    const home = base.home.copy();
    await take(home, base.receipts);
    const [first] = students();
    const stranger = { ...first!, 身分證號: 'A123456789' };
    const twin = { ...first!, 出生日期: '0970101' };
    const { code, value } = await take(home, withStudents([...students(), stranger, twin]));
    expect(code).toBe(2);
    expect(value.findings.map(({ problem, message }: Json) => [problem, /[A-Z]\d{5}\*{4}/.test(message)])).toEqual([['reconcile/unknown-student', true], ['reconcile/two-birth-dates', true]]);
    expect(value.missing).toBe(0);
    const status = (await home.json('receipt', 'status', '--school', SCHOOL, ...TODAY)).value.kinds.find((one: Json) => one.kind === kind);
    expect(status.students).toBe(40);
  });

  test('a receipt of another school or another term', async () => {
    expect(await refused({ [kind]: { ...base.receipts[kind], 學校代碼: '990398' } })).toEqual(['receipt/other-school']);
    expect(await refused(base.receipts, { prefix: '990398_114_1_' })).toEqual(['receipt/other-school']);
    expect(await refused({ [kind]: { ...base.receipts[kind], 學年度: 114, 學期: 2 } })).toEqual(['receipt/other-term']);
    expect(await refused(base.receipts, { prefix: '113_2_' })).toEqual(['receipt/other-term']);
    expect(await refused(base.receipts, {}, '--term', '114-2')).toEqual(['receipt/other-term']);
    const others = await submitted(20, 'another school');
    expect(await refused(others.receipts)).toEqual(['receipt/nobody-known']);
  });

  test('an older receipt after a newer one', async () => {
    const home = base.home.copy();
    await take(home, base.receipts);
    const { receipts } = spoil(base.receipts, 'newer');
    await take(home, receipts);
    const { code, value } = await take(home, base.receipts);
    expect([code, value.findings[0].problem]).toEqual([2, 'receipt/older']);
    expect(await take(home, base.receipts, {}, '--again')).toMatchObject({ code: 0, value: { status: 'imported', version: 3 } });
  });

  test('a receipt of nothing we submitted, and one whose rosters were saved anew', async () => {
    expect(await refused({ 多元表現: { 名冊資訊: [], 多元表現: [] } })).toEqual(['receipt/nothing-submitted']);
    const home = base.home.copy();
    const renamed = { ...base.receipts, [kind]: { ...base.receipts[kind], 名冊資訊: [{ 名稱: '成績名冊', SHA: 'f'.repeat(64) }] } };
    const { code, value } = await take(home, renamed);
    expect([code, value.differences, value.findings.map(({ problem }: Json) => problem)]).toEqual([0, [], ['reconcile/unknown-roster']]);
  });

  test('wrong usage is told apart from wrong data', async () => {
    const home = base.home.copy();
    for (const args of [['import'], ['import', 'nowhere.zip'], ['forget', 'x.zip']]) expect((await home.run('receipt', ...args, ...HERE)).code).toBe(64);
    expect((await home.run('receipt', 'import', home.file('x.zip', 'x'), '--school', SCHOOL)).code).toBe(64);
  });
});
