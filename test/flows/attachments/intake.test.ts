/** Files that come with a drop become the attachments of the items that name them, and stay so. */
import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { refreshAttachments } from '../../../src/flows/attachments/lists.ts';
import { findAttachments } from '../../../src/flows/attachments/resolve.ts';
import { takeDrop } from '../../../src/flows/intake/drop.ts';
import type { OfferedFile } from '../../../src/flows/intake/offered.ts';
import { canonicalSchema } from '../../../src/core/schemas.ts';
import { joined } from '../../../src/formats/bytes.ts';
import { compileSchema } from '../../../src/formats/json/schema.ts';
import { encodeCp950 } from '../../../src/formats/text/encode-cp950.ts';
import { rawZip } from '../../formats/zip/raw-zip.ts';
import { newSchool, offered, type School } from '../support.ts';
import { A, B, files, pdf, SCHOOL, works, zip } from './support.ts';

const TERM = '114-0';
const errorsOf = compileSchema(canonicalSchema('attachment'));
const options = { act: 'test', term: null };
const take = ({ services, store }: School, dropped: readonly OfferedFile[]) => takeDrop(services, store, dropped, options);

async function attachments({ store }: School): Promise<Record<string, unknown>[]> {
  const found: Record<string, unknown>[] = [];
  for await (const records of store.records(TERM, 'attachment')) found.push(...records);
  return found.sort((a, b) => (String(a['link']) < String(b['link']) ? -1 : 1));
}

const contentOf = async (school: School, link: string, student = A): Promise<string | null> => {
  const found = (await findAttachments(school.store, TERM))(student, link);
  return found === null ? null : Buffer.from(await joined((await school.store.blobs.open(found.sha256)).stream())).toString();
};

describe('a file that an item names', () => {
  test('becomes its attachment, with every digest', async () => {
    const school = await newSchool(SCHOOL);
    const bytes = pdf('report');
    const roster = await works([{ student: A, document: `${A.idNumber}/課程學習成果/C01.pdf` }, { student: B }]);
    const drop = await take(school, files({ '26.xlsx': roster, [`${A.idNumber}/課程學習成果/C01.pdf`]: bytes, [`${A.idNumber}/課程學習成果/filename_mapping.json`]: Buffer.from('{"C01.pdf":"我的.報告.pdf"}') }));
    expect(drop.files.map(({ file, status, records, rejected, reasons }) => [file, status, records, rejected, reasons])).toEqual([
      ['26.xlsx', 'imported', { courseWork: 2 }, 0, []],
      ['A12345****/課程學習成果/C01.pdf', 'imported', { attachment: 1 }, 0, []],
      ['A12345****/課程學習成果/filename_mapping.json', 'imported', {}, 0, []],
    ]);
    const [record, ...others] = await attachments(school);
    expect(others).toEqual([]);
    expect(record).toMatchObject({
      kind: 'document', idNumber: A.idNumber, birthDate: A.birthDate, link: `${A.idNumber}/課程學習成果/C01.pdf`, fileName: '我的.報告.pdf', format: 'pdf', size: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'), md5: createHash('md5').update(bytes).digest('hex'), crc32: crc32(bytes),
    });
    expect(errorsOf(record)).toEqual([]);
    expect(await contentOf(school, `${A.idNumber}/課程學習成果/C01.pdf`)).toBe(Buffer.from(bytes).toString());
    expect(school.store.quarantineCount()).toBe(0);
  });

  test('in a ZIP of a vendor, its names in CP950', async () => {
    const school = await newSchool(SCHOOL);
    const name = (text: string): Uint8Array => encodeCp950(text).bytes;
    const archive = rawZip([
      { name: name('out/26.xlsx'), data: await works([{ student: A, document: '報告.pdf', media: '影片.mp4' }]) },
      { name: name('out/報告.pdf'), data: pdf('x'), deflate: true }, { name: name('out/影片.mp4'), data: Buffer.from('\0\0\0\x18ftypisom') },
    ]);
    const drop = await take(school, [offered('export.zip', archive)]);
    expect(drop.files.map(({ file, records }) => [file, records])).toEqual([
      ['export.zip!out/26.xlsx', { courseWork: 1 }], ['export.zip!out/報告.pdf', { attachment: 1 }], ['export.zip!out/影片.mp4', { attachment: 1 }],
    ]);
    expect((await attachments(school)).map(({ link, kind, format }) => [link, kind, format])).toEqual([['報告.pdf', 'document', 'pdf'], ['影片.mp4', 'media', 'mp4']]);
  });

  test('may come before the roster or after it', async () => {
    const school = await newSchool(SCHOOL);
    expect((await take(school, files({ 'C01.pdf': pdf('x') }))).files[0]).toMatchObject({ records: { attachment: 1 }, reasons: ['attachment/unnamed'] });
    expect(school.store.quarantine().map(({ problem, cells }) => [problem.code, cells[0]])).toEqual([['attachment/unnamed', 'C01.pdf']]);
    await take(school, files({ '26.xlsx': await works([{ student: A, document: 'C01.pdf', media: 'C02.mp3' }]) }));
    expect(school.store.quarantineCount()).toBe(0);
    expect((await attachments(school)).map(({ link, missing, size }) => [link, missing ?? size])).toEqual([['C01.pdf', pdf('x').length], ['C02.mp3', 'nowhere']]);
    await take(school, files({ 'C02.mp3': Buffer.from('ID3\x04') }));
    expect((await attachments(school)).map(({ link, missing, size }) => [link, missing ?? size])).toEqual([['C01.pdf', pdf('x').length], ['C02.mp3', 4]]);
  });

  test('is found again by a corrected roster that comes without it', async () => {
    const school = await newSchool(SCHOOL);
    await take(school, files({ '26.xlsx': await works([{ student: A, document: 'C01.pdf', brief: '錯字' }]), 'C01.pdf': pdf('x') }));
    const before = await attachments(school);
    const key = school.store.contentKey(TERM, ['attachment']);
    await take(school, files({ '26.xlsx': await works([{ student: A, document: 'C01.pdf', brief: '更正' }]) }));
    expect(await attachments(school)).toEqual(before);
    expect(school.store.contentKey(TERM, ['attachment'])).toBe(key);
  });

  test('and was changed is another content of the term', async () => {
    const school = await newSchool(SCHOOL);
    await take(school, files({ '26.xlsx': await works([{ student: A, document: 'C01.pdf' }]), 'C01.pdf': pdf('x') }));
    const key = school.store.contentKey(TERM);
    expect((await take(school, files({ 'C01.pdf': pdf('x') }))).files[0]!.status).toBe('unchanged');
    expect(school.store.contentKey(TERM)).toBe(key);
    expect((await take(school, files({ 'C01.pdf': pdf('y') }))).files[0]!.status).toBe('imported');
    expect(school.store.contentKey(TERM)).not.toBe(key);
    expect(await contentOf(school, 'C01.pdf')).toContain('% y');
    // Back again: the content it had first is the latest of its name.
    expect((await take(school, files({ 'C01.pdf': pdf('x') }))).files[0]!.status).toBe('imported');
    expect(await contentOf(school, 'C01.pdf')).toContain('% x');
    expect(school.store.contentKey(TERM)).toBe(key);
  });
});

