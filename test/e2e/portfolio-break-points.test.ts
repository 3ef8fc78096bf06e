/** What is known to break when portfolios go from one maker's system to another's, each through the command. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { encodeCp950 } from '../../src/formats/text/encode-cp950.ts';
import { openExchange } from '../../src/package/portfolio/exchange/open.ts';
import { joined, memorySource } from '../../src/formats/bytes.ts';
import { inside, type Json, schoolHome, type Workspace, workspace } from '../licheng.ts';
import { contentOf, courseCode, EMPTY_MD5, enrolled, md5, packedFiles, packedService, packedStudent, packedWork, packedZip, sha256, someone, statusChange, work, writeExport } from '../portfolio.ts';
import { rawZip, type RawEntry } from '../formats/zip/raw-zip.ts';

const [A, B, C] = ['990302', '990303', '990399'];
const ROSTER = [1, 2, 3, 4, 5, 6, 7, 8, 9].map(someone);
const [ONE, TWO, THREE] = ROSTER as [typeof ROSTER[number], typeof ROSTER[number], typeof ROSTER[number]];

let blank: Workspace;
beforeAll(async () => {
  blank = await schoolHome(B, inside(workspace()));
  await writeExport(join(blank.root, 'roster'), 'national-roster', B, ROSTER.map((one) => enrolled(B, one)));
  expect((await blank.json('import', join(blank.root, 'roster'), '--school', B)).code).toBe(0);
  blank.file('password.txt', 'Pw-12345\n');
});

let clock = 0;
/** A package of its own second. */
const nameOf = (school = A): string => `${school}_2026_02_01_10_00_${String(clock++).padStart(2, '0')}`;

async function imported(home: Workspace, zip: Buffer, name = nameOf(), ...more: readonly string[]): Promise<{ code: number | null; value: Json }> {
  return home.json('portfolio', 'import', home.file(`${name}.zip`, zip), '--school', B, ...more);
}

/** What the school hands on of a student, read again: items by their names, files by path. */
async function handedOn(home: Workspace, student: string): Promise<{ student: Json; files: ReadonlyMap<string, Buffer>; export: Json }> {
  const password = join(home.root, 'files', 'password.txt');
  const { value } = await home.json('portfolio', 'export', '--school', B, '--student', student, '--to', C, '--password-file', home.file('password.txt', 'Pw-12345\n') || password, '--out', join(home.root, `on-${clock++}`));
  const opened = await openExchange(memorySource(readFileSync(value.package)), value.package, { password: 'Pw-12345', spool: (entry) => entry.source() });
  const files = new Map<string, Buffer>();
  for (const [path, entry] of opened.entries) files.set(path, Buffer.from(await joined(entry.stream())));
  const [found] = JSON.parse(opened.students[0]!) as Json[];
  await opened.close();
  return { student: found, files, export: value };
}

const reasonsOf = (value: Json, at = 0): string[] => value.students[at].reasons.map((reason: { problem: string }) => reason.problem);
const statuses = (value: Json): string[] => value.students.map((student: { status: string }) => student.status);

test('1: a student who is not on the roster waits, and stops nobody else', async () => {
  const home = blank.copy();
  const stranger = someone(77);
  const students = [packedStudent(A, stranger, { works: [packedWork(A, stranger, 1)] }), packedStudent(A, ONE, { works: [packedWork(A, ONE, 1)] })];
  const { code, value } = await imported(home, packedZip(nameOf(), students));
  expect({ code, statuses: statuses(value), reasons: reasonsOf(value) }).toEqual({ code: 0, statuses: ['waiting', 'imported'], reasons: ['portfolio/unknown-student'] });
  expect(JSON.stringify(value)).not.toContain(stranger.idNumber);
});

test('2: taking a package in again, or another one, deletes nothing of anybody', async () => {
  const home = blank.copy();
  const [first, second, third] = [nameOf(), nameOf(), nameOf()];
  const of = (name: string, who: typeof ONE, n: number): Buffer => packedZip(name, [packedStudent(A, who, { works: [packedWork(A, who, n)] })]);
  await imported(home, of(first, ONE, 1), first);
  await imported(home, of(second, TWO, 1), second);
  await imported(home, of(third, ONE, 2), third);
  expect((await imported(home, of(first, ONE, 1), first)).value.status).toBe('unchanged');
  expect((await handedOn(home, ONE.idNumber)).export).toMatchObject({ items: 2, attachments: 2 });
  expect((await handedOn(home, TWO.idNumber)).export).toMatchObject({ items: 1, attachments: 1 });
  // The same package with other content takes the place of itself alone.
  const { value } = await imported(home, of(first, ONE, 3), first);
  expect({ status: value.status, reasons: reasonsOf(value) }).toEqual({ status: 'imported', reasons: ['portfolio/replaced'] });
  const { student } = await handedOn(home, ONE.idNumber);
  expect(student['課程學習成果紀錄'].map((item: Json) => item['課程代碼'])).toEqual([courseCode(A, 3), courseCode(A, 2)]);
});

