/** A school year's works and performances, from the school's files to packages that anybody can open. */
import { createHash } from 'node:crypto';
import { linkSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { fileSource, joined, memorySource } from '../../../src/formats/bytes.ts';
import { openXlsx } from '../../../src/formats/xlsx/read.ts';
import { openZip } from '../../../src/formats/zip/read.ts';
import { takeDrop } from '../../../src/flows/intake/drop.ts';
import type { OfferedFile } from '../../../src/flows/intake/offered.ts';
import type { Policy } from '../../../src/flows/policy.ts';
import { checkYear } from '../../../src/flows/year/check.ts';
import { acceptYear, packYear, type YearOutcome } from '../../../src/flows/year/pack.ts';
import type { Batch } from '../../../src/flows/year/rosters.ts';
import { yearPlan } from '../../../src/flows/year/scope.ts';
import { files, pdf, people, type Performance, performances, SCHOOL, studentRoster, type Work, works } from '../attachments/support.ts';
import { newSchool, type School } from '../support.ts';
import { has, run } from '../../formats/tools.ts';

const PEOPLE = people(12);
const GRADES = PEOPLE.map((one, index) => [one, (index % 3) + 1] as const);
/** Codes of made-up schools are in no list; what a real school would be told is not looked at here. */
const POLICY: Policy = { severities: { 'roster/school-known': 'off' } };

const link = (index: number): string => `${PEOPLE[index]!.idNumber}/課程學習成果/C01.pdf`;
const WORKS: readonly Work[] = PEOPLE.map((student, index) => ({ student, document: link(index), brief: `第 ${index} 件` }));
const PERFORMANCES: readonly Performance[] = PEOPLE.slice(0, 6).map((student, index) => ({ student, name: `作品 ${index}`, address: 'https://video.example/watch' }));

async function drop(changed: Readonly<Record<string, Uint8Array>> = {}): Promise<OfferedFile[]> {
  return files({
    '學生資料.xlsx': await studentRoster(GRADES), '26.xlsx': await works(WORKS), '25.xlsx': await performances(PERFORMANCES),
    ...Object.fromEntries(PEOPLE.map((_, index) => [link(index), pdf(`work ${index} ${'x'.repeat(2000)}`)])), ...changed,
  });
}

async function schoolWith(dropped: readonly OfferedFile[]): Promise<School> {
  const school = await newSchool(SCHOOL);
  await take(school, dropped);
  return school;
}

async function take({ services, store }: School, dropped: readonly OfferedFile[]): Promise<void> {
  const { files: outcomes } = await takeDrop(services, store, dropped, { act: 'test', term: null });
  expect(outcomes.filter(({ status, rejected }) => status === 'quarantined' || rejected > 0)).toEqual([]);
}

async function pack({ services, store }: School, { batch = null, policy = POLICY, accept = true }: { batch?: Batch; policy?: Policy; accept?: boolean } = {}): Promise<YearOutcome & { errors: readonly string[] }> {
  const plan = yearPlan(services, 114, batch, policy);
  const check = await checkYear(services, store, plan, policy);
  const outcome = await packYear(services, store, plan, check);
  if (accept) acceptYear(store, 114, outcome);
  return { ...outcome, errors: check.report.rules.filter(({ severity }) => severity === 'error').map(({ rule }) => rule) };
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Contents of a package by name, after holding every one against its manifest. */
async function open(path: string): Promise<ReadonlyMap<string, Buffer>> {
  await using source = await fileSource(path);
  const archive = await openZip(source, path);
  const found = new Map<string, Buffer>();
  for (const entry of archive.entries) found.set(entry.name, Buffer.from(await joined(entry.stream())));
  await archive.close();
  const listed = ['manifest-sha256.txt', 'tagmanifest-sha256.txt'].flatMap((name) => found.get(name)!.toString().trim().split('\n').filter(Boolean).map((line) => line.split('  ') as [string, string]));
  for (const [digest, name] of listed) expect(sha256(found.get(name)!), name).toBe(digest);
  expect([...found.keys()].filter((name) => name.startsWith('data/')).sort()).toEqual(listed.map(([, name]) => name).filter((name) => name.startsWith('data/')).sort());
  return found;
}

const attachmentsIn = (content: ReadonlyMap<string, Buffer>): string[] => [...content.keys()].filter((name) => name.startsWith('data/') && !name.endsWith('.xlsx')).map((name) => name.slice(5)).sort();

describe('grades 1 and 2', () => {
  test('are packed with their files, the links naming them', async () => {
    const school = await schoolWith(await drop());
    const outcome = await pack(school);
    expect(outcome.errors).toEqual([]);
    expect(outcome).toMatchObject({ status: 'packed', edition: 'year-submission', parts: [{ students: 8, attachments: 8 }] });
    expect(outcome.rosters.map(({ rosterType, file, sheets }) => [rosterType, file, Object.fromEntries(Object.entries(sheets).filter(([, rows]) => rows > 0))])).toEqual([
      ['25', '學生自填多元表現名冊.xlsx', { 作品成果紀錄: 4 }], ['26', '學生課程學習成果名冊.xlsx', { 學期課程學習成果: 8 }],
    ]);
    const content = await open(outcome.parts[0]!.package);
    const book = await openXlsx(memorySource(content.get('data/學生課程學習成果名冊.xlsx')!), '26.xlsx');
    expect(book.cover).toEqual({ 學校代碼: SCHOOL, 學年度: '114', 學期: '0', 名冊別: '26' });
    const sheet = book.tables.find((table) => table.sheet === '學期課程學習成果')!;
    const rows = (await Array.fromAsync(sheet.rows())).flat().map(({ cells }) => cells);
    await book.close();
    const links = rows.map((row) => row[sheet.header.indexOf('課程學習成果文件檔案連結')]!);
    expect([...links].sort()).toEqual(attachmentsIn(content));
    rows.forEach((row, at) => {
      const index = PEOPLE.findIndex(({ idNumber }) => idNumber === row[0]);
      expect(content.get(`data/${links[at]!}`)!.toString()).toContain(`work ${index} `);
    });
    const manifest = JSON.parse(content.get('submission.json')!.toString());
    expect(manifest).toMatchObject({ school: SCHOOL, term: '114-0', edition: 'year-submission', rows: 12, parts: [], inputs: [{ file: '25.xlsx' }, { file: '26.xlsx' }] });
    expect(JSON.stringify(manifest)).not.toMatch(/[A-Z][12]\d{8}/);
  });

  test('are the same bytes in another home, and unchanged when asked again', async () => {
    const [one, two] = [await schoolWith(await drop()), await schoolWith((await drop()).toReversed())];
    const [first, second] = [await pack(one), await pack(two)];
    expect(readFileSync(second.parts[0]!.package).equals(readFileSync(first.parts[0]!.package))).toBe(true);
    expect(await pack(one)).toMatchObject({ status: 'unchanged', parts: [{ sha256: first.parts[0]!.sha256, attachments: 8 }] });
    rmSync(first.parts[0]!.package);
    expect(await pack(one)).toMatchObject({ status: 'packed', parts: [{ sha256: first.parts[0]!.sha256 }] });
  });

  test('wait while a file is missing', async () => {
    const school = await schoolWith((await drop()).filter(({ name }) => name !== link(0)));
    expect(await pack(school)).toMatchObject({ status: 'shut', parts: [], rosters: [], submission: null, errors: ['item/file-missing'] });
  });
});

describe('grade 3', () => {
  test('goes in two batches: the second holds what the first did not', async () => {
    const school = await schoolWith(await drop());
    const first = await pack(school, { batch: 1 });
    expect(first).toMatchObject({ status: 'packed', edition: 'year-submission-1', parts: [{ students: 4, attachments: 4 }] });
    expect(first.rosters.map(({ rosterType }) => rosterType)).toEqual(['35', '36']);
    expect(await pack(school, { batch: 2 })).toMatchObject({ status: 'empty', parts: [] });

    const more = [...WORKS, { student: PEOPLE[2]!, document: `${PEOPLE[2]!.idNumber}/課程學習成果/C02.pdf`, brief: '下學期', code: '113990399H11101A1010102' }];
    await take(school, files({ '26.xlsx': await works(more), [`${PEOPLE[2]!.idNumber}/課程學習成果/C02.pdf`]: pdf('second') }));
    const second = await pack(school, { batch: 2 });
    expect(second).toMatchObject({ status: 'packed', edition: 'year-submission-2', parts: [{ students: 1, attachments: 1 }] });
    expect(second.rosters.map(({ rosterType, sheets }) => [rosterType, sheets['學期課程學習成果']])).toEqual([['76', 1]]);
    // What went in with the first batch stays there, however often it is packed.
    expect(await pack(school, { batch: 1, accept: false })).toMatchObject({ parts: [{ attachments: 4 }] });
  });

  test('a student whose grade nobody knows is guessed into no batch', async () => {
    const school = await schoolWith(await drop({ '學生資料.xlsx': await studentRoster(GRADES.slice(1)) }));
    await take(school, files({ '25.xlsx': await performances(PERFORMANCES), '26.xlsx': await works(WORKS.slice(1)) }));
    for (const batch of [null, 1, 2] as const) expect((await pack(school, { batch })).errors).toEqual(['submit/grade-unknown']);
  });
});

describe('a large package', () => {
  const small: Policy = { ...POLICY, package: { partBytes: 5000 } };

  test('is divided between students, every part a bag of its own', async () => {
    const school = await schoolWith(await drop());
    const { parts } = await pack(school, { policy: small });
    expect(parts.length).toBeGreaterThan(3);
    const contents = await Promise.all(parts.map(({ package: path }) => open(path)));
    expect([...contents[0]!.keys()].filter((name) => name.startsWith('data/')).sort()).toEqual(['data/學生自填多元表現名冊.xlsx', 'data/學生課程學習成果名冊.xlsx']);
    expect(contents.slice(1).flatMap(attachmentsIn)).toHaveLength(8);
    const index = JSON.parse(contents[0]!.get('submission.json')!.toString());
    expect(index.parts.map(({ file, sha256: digest, attachments }: { file: string; sha256: string; attachments: number }) => [file, digest, attachments]))
      .toEqual(parts.slice(1).map((part) => [part.package.slice(part.package.lastIndexOf('/') + 1), part.sha256, part.attachments]));
    for (const part of parts) expect(sha256(readFileSync(part.package))).toBe(part.sha256);
    expect(parts.slice(1).reduce((sum, { students }) => sum + students, 0)).toBe(8);
  });

  test('is made again only where a student changed', async () => {
    const school = await schoolWith(await drop());
    const before = await pack(school, { policy: small });
    await take(school, files({ [link(0)]: pdf(`work 0 again ${'y'.repeat(2000)}`) }));
    const after = await pack(school, { policy: { ...small, thresholds: {} } });
    expect(after.status).toBe('packed');
    const kept = after.parts.filter((part) => before.parts.some(({ sha256: digest }) => digest === part.sha256));
    expect(kept).toHaveLength(after.parts.length - 2);
    // The same file under another name, not a copy of it.
    for (const part of kept) expect(statSync(part.package).nlink).toBe(2);
    for (const part of after.parts) await open(part.package);
  });

  test('a part that somebody touched is made again', async () => {
    const school = await schoolWith(await drop());
    const before = await pack(school, { policy: small });
    const part = before.parts[2]!;
    const bytes = readFileSync(part.package);
    bytes[bytes.length >> 1]! ^= 1;
    writeFileSync(part.package, bytes);
    expect((await pack(school, { policy: small })).status).toBe('packed');
    expect(sha256(readFileSync(part.package))).toBe(part.sha256);
    // A date alone is no change: the bytes tell.
    utimesSync(part.package, 1, 1);
    expect((await pack(school, { policy: small })).status).toBe('unchanged');
  });
});

describe('other programs', () => {
  const folder = mkdtempSync(join(tmpdir(), 'licheng-year-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.runIf(has('unzip') && has('sha256sum', '--version'))('unzip it, and sha256sum agrees with the manifest', async () => {
    const { parts } = await pack(await schoolWith(await drop()));
    run('unzip', '-q', parts[0]!.package, '-d', folder);
    expect(run('sh', '-c', `cd "${folder}" && sha256sum -c manifest-sha256.txt tagmanifest-sha256.txt`)).not.toContain('FAILED');
    linkSync(parts[0]!.package, join(folder, 'package.zip'));
  });

  test.runIf(has('7z'))('7-Zip tests it', () => {
    expect(run('7z', 't', join(folder, 'package.zip'))).toContain('Everything is Ok');
  });

  test.runIf(has('python3', '--version'))('Python reads it', () => {
    const names = JSON.parse(run('python3', '-c', 'import sys, json, zipfile; z = zipfile.ZipFile(sys.argv[1]); print(json.dumps(z.namelist() if z.testzip() is None else []))', join(folder, 'package.zip'))) as string[];
    expect(names).toContain('data/學生課程學習成果名冊.xlsx');
  });

  test('nothing half-made lies in the outbox', async () => {
    const school = await schoolWith(await drop());
    await pack(school);
    expect(readdirSync(school.services.home.paths(SCHOOL).outbox).filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});
