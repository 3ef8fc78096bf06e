/** Files beside the tables: each arrives byte for byte where the target looks for it, or is set aside and told. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Adapter } from '../../../src/adapters/registry.ts';
import type { CanonicalRecord } from '../../../src/core/record.ts';
import { joined, memorySource } from '../../../src/formats/bytes.ts';
import { writeZip } from '../../../src/formats/zip/write.ts';
import { resolveLinks } from '../../../src/flows/migrate/attachments/resolve.ts';
import type { CollectedFile } from '../../../src/flows/migrate/attachments/collect.ts';
import type { MigrationReport } from '../../../src/report/migration-model.ts';
import { folder, put, readBack, registry, run, SCHOOL, writeSource } from './support.ts';

const NATIONAL = registry.adapter('national-roster')!;
const JSON_PACKAGE = registry.adapter('exchange-json')!;
const [ANN, BEN] = [{ idNumber: 'A110070131', birthDate: '2008-01-15' }, { idNumber: 'B220080242', birthDate: '2008-03-02' }];
const source = { input: '0'.repeat(32), table: 0, row: 2 };
const pdf = (text: string): Buffer => Buffer.from(`%PDF-1.4\n${text}\n%%EOF`);
const md5 = (bytes: Uint8Array): string => createHash('md5').update(bytes).digest('hex');
const sha = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const work = (key: typeof ANN, more: Partial<CanonicalRecord>): CanonicalRecord => ({
  type: 'courseWork', kind: 'regular', division: 'day', school: SCHOOL, term: '114-0', ...key, studiedTerm: 1, courseCode: '114990301H11101A1010101', subjectName: '國語文', grade: 1, credits: 4, source, ...more,
});
const service = (key: typeof ANN, more: Partial<CanonicalRecord>): CanonicalRecord => ({
  type: 'performance', kind: 'service', school: SCHOOL, term: '114-0', ...key, name: '淨灘', unit: '環保社', startDate: '2025-10-01', endDate: '2025-10-01', hours: 3, source, ...more,
});

function lay(root: string, files: Readonly<Record<string, Uint8Array>>): void {
  for (const [path, bytes] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), bytes);
  }
}

/** Files of a folder by path, as hashes; workbooks, JSON and the like left out. */
function media(root: string): Record<string, string> {
  const all = existsSync(root) ? readdirSync(root, { recursive: true, withFileTypes: true }) : [];
  return Object.fromEntries(all.filter((entry) => entry.isFile() && /\.(?:pdf|jpg|png|mp3|mp4)$/i.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name)).sort().map((path) => [path.slice(root.length + 1), sha(readFileSync(path))]));
}

/** What each link of a system's records leads to, as its own reader would look: student, year, subject or name, field and hash. */
async function led(adapter: Adapter, root: string): Promise<readonly string[]> {
  const files = Object.keys(media(root)).map((path): CollectedFile => {
    const bytes = readFileSync(join(root, path));
    return { path, unit: '', drop: 1, sha256: sha(bytes), md5: md5(bytes), size: bytes.length, format: 'pdf' };
  });
  const records = await readBack(adapter, root);
  const columns = (record: CanonicalRecord): ReadonlySet<string> => new Set(adapter.mappings.find(({ definition }) => definition.record === record.type && definition.constants['kind'] === record.kind && definition.editions.includes('108'))?.columns.map(({ to }) => to));
  const links = resolveLinks(files, records.map((record) => ({ record, columns: columns(record), unit: '', path: '' })), new Map());
  return records.flatMap((record, at) => links[at]!.map(({ field, file }) => `${record.idNumber} ${record.term.slice(0, 3)} ${String(record['subjectName'] ?? record['name'])} ${field} ${file?.sha256 ?? '–'}`)).sort();
}

const attachments = (report: MigrationReport): unknown => report.types.find(({ type }) => type === 'attachment') ?? null;

async function sourceAt(root: string, records: readonly CanonicalRecord[], files: Readonly<Record<string, Uint8Array>>): Promise<string> {
  await writeSource(NATIONAL, records, root);
  lay(root, files);
  return root;
}