test('3: the original course code, school and term come out as they went in, whatever the own system made of them', async () => {
  const home = blank.copy();
  await imported(home, packedZip(nameOf(), [packedStudent(A, ONE, { works: [packedWork(A, ONE, 1)] })]));
  // The school's own system took the package in and put zeros in the place of the course.
  const mangled = work(B, ONE, 1, { kind: 'transfer', courseSchool: B, courseYear: 113, courseTerm: 1, courseCode: '00000000', subjectName: 'xxxx', term: '113-1', studiedTerm: undefined, certificationStatus: undefined, certifiedAt: undefined, submittedAt: undefined, teacher: undefined, createdAt: undefined, uploadedTerm: undefined });
  await writeExport(join(home.root, 'own'), 'national-roster', B, [mangled]);
  expect((await home.json('import', join(home.root, 'own'), '--school', B)).code).toBe(0);
  const { student } = await handedOn(home, ONE.idNumber);
  const works = student['課程學習成果紀錄'];
  expect(works.filter((item: Json) => item['課程代碼'] === courseCode(A, 1))).toMatchObject([{ 修課學校代碼: A, 應修課學年度: 113, 應修課學期: 1, 科目名稱: '科目1' }]);
});

describe('4: media and documents', () => {
  const withMedia = (n: number, media: string, sum: string): Record<string, unknown> => packedWork(A, ONE, n, { 課程學習成果影音檔案連結: media, 影音檔案MD5: sum });

  test('a media link overwritten by the document\'s is mended by its MD5', async () => {
    const home = blank.copy();
    const media = `${ONE.idNumber}/課程學習成果/C02.mp4`;
    const item = withMedia(1, `${ONE.idNumber}/課程學習成果/C01.pdf`, md5(contentOf(media)));
    const { value } = await imported(home, packedZip(nameOf(), [packedStudent(A, ONE, { works: [item] })], [...packedFiles([item]), { name: media, data: contentOf(media) }]));
    expect({ status: statuses(value), attachments: value.students[0].attachments, reasons: reasonsOf(value) }).toEqual({ status: ['imported'], attachments: 2, reasons: ['moved-file/link-repaired'] });
    const { student, files } = await handedOn(home, ONE.idNumber);
    const [out] = student['課程學習成果紀錄'];
    expect(sha256(files.get(out['課程學習成果影音檔案連結'])!)).toBe(sha256(contentOf(media)));
    expect(sha256(files.get(out['課程學習成果文件檔案連結'])!)).toBe(sha256(contentOf(`${ONE.idNumber}/課程學習成果/C01.pdf`)));
    expect(out['影音檔案MD5']).toBe(md5(contentOf(media)));
  });

  test('a media link that only repeats the document\'s is said, and the document taken', async () => {
    const path = `${ONE.idNumber}/課程學習成果/C01.pdf`;
    const { value } = await imported(blank.copy(), packedZip(nameOf(), [packedStudent(A, ONE, { works: [withMedia(1, path, md5(contentOf(path)))] })]));
    expect({ status: statuses(value), attachments: value.students[0].attachments, reasons: reasonsOf(value) }).toEqual({ status: ['imported'], attachments: 1, reasons: ['moved-file/media-link-repeats'] });
  });

  test('are numbered apart on the way out, and an outside link of a performance goes along', async () => {
    const home = blank.copy();
    const works = [1, 2].map((n) => withMedia(n, `${ONE.idNumber}/課程學習成果/C0${n}.mp4`, md5(contentOf(`${ONE.idNumber}/課程學習成果/C0${n}.mp4`))));
    const services = [packedService(A, ONE, 1, { 外部影音連結: 'https://example.org/v' })];
    await imported(home, packedZip(nameOf(), [packedStudent(A, ONE, { works, services })]));
    const { student, files } = await handedOn(home, ONE.idNumber);
    expect([...files.keys()].filter((path) => path.includes('/C')).sort()).toEqual(['C01.mp4', 'C01.pdf', 'C02.mp4', 'C02.pdf'].map((name) => `${ONE.idNumber}/課程學習成果/${name}`));
    expect(student['多元表現']['服務學習紀錄'][0]['外部影音連結']).toBe('https://example.org/v');
  });
});

