/** Packages that are hostile, damaged, or for somebody else: refused with the reason, and nobody else's data touched. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { packExchange } from '../../src/package/portfolio/exchange/pack.ts';
import { joined } from '../../src/formats/bytes.ts';
import { digests, inside, type Json, schoolHome, type Workspace, workspace } from '../licheng.ts';
import { rawZip, type RawEntry } from '../formats/zip/raw-zip.ts';
import { contentOf, enrolled, packedFiles, packedStudent, packedWork, packedZip, someone, work, writeExport } from '../portfolio.ts';

const [A, B, C] = ['990302', '990303', '990399'];
const [ONE, TWO] = [someone(1), someone(2)];
const NAME = `${A}_2026_02_01_10_00_00`;

let home: Workspace;
beforeAll(async () => {
  home = await schoolHome(B, inside(workspace()));
  await home.run('init', '--school', A);
  await home.run('init', '--school', C);
  await writeExport(join(home.root, 'roster'), 'national-roster', B, [ONE, TWO].map((one) => enrolled(B, one)));
  await home.json('import', join(home.root, 'roster'), '--school', B);
  await writeExport(join(home.root, 'a'), 'exchange-json', A, [enrolled(A, ONE, '113-2'), work(A, ONE, 1)]);
  await home.json('import', join(home.root, 'a'), '--school', A);
  for (const school of [A, B, C]) await home.json('seal', 'keys', 'create', '--school', school);
});

const STUDENTS = [packedStudent(A, ONE, { works: [packedWork(A, ONE, 1)] }), packedStudent(A, TWO, { works: [packedWork(A, TWO, 1)] })];
const FILES = packedFiles(STUDENTS);

/** Imports into a home of its own, and gives what came of it with what changed on disk. */
async function taken(bytes: Uint8Array, name = `${NAME}.zip`, ...more: readonly string[]): Promise<{ code: number | null; value: Json; home: Workspace }> {
  const own = home.copy();
  const { code, value } = await own.json('portfolio', 'import', own.file(name, bytes), '--school', B, ...more);
  return { code, value, home: own };
}

const codes = (reasons: readonly { problem: string }[]): string[] => reasons.map(({ problem }) => problem);
const statuses = (value: Json): string[] => value.students.map((student: { status: string }) => student.status);

describe('a hostile archive', () => {
  test.each<readonly [string, RawEntry]>([
    ['a path out of it', { name: '../../../etc/cron.d/x', data: 'x' }],
    ['an absolute path', { name: '/etc/passwd', data: 'x' }],
    ['a drive', { name: 'C:/Windows/x', data: 'x' }],
    ['a backslash', { name: '..\\x', data: 'x' }],
    ['a link', { name: 'link', data: '/etc/passwd', attributes: 0xa1ff0000 }],
  ])('with %s is refused whole', async (_what, entry) => {
    const before = digests(home.home, (path) => path.includes('/state/school.sqlite') === false);
    const { code, value } = await taken(packedZip(NAME, STUDENTS, [...FILES, entry]));
    expect({ code, status: value.status, reasons: codes(value.reasons) }).toEqual({ code: 2, status: 'refused', reasons: ['portfolio/hostile-entry'] });
    expect(digests(home.home, (path) => path.includes('/state/school.sqlite') === false)).toEqual(before);
  });

  test.each<readonly [string, readonly RawEntry[]]>([
    ['the same name twice', [{ name: `${ONE.idNumber}/課程學習成果/C01.pdf`, data: 'other' }]],
    ['twins of case', [{ name: `${ONE.idNumber}/課程學習成果/c01.PDF`, data: 'other' }]],
    ['a link in a student\'s folder', [{ name: `${ONE.idNumber}/課程學習成果/C09.pdf`, data: '/etc/passwd', attributes: 0xa1ff0000 }]],
  ])('with %s keeps that student out and nobody else', async (_what, entries) => {
    const { code, value } = await taken(packedZip(NAME, STUDENTS, [...FILES, ...entries]));
    expect({ code, statuses: statuses(value) }).toEqual({ code: 2, statuses: ['refused', 'imported'] });
    expect(codes(value.students[0].reasons)).toContain('portfolio/entry-refused');
  });

  test('that is a bomb is refused', async () => {
    const bomb: RawEntry = { name: `${ONE.idNumber}/課程學習成果/C05.pdf`, data: Buffer.alloc(64 * 1024 * 1024), deflate: true };
    const { value } = await taken(packedZip(NAME, STUDENTS, [...FILES, bomb]));
    expect(statuses(value)).toEqual(['refused', 'imported']);
  });

  test('whose sizes lie, or that was cut off, is refused', async () => {
    const lying = await taken(packedZip(NAME, STUDENTS, [{ ...FILES[0]!, deflate: true, size: 5 }, FILES[1]!]));
    expect(statuses(lying.value)).toEqual(['refused', 'imported']);
    const whole = packedZip(NAME, STUDENTS);
    const { code, value } = await taken(whole.subarray(0, whole.length - 40));
    expect({ code, reasons: codes(value.reasons) }).toEqual({ code: 2, reasons: ['zip/damaged'] });
  });
});