describe('files beside rosters', () => {
  test('go along under their links, byte for byte', async () => {
    using space = folder();
    const from = await sourceAt(join(space.path, 'from'), [work(ANN, { documentLink: '小論文.pdf' }), work(BEN, { documentLink: '作品.pdf', mediaLink: '演出.mp4' })],
      { '小論文.pdf': pdf('a'), '作品.pdf': pdf('b'), '演出.mp4': Buffer.from('\0\0\0\x18ftypmp42 film') });
    const out = join(space.path, 'out');
    const report = await run('national-roster', 'national-roster', [from], out);
    expect([attachments(report), report.loss, report.changed, report.remarks]).toEqual([{ type: 'attachment', read: 3, written: 3, notHeld: 0, notRead: 0 }, [], [], []]);
    expect(media(join(out, 'files'))).toEqual(media(from));
    expect(readdirSync(out).sort()).toEqual(['files', 'loss.html', 'loss.json']);
  });

  test('that bear the same name are kept apart by student', async () => {
    using space = folder();
    const from = await sourceAt(join(space.path, 'from'), [work(ANN, { documentLink: 'C01.pdf' }), work(BEN, { documentLink: 'C01.pdf' }), service(ANN, { documentLink: 'M01.pdf' })],
      { [`${ANN.idNumber}/C01.pdf`]: pdf('ann'), [`${BEN.idNumber}/C01.pdf`]: pdf('ben'), 'M01.pdf': pdf('only one') });
    const out = join(space.path, 'out');
    const report = await run('national-roster', 'national-roster', [from], out);
    expect([attachments(report), report.changed]).toEqual([{ type: 'attachment', read: 3, written: 3, notHeld: 0, notRead: 0 }, []]);
    expect(media(join(out, 'files'))).toEqual({ 'M01.pdf': sha(pdf('only one')), [`${ANN.idNumber}/C01.pdf`]: sha(pdf('ann')), [`${BEN.idNumber}/C01.pdf`]: sha(pdf('ben')) });
    expect(await led(NATIONAL, join(out, 'files'))).toEqual(await led(NATIONAL, from));
  });

  test('of two years of one name: one is called otherwise, and that is said', async () => {
    using space = folder();
    const from = join(space.path, 'from');
    for (const [term, text] of [['113-0', 'first'], ['114-0', 'second']] as const) {
      await sourceAt(join(from, term), [work(ANN, { term, documentLink: 'C01.pdf' })], { 'C01.pdf': pdf(text) });
    }
    const out = join(space.path, 'out');
    const report = await run('national-roster', 'national-roster', [from], out);
    expect([attachments(report), report.loss]).toEqual([{ type: 'attachment', read: 2, written: 2, notHeld: 0, notRead: 0 }, [expect.objectContaining({ type: 'attachment', field: 'fileName', reason: 'no-column', count: 1, example: 'C01.pdf' })]]);
    expect(report.changed).toEqual([{ type: 'courseWork', kind: 'regular', field: 'documentLink', count: 1 }]);
    expect((await readBack(NATIONAL, join(out, 'files'))).map((record) => [record.term, record['documentLink']])).toEqual([['113-0', 'C01.pdf'], ['114-0', 'C01-2.pdf']]);
  });

  test('without an item, without bytes, or of an item without a place lie aside with the reason; every one is counted', async () => {
    using space = folder();
    const from = await sourceAt(join(space.path, 'from'), [work(ANN, { documentLink: '小論文.pdf' })], { '小論文.pdf': pdf('a'), '多的.pdf': pdf('nobody names this'), '空的.pdf': Buffer.alloc(0) });
    const out = join(space.path, 'out');
    const report = await run('national-roster', 'big5-csv', [from], out);
    expect(attachments(report)).toEqual({ type: 'attachment', read: 3, written: 0, notHeld: 3, notRead: 0 });
    expect(report.loss.filter(({ type }) => type === 'attachment').map(({ reason, kind, count, example }) => [reason, kind, count, example])).toEqual([['no-item', null, 1, '多的.pdf'], ['empty', null, 1, '空的.pdf'], ['item-not-held', 'document', 1, '小論文.pdf']]);
    const side = JSON.parse(readFileSync(join(out, 'not-held', 'attachment.json'), 'utf8')) as { file: string; stored: string; sha256: string }[];
    expect(side.map(({ file }) => file)).toEqual(['多的.pdf', '小論文.pdf', '空的.pdf']);
    for (const { stored, sha256, file } of side) expect([sha(readFileSync(join(out, stored))), sha256]).toEqual(Array(2).fill(sha(readFileSync(join(from, file)))));
  });

  test('that are not among those given are said to be missing; the link goes along', async () => {
    using space = folder();
    const from = await sourceAt(join(space.path, 'from'), [work(ANN, { documentLink: '小論文.pdf' }), service(BEN, { documentLink: 'https://files.example/1', externalLink: 'https://video.example/2' })], {});
    const out = join(space.path, 'out');
    const report = await run('national-roster', 'national-roster', [from], out);
    expect([attachments(report), report.remarks.map(({ code, count }) => [code, count])]).toEqual([null, [['migrate/no-file', 1]]]);
    expect((await readBack(NATIONAL, join(out, 'files'))).map((record) => record['documentLink']).sort()).toEqual(['https://files.example/1', '小論文.pdf']);
  });

  test('are never taken for another student\'s', async () => {
    using space = folder();
    const from = await sourceAt(join(space.path, 'from'), [work(ANN, { documentLink: 'C01.pdf' }), work(BEN, { documentLink: 'C01.pdf' })], { [`${BEN.idNumber}/C01.pdf`]: pdf('ben') });
    const out = join(space.path, 'out');
    const report = await run('national-roster', 'national-roster', [from], out);
    expect(report.remarks.map(({ code, count }) => [code, count])).toEqual([['migrate/no-file', 1]]);
    expect(await led(NATIONAL, join(out, 'files'))).toEqual([`${ANN.idNumber} 114 國語文 documentLink –`, `${BEN.idNumber} 114 國語文 documentLink ${sha(pdf('ben'))}`]);
  });
});