describe('what names no file, or none that is there', () => {
  test('a file of no bytes, an address, another student\'s folder, a name twice', async () => {
    const school = await newSchool(SCHOOL);
    const roster = await works([
      { student: A, document: 'empty.pdf', media: 'https://drive.example/x.mp4' },
      { student: A, document: `${B.idNumber}/C01.pdf`, code: '113990399H11101A1010102' },
      { student: B, document: 'same.pdf', media: 'gone.mp3' },
    ]);
    const drop = await take(school, files({ '26.xlsx': roster, 'empty.pdf': new Uint8Array(0), [`${B.idNumber}/C01.pdf`]: pdf('of B'), '1/same.pdf': pdf('1'), '2/same.pdf': pdf('2') }));
    expect(Object.fromEntries((await attachments(school)).map(({ link, missing }) => [link, missing]))).toEqual({
      'empty.pdf': 'empty', 'https://drive.example/x.mp4': 'notFetched', [`${B.idNumber}/C01.pdf`]: 'otherStudent', 'same.pdf': 'ambiguous', 'gone.mp3': 'nowhere',
    });
    expect(drop.files.find(({ file }) => file === 'empty.pdf')).toMatchObject({ records: {}, rejected: 0, reasons: ['attachment/empty'] });
    expect(school.store.quarantine().map(({ cells }) => cells[0])).toEqual(['1/same.pdf', '2/same.pdf', `${B.idNumber}/C01.pdf`]);
    expect((await attachments(school)).flatMap(errorsOf)).toEqual([]);
  });

  test('an entry that is damaged is set aside and leaves the others', async () => {
    const school = await newSchool(SCHOOL);
    const archive = Buffer.from(await zip({ '26.xlsx': await works([{ student: A, document: 'C01.pdf', media: 'C02.mp3' }]), 'C02.mp3': Buffer.from('ID3\x04') }));
    const store = await zip({ 'C01.pdf': pdf('x') });
    const spoilt = Buffer.from(store);
    spoilt[spoilt.indexOf('PK\x01\x02') + 16]! ^= 0xff;
    const drop = await take(school, [offered('a.zip', archive), offered('b.zip', spoilt)]);
    expect(drop.files.find(({ file }) => file === 'b.zip!C01.pdf')).toMatchObject({ status: 'quarantined' });
    expect((await attachments(school)).map(({ link, missing }) => [link, missing])).toEqual([['C01.pdf', 'nowhere'], ['C02.mp3', undefined]]);
  });
});

test('a run that was cut off before the files were joined is made good by the next look', async () => {
  const school = await newSchool(SCHOOL);
  await take(school, files({ '26.xlsx': await works([{ student: A, document: 'C01.pdf' }]), 'C01.pdf': pdf('x') }));
  school.store.shelve([{ shelf: 'attachments/state', key: 'key', value: null }]);
  const before = await attachments(school);
  await refreshAttachments(school.services, school.store);
  expect(await attachments(school)).toEqual(before);
});