describe('a package that is not what it says', () => {
  test('with a file that has another digest keeps that student out', async () => {
    const files = FILES.map((file) => (String(file.name).startsWith(ONE.idNumber) ? { ...file, data: contentOf('another') } : file));
    const { value } = await taken(packedZip(NAME, STUDENTS, files));
    expect({ statuses: statuses(value), reasons: codes(value.students[0].reasons) }).toEqual({ statuses: ['refused', 'imported'], reasons: ['moved-file/digest-mismatch'] });
  });

  test('with an empty file where the MD5 says there is one', async () => {
    const files = FILES.map((file) => (String(file.name).startsWith(ONE.idNumber) ? { ...file, data: '' } : file));
    expect(codes((await taken(packedZip(NAME, STUDENTS, files))).value.students[0].reasons)).toEqual(['moved-file/missing']);
  });

  test('with one student twice takes neither', async () => {
    const { value } = await taken(packedZip(NAME, [...STUDENTS, STUDENTS[0]!]));
    expect({ statuses: statuses(value), reasons: codes(value.students[2].reasons) }).toEqual({ statuses: ['refused', 'imported', 'refused'], reasons: ['portfolio/student-twice'] });
  });

  test('with a student without a key, and items that are none', async () => {
    const { value } = await taken(packedZip(NAME, [{ 基本資料: { 學生中文姓名: 'x' } }, 'text' as unknown as Record<string, unknown>, STUDENTS[1]!]));
    expect(statuses(value)).toEqual(['refused', 'refused', 'imported']);
  });

  test('with a row that cannot be read takes the rest and hands the row on as it stood', async () => {
    const bad = packedWork(A, ONE, 2, { 建立日期及時間: '2025-13-40 99:99:99', 課程學習成果文件檔案連結: '', 文件檔案MD5: '' });
    const { code, value, home: own } = await taken(packedZip(NAME, [packedStudent(A, ONE, { works: [packedWork(A, ONE, 1), bad] })]));
    expect({ code, statuses: statuses(value), reasons: codes(value.students[0].reasons) }).toEqual({ code: 2, statuses: ['imported'], reasons: ['portfolio/row-not-read'] });
    const on = await own.json('portfolio', 'export', '--school', B, '--student', ONE.idNumber, '--to', C, '--password-file', own.file('p', 'x'));
    const shown = await own.json('portfolio', 'show', on.value.package, '--password-file', own.file('p', 'x'));
    expect(shown.value.students[0]).toMatchObject({ items: [{ name: '科目1' }], unread: 1 });
  });

  test.each<readonly [string, Uint8Array | string, string, string]>([
    ['no ZIP', 'hello', 'x.zip', 'portfolio/not-a-package'],
    ['a ZIP of something else', rawZip([{ name: 'a.txt', data: 'x' }]), 'x.zip', 'portfolio/no-root'],
    ['broken JSON', rawZip([{ name: `${NAME}.json`, data: '[{' }]), `${NAME}.zip`, 'json/syntax'],
    ['no list', rawZip([{ name: `${NAME}.json`, data: '{}' }]), `${NAME}.zip`, 'portfolio/not-a-list'],
    ['nobody', rawZip([{ name: `${NAME}.json`, data: '[]' }]), `${NAME}.zip`, 'portfolio/no-students'],
  ])('%s', async (_what, bytes, name, code) => {
    const { code: exit, value } = await taken(Buffer.from(bytes as string), name);
    expect(exit).toBe(2);
    expect(codes(value.reasons)).toContain(code);
    const verified = await home.json('portfolio', 'verify', home.file(name, Buffer.from(bytes as string)));
    expect({ code: verified.code, ok: verified.value.ok }).toEqual({ code: 2, ok: false });
    expect(codes(verified.value.findings)).toContain(code);
  });
});