describe('files of a transfer package', () => {
  test('stand in folders by student, numbered apart, with their MD5 and the names students gave them', async () => {
    using space = folder();
    const from = await sourceAt(join(space.path, 'from'), [
      work(ANN, { documentLink: 'a.b.pdf', mediaLink: '演出.mp4' }), work(ANN, { subjectName: '數學', documentLink: '數學.pdf' }), service(ANN, { documentLink: '證明.jpg' }),
    ], { 'a.b.pdf': pdf('1'), '演出.mp4': Buffer.from('\0\0\0\x18ftypmp42'), '數學.pdf': pdf('2'), '證明.jpg': Buffer.from('\xff\xd8\xff jpg', 'latin1') });
    const out = join(space.path, 'out');
    const report = await run('national-roster', 'exchange-json', [from], out);
    const id = ANN.idNumber;
    expect(media(join(out, 'files'))).toEqual({
      [`${id}/多元表現/M01.jpg`]: sha(Buffer.from('\xff\xd8\xff jpg', 'latin1')), [`${id}/課程學習成果/C01.mp4`]: sha(Buffer.from('\0\0\0\x18ftypmp42')),
      [`${id}/課程學習成果/C01.pdf`]: sha(pdf('1')), [`${id}/課程學習成果/C02.pdf`]: sha(pdf('2')),
    });
    expect(JSON.parse(readFileSync(join(out, 'files', id, '課程學習成果', 'filename_mapping.json'), 'utf8'))).toEqual({ 'C01.mp4': '演出.mp4', 'C01.pdf': 'a.b.pdf', 'C02.pdf': '數學.pdf' });
    expect(report.changed).toEqual([
      { type: 'courseWork', kind: 'regular', field: 'documentLink', count: 2 }, { type: 'courseWork', kind: 'regular', field: 'mediaLink', count: 1 }, { type: 'courseWork', kind: 'regular', field: 'term', count: 2 }, { type: 'performance', kind: 'service', field: 'documentLink', count: 1 },
    ]);
    expect(report.defaulted.map(({ type, field, count }) => [type, field, count])).toEqual(expect.arrayContaining([['courseWork', 'documentMd5', 2], ['courseWork', 'mediaMd5', 1], ['performance', 'documentMd5', 1]]));
    const [first] = JSON.parse(readFileSync(join(out, 'files', `${SCHOOL}.json`), 'utf8')) as Record<string, Record<string, string>[]>[];
    expect(first!['課程學習成果紀錄']).toMatchObject([
      { 課程學習成果文件檔案連結: `${id}/課程學習成果/C01.pdf`, 文件檔案MD5: md5(pdf('1')), 課程學習成果影音檔案連結: `${id}/課程學習成果/C01.mp4` },
      { 課程學習成果文件檔案連結: `${id}/課程學習成果/C02.pdf`, 文件檔案MD5: md5(pdf('2')) },
    ]);
  });

  test('come out of its ZIP, and back into one unchanged', async () => {
    using space = folder();
    const id = ANN.idNumber;
    const records = [work(ANN, { term: '114-1', documentLink: `${id}/課程學習成果/C07.pdf`, documentMd5: md5(pdf('seven')) })];
    await writeSource(JSON_PACKAGE, records, join(space.path, 'json'));
    const [name] = readdirSync(join(space.path, 'json'));
    const entries = [
      { name: `${SCHOOL}_2026_02_01_10_00_00.json`, bytes: readFileSync(join(space.path, 'json', name!)) },
      { name: `${id}/課程學習成果/C07.pdf`, bytes: pdf('seven') },
      { name: `${id}/課程學習成果/filename_mapping.json`, bytes: Buffer.from(JSON.stringify({ 'C07.pdf': '我的作品.final.pdf' })) },
    ];
    const zip = put(space.path, `${SCHOOL}_2026_02_01_10_00_00.zip`, await joined(writeZip(entries.map((entry) => ({ name: entry.name, source: memorySource(entry.bytes) })))));
    const out = join(space.path, 'out');
    const report = await run('exchange-json', 'exchange-json', [zip], out);
    expect([report.refused, report.loss, report.changed, attachments(report)]).toEqual([[], [], [], { type: 'attachment', read: 1, written: 1, notHeld: 0, notRead: 0 }]);
    expect(media(join(out, 'files'))).toEqual({ [`${id}/課程學習成果/C07.pdf`]: sha(pdf('seven')) });
    expect(JSON.parse(readFileSync(join(out, 'files', id, '課程學習成果', 'filename_mapping.json'), 'utf8'))).toEqual({ 'C07.pdf': '我的作品.final.pdf' });
    // A roster has no place for the name a student gave.
    const roster = await run('exchange-json', 'national-roster', [zip], join(space.path, 'roster'));
    expect(roster.loss).toContainEqual({ type: 'attachment', kind: 'document', field: 'fileName', reason: 'no-column', count: 1, example: '我的作品.final.pdf' });
  });

  test('whose content is not what the package says are moved as they are, with a remark', async () => {
    using space = folder();
    const id = ANN.idNumber;
    await writeSource(JSON_PACKAGE, [work(ANN, { term: '114-1', documentLink: `${id}/課程學習成果/C01.pdf`, documentMd5: md5(pdf('before')) })], join(space.path, 'from'));
    lay(join(space.path, 'from'), { [`${id}/課程學習成果/C01.pdf`]: pdf('after') });
    const report = await run('exchange-json', 'exchange-json', [join(space.path, 'from')], join(space.path, 'out'));
    expect(report.remarks.map(({ code }) => code)).toEqual(['migrate/other-content']);
    expect(media(join(space.path, 'out', 'files'))).toEqual({ [`${id}/課程學習成果/C01.pdf`]: sha(pdf('after')) });
  });
});