describe('5: a link does not mean that there is a file', () => {
  test('with the MD5 of nothing it means none, and none is handed on', async () => {
    const home = blank.copy();
    const item = packedWork(A, ONE, 1, { 文件檔案MD5: EMPTY_MD5 });
    const { value } = await imported(home, packedZip(nameOf(), [packedStudent(A, ONE, { works: [item] })], []));
    expect({ status: statuses(value), attachments: value.students[0].attachments }).toEqual({ status: ['imported'], attachments: 0 });
    const { student, export: given } = await handedOn(home, ONE.idNumber);
    expect(student['課程學習成果紀錄'][0]).toMatchObject({ 課程學習成果文件檔案連結: '', 文件檔案MD5: EMPTY_MD5 });
    expect(given.loss).toMatchObject([{ type: 'courseWork', field: 'documentLink', reason: 'no-file', count: 1 }]);
  });

  test('with an MD5 and no file the student is refused, the others are not', async () => {
    const home = blank.copy();
    const name = nameOf();
    const students = [packedStudent(A, ONE, { works: [packedWork(A, ONE, 1)] }), packedStudent(A, TWO, { works: [packedWork(A, TWO, 1)] })];
    const zip = packedZip(name, students, packedFiles([students[1]!]));
    const { code, value } = await imported(home, zip, name);
    expect({ code, statuses: statuses(value), reasons: reasonsOf(value) }).toEqual({ code: 2, statuses: ['refused', 'imported'], reasons: ['moved-file/missing'] });
    const accepted = await imported(home, zip, name, '--accept-missing', '--reason', '原校確認檔案已遺失');
    expect({ statuses: statuses(accepted.value), reasons: reasonsOf(accepted.value) }).toEqual({ statuses: ['imported', 'unchanged'], reasons: ['moved-file/lost'] });
  });
});

test('6: an extension is what stands after the last dot', async () => {
  const home = blank.copy();
  const path = `${ONE.idNumber}/課程學習成果/C01.b.pdf`;
  const item = packedWork(A, ONE, 1, { 課程學習成果文件檔案連結: path, 文件檔案MD5: md5(contentOf(path)) });
  const mapping: RawEntry = { name: `${ONE.idNumber}/課程學習成果/filename_mapping.json`, data: JSON.stringify({ 'C01.pdf': '讀書.報告.b.pdf' }) };
  const { value } = await imported(home, packedZip(nameOf(), [packedStudent(A, ONE, { works: [item] })], [...packedFiles([item]), mapping]));
  expect(statuses(value)).toEqual(['imported']);
  const { files } = await handedOn(home, ONE.idNumber);
  expect(files.has(`${ONE.idNumber}/課程學習成果/C01.pdf`)).toBe(true);
  expect(JSON.parse(files.get(`${ONE.idNumber}/課程學習成果/filename_mapping.json`)!.toString())).toEqual({ 'C01.pdf': '讀書.報告.b.pdf' });
});

test('7: null numbers, a drifted key, a term of four signs and missing keys are read', async () => {
  const home = blank.copy();
  const { 認證時間: _time, 認證教師: _teacher, 認證說明: _remark, 送審時間: _sent, ...bare } = packedWork(A, ONE, 1, { 學分數: null, 是否為重讀時的課程學習成果: true, 重讀學年度及學期: '1131' });
  const student = packedStudent(A, ONE, { works: [bare] });
  const lists = student['多元表現'] as Record<string, unknown>;
  const { '服務學習時數': _hours, 服務名稱: _name, 服務單位名稱: _unit, ...front } = packedService(A, ONE, 1);
  lists['其他多元表現'] = [{ ...front, 名稱: '社區活動', 主辦單位: '里辦公處', 時數: null }];
  delete lists['其他多元表現紀錄'];
  const { code, value } = await imported(home, packedZip(nameOf(), [student]));
  expect({ code, statuses: statuses(value), items: value.students[0].items }).toEqual({ code: 0, statuses: ['imported'], items: 2 });
  const { student: out } = await handedOn(home, ONE.idNumber);
  expect(out['課程學習成果紀錄'][0]).toMatchObject({ 學分數: null, 是否為重讀時的課程學習成果: true, 重讀學年度及學期: '1131', 認證時間: '', 認證教師: '', 認證說明: '', 送審時間: '' });
  expect(out['多元表現']['其他多元表現紀錄']).toMatchObject([{ 名稱: '社區活動', 時數: null }]);
});