describe('a password', () => {
  test('that is wrong, or not given, is said, and nothing is taken', async () => {
    const zip = await joined(packExchange({ name: NAME, root: new TextEncoder().encode(JSON.stringify(STUDENTS)), students: [], password: 'right', encryption: 'aes-256' }));
    expect(codes((await taken(zip)).value.reasons)).toEqual(['zip/encrypted']);
    const wrong = home.file('wrong.txt', 'wrong');
    expect(codes((await taken(zip, `${NAME}.zip`, '--password-file', wrong)).value.reasons)).toEqual(['zip/wrong-password']);
    const { stdout } = await home.run('portfolio', 'import', home.file(`${NAME}.zip`, zip), '--school', B, '--password-file', wrong);
    expect(stdout).not.toContain('wrong\n');
  });

  test('is needed to hand anything over', async () => {
    const { code, value } = await home.json('portfolio', 'export', '--school', A, '--student', ONE.idNumber, '--to', B);
    expect({ code, fault: value.fault }).toEqual({ code: 64, fault: 'portfolio/no-password' });
  });
});

describe('a sealed package', () => {
  let file: string;
  beforeAll(async () => {
    const { value } = await home.json('portfolio', 'export', '--school', A, '--student', ONE.idNumber, '--to', B, '--format', 'sealed', '--out', join(home.root, 'sealed'));
    file = value.package;
  });
  const reasons = async (own: Workspace, bytes: Uint8Array, school = B, ...more: readonly string[]): Promise<string[]> => {
    const { code, value } = await own.json('portfolio', 'import', own.file('x.lcseal', bytes), '--school', school, ...more);
    expect(code).toBe(2);
    return codes([...value.reasons, ...value.students.flatMap((student: Json) => student.reasons)]);
  };

  test('for another school is refused there', async () => {
    expect(await reasons(home.copy(), readFileSync(file), C)).toEqual(['sealed/wrong-receiver']);
  });

  test('that was changed, cut or lengthened is refused', async () => {
    const bytes = readFileSync(file);
    const changed = Buffer.from(bytes);
    changed[bytes.length - 200] = changed[bytes.length - 200]! ^ 1;
    for (const tampered of [changed, bytes.subarray(0, -1), Buffer.concat([bytes, Buffer.from('x')])]) expect(await reasons(home.copy(), tampered)).toEqual(['sealed/tampered']);
  });

  test('taken in once is refused the second time, with the acknowledgement at hand', async () => {
    const own = home.copy();
    const first = await own.json('portfolio', 'import', own.file('x.lcseal', readFileSync(file)), '--school', B);
    expect(first).toMatchObject({ code: 0, value: { status: 'imported' } });
    const again = await own.json('portfolio', 'import', own.file('y.lcseal', readFileSync(file)), '--school', B);
    expect({ code: again.code, reasons: codes(again.value.reasons), acknowledgement: again.value.acknowledgement }).toEqual({ code: 2, reasons: ['sealed/repeated'], acknowledgement: first.value.acknowledgement });
  });

  test('older than one that was taken in for the student is refused', async () => {
    const own = home.copy();
    const later = await own.json('portfolio', 'export', '--school', A, '--student', ONE.idNumber, '--to', B, '--format', 'sealed', '--out', join(own.root, 'later'));
    await own.json('portfolio', 'import', later.value.package, '--school', B);
    expect(await reasons(own, readFileSync(file))).toEqual(['sealed/stale']);
  });

  test('of long ago, or of a day to come, is refused', async () => {
    expect(await reasons(home.copy(), readFileSync(file), B, '--today', '2028-11-01')).toEqual(['sealed/too-old']);
    expect(await reasons(home.copy(), readFileSync(file), B, '--today', '2025-01-01')).toEqual(['sealed/from-future']);
  });

  test('whose sender is not known, or has revoked its key, is refused', async () => {
    const stranger = await schoolHome(A, inside(workspace()));
    await writeExport(join(stranger.root, 'a'), 'exchange-json', A, [enrolled(A, ONE, '113-2'), work(A, ONE, 1)]);
    await stranger.json('import', join(stranger.root, 'a'), '--school', A);
    await stranger.json('seal', 'keys', 'create', '--school', A);
    const key = join(home.root, 'b.key.json');
    const { value: exported } = await home.json('seal', 'keys', 'export', '--school', B, '--out', key);
    await stranger.json('seal', 'keys', 'trust', key, '--fingerprint', exported.fingerprint);
    const { value } = await stranger.json('portfolio', 'export', '--school', A, '--student', ONE.idNumber, '--to', B, '--format', 'sealed');
    expect(await reasons(home.copy(), readFileSync(value.package))).toEqual(['sealed/unknown-signer']);

    const own = home.copy();
    const { value: keys } = await own.json('seal', 'keys', 'list', '--school', A);
    await own.json('seal', 'keys', 'revoke', keys.keys[0].fingerprint, '--reason', '外洩');
    expect(await reasons(own, readFileSync(file))).toEqual(['sealed/revoked-key']);
  });

  test('is taken in after both schools have new keys, and not once the key it was sealed to is revoked', async () => {
    const own = home.copy();
    const { value: { keys: [before] } } = await own.json('seal', 'keys', 'list', '--school', B);
    for (const school of [A, B]) await own.json('seal', 'keys', 'create', '--school', school);
    const rotated = own.copy();
    expect(await rotated.json('portfolio', 'import', rotated.file('x.lcseal', readFileSync(file)), '--school', B)).toMatchObject({ code: 0, value: { status: 'imported' } });
    const { value: next } = await rotated.json('portfolio', 'export', '--school', A, '--student', ONE.idNumber, '--to', B, '--format', 'sealed', '--out', join(rotated.root, 'next'));
    await rotated.json('seal', 'keys', 'revoke', before.fingerprint, '--reason', '外洩');
    expect(await rotated.json('portfolio', 'import', next.package, '--school', B)).toMatchObject({ code: 99, value: { status: 'unchanged' } });
    await own.json('seal', 'keys', 'revoke', before.fingerprint, '--reason', '外洩');
    expect(await reasons(own, readFileSync(file))).toEqual(['sealed/unknown-own-key']);
  });

  test('whose signature is another\'s is refused, and so is a forged acknowledgement', async () => {
    const own = home.copy();
    const received = await own.json('portfolio', 'import', own.file('x.lcseal', readFileSync(file)), '--school', B);
    const text = readFileSync(received.value.acknowledgement, 'utf8');
    const forged = join(own.root, 'forged.json');
    writeFileSync(forged, text.replace('"imported": 1', '"imported": 9'));
    expect(codes((await own.json('portfolio', 'import', forged, '--school', A)).value.reasons)).toEqual(['sealed/bad-acknowledgement']);
    expect(codes((await own.json('portfolio', 'import', received.value.acknowledgement, '--school', C)).value.reasons)).toEqual(['sealed/unknown-acknowledgement']);
  });
});

test('what is asked of nobody, of somebody unknown, or of an impossible school ends in words', async () => {
  const fault = async (...args: readonly string[]): Promise<string> => (await home.json('portfolio', ...args)).value.fault;
  const base = ['export', '--school', A, '--to', B, '--password-file', home.file('p', 'x')];
  expect(await fault(...base)).toBe('usage/bad-option');
  expect(await fault(...base, '--student', someone(99).idNumber)).toBe('portfolio/unknown-student');
  expect(await fault('export', '--school', A, '--to', 'nowhere', '--student', ONE.idNumber)).toBe('usage/bad-option');
  expect(await fault(...base, '--student', ONE.idNumber, '--format', 'sealed', '--to', '990388')).toBe('seal/unknown-receiver');
  const { stdout, stderr } = await home.run('portfolio', ...base, '--student', someone(99).idNumber);
  expect(stdout + stderr).not.toContain(someone(99).idNumber);
});