const name = fc.constantFrom('C01.pdf', 'c01.PDF', 'C01-2.pdf', 'C01.x.pdf', '成果/C01.pdf', 'M01.jpg', 'M01.mp4', '心得.pdf');
const link = fc.option(fc.tuple(fc.constantFrom('', `${ANN.idNumber}/課程學習成果/`, `${ANN.idNumber}/`, `${BEN.idNumber}/多元表現/`), name).map(([dir, file]) => dir + file), { nil: undefined });
const item = fc.tuple(fc.constantFrom(ANN, BEN), fc.boolean(), fc.constantFrom('國語文', '數學'), link, link, fc.constantFrom('114-0', '114-1', '114-2', '113-0')).map(([key, isWork, called, documentLink, mediaLink, term]) =>
  (isWork ? work(key, { term, subjectName: called, ...(documentLink && { documentLink }), ...(mediaLink && { mediaLink }) }) : service(key, { term, name: called, ...(documentLink && { documentLink }), ...(mediaLink && { mediaLink }) })));
const files = fc.dictionary(fc.tuple(fc.constantFrom('', '附件/', `${ANN.idNumber}/`, `${ANN.idNumber}/課程學習成果/`, `${BEN.idNumber}/`), name).map(([dir, file]) => dir + file), fc.integer({ min: 0, max: 4 }), { maxKeys: 7 });

describe.each([['national-roster', NATIONAL], ['exchange-json', JSON_PACKAGE]] as const)('whatever items and files there are, to %s', (to, adapter) => {
  test('links lead to the same bytes there as before, and every file is written or set aside', async () => {
    await fc.assert(fc.asyncProperty(fc.array(item, { minLength: 1, maxLength: 6 }), files, async (records, found) => {
      using space = folder();
      const content = Object.fromEntries(Object.entries(found).map(([path, text]) => [path, text === 0 ? Buffer.alloc(0) : pdf(String(text))]));
      // Two paths that a folder of this machine keeps apart may be one on another.
      const from = await sourceAt(join(space.path, 'from'), records, content);
      const out = join(space.path, 'out');
      const report = await run('national-roster', to, [from], out);
      const line = report.types.find(({ type }) => type === 'attachment') ?? { read: 0, written: 0, notHeld: 0 };
      const side = existsSync(join(out, 'not-held', 'attachment.json')) ? JSON.parse(readFileSync(join(out, 'not-held', 'attachment.json'), 'utf8')) as { sha256: string }[] : [];
      expect([line.read, line.notHeld]).toEqual([Object.keys(content).length, side.length]);
      const there = new Set([...Object.values(media(join(out, 'files'))), ...side.map(({ sha256 }) => sha256)]);
      expect(there).toEqual(new Set(Object.values(content).map(sha)));
      // In a package a link without an MD5 stands for no file.
      const told = (all: readonly string[]): readonly string[] => all.filter((one) => adapter === NATIONAL || !one.endsWith('–'));
      expect(told(await led(adapter, join(out, 'files')))).toEqual(told(await led(NATIONAL, from)));
    }), { numRuns: 20 });
  });
});