test('8: a work without a description is a work', async () => {
  const home = blank.copy();
  const { code, value } = await imported(home, packedZip(nameOf(), [packedStudent(A, ONE, { works: [packedWork(A, ONE, 1, { 課程學習成果簡述: '' })] })]));
  expect({ code, statuses: statuses(value) }).toEqual({ code: 0, statuses: ['imported'] });
  expect((await handedOn(home, ONE.idNumber)).student['課程學習成果紀錄'][0]['課程學習成果簡述']).toBe('');
});

test('9: who has left or is on leave is handed over like anybody else', async () => {
  const home = blank.copy();
  for (const [who, status] of [[ONE, '轉出'], [TWO, '休學'], [THREE, '延修']] as const) {
    const folder = join(home.root, 'left', status);
    await writeExport(folder, 'exchange-json', B, [enrolled(B, who, '113-2'), work(B, who, 1)]);
    expect((await home.json('import', folder, '--school', B)).code).toBe(0);
    await writeExport(join(home.root, 'left', `${status}-roster`), 'national-roster', B, ROSTER.map((one) => enrolled(B, one, '114-2', one === who ? { enrolmentStatus: status } : {})));
    await home.json('import', join(home.root, 'left', `${status}-roster`), '--school', B);
    expect((await handedOn(home, who.idNumber)).export).toMatchObject({ students: 1, items: 1, attachments: 1 });
  }
});

describe('10: a corrected id', () => {
  const old = someone(88);

  test('that only the receiving school has corrected is still the same person', async () => {
    const home = blank.copy();
    const zip = packedZip(nameOf(), [packedStudent(A, old, { works: [packedWork(A, old, 1)] })]);
    const name = nameOf();
    expect(statuses((await imported(home, zip, name)).value)).toEqual(['waiting']);
    await writeExport(join(home.root, 'changes'), 'status-changes', B, [statusChange(B, ONE, '407', '2025-10-01', { oldIdNumber: old.idNumber, oldBirthDate: old.birthDate })]);
    expect((await home.json('import', join(home.root, 'changes'), '--school', B)).code).toBe(0);
    expect(statuses((await imported(home, zip, name)).value)).toEqual(['imported']);
    const { student, files } = await handedOn(home, old.idNumber);
    expect(student['基本資料']).toMatchObject({ '國民身分證統一編號(或居留證統一證號)': ONE.idNumber, 原身分證號: old.idNumber });
    expect([...files.keys()]).toContain(`${ONE.idNumber}/課程學習成果/C01.pdf`);
  });

  test('the sender has corrected, and its files still lie under the old id', async () => {
    const home = blank.copy();
    const path = `${old.idNumber}/課程學習成果/C01.pdf`;
    const link = `${ONE.idNumber}/課程學習成果/C01.pdf`;
    const item = packedWork(A, ONE, 1, { 課程學習成果文件檔案連結: link, 文件檔案MD5: md5(contentOf(path)) });
    const student = packedStudent(A, ONE, { works: [item], basic: { 原身分證號: old.idNumber } });
    const { code, value } = await imported(home, packedZip(nameOf(), [student], [{ name: path, data: contentOf(path) }]));
    expect({ code, statuses: statuses(value), attachments: value.students[0].attachments }).toEqual({ code: 0, statuses: ['imported'], attachments: 1 });
    const { student: out } = await handedOn(home, ONE.idNumber);
    expect(out['基本資料']).toMatchObject({ '國民身分證統一編號(或居留證統一證號)': ONE.idNumber, 原身分證號: old.idNumber });
  });

  test('items under an id nobody knows to be the same person\'s are refused', async () => {
    const item = packedWork(A, old, 1);
    const { value } = await imported(blank.copy(), packedZip(nameOf(), [packedStudent(A, ONE, { works: [item] })]));
    expect({ statuses: statuses(value), reasons: reasonsOf(value) }).toEqual({ statuses: ['refused'], reasons: expect.arrayContaining(['portfolio/foreign-item']) as string[] });
    expect(JSON.stringify(value)).not.toContain(old.idNumber);
  });
});

test('entry names in CP950, a BOM, and an unknown key come through', async () => {
  const home = blank.copy();
  const item = packedWork(A, ONE, 1, { 廠商備註: '保留' });
  const [file] = packedFiles([item]);
  const name = nameOf();
  const zip = rawZip([
    { name: `${name}.json`, data: `\uFEFF${JSON.stringify([packedStudent(A, ONE, { works: [item] })])}` },
    { name: encodeCp950(file!.name as string).bytes, data: file!.data! },
  ]);
  expect(statuses((await imported(home, zip, name)).value)).toEqual(['imported']);
  expect((await handedOn(home, ONE.idNumber)).student['課程學習成果紀錄'][0]['廠商備註']).toBe('保留');
});
