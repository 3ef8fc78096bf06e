/** What a school's portfolios say beyond their items, from the command line: certifications, picks and submissions of three years, with their files. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CanonicalRecord } from '../../../src/core/record.ts';
import { lay } from '../../flows/migrate/legs.ts';
import { registry, SCHOOL, writeSource } from '../../flows/migrate/support.ts';
import type { Json } from '../../licheng.ts';

const YEARS = [112, 113, 114] as const;
const STUDENTS = [['A123456789', '2008-03-15'], ['B223456786', '2008-09-01']] as const;
const EACH = YEARS.length * STUDENTS.length;
const document = (idNumber: string, year: number): Buffer => Buffer.from(`%PDF-1.4\n${idNumber} ${year}\n%%EOF`);

const hash = (name: 'md5' | 'sha256', bytes: Uint8Array): string => createHash(name).update(bytes).digest('hex');

let work: string;

beforeAll(async () => {
  work = mkdtempSync(join(tmpdir(), 'licheng-migrate-history-'));
  const files: Record<string, Uint8Array> = {};
  const records = STUDENTS.flatMap(([idNumber, birthDate]) => YEARS.flatMap((year): CanonicalRecord[] => {
    const base = { school: SCHOOL, idNumber, birthDate, term: `${year}-1`, source: { input: '0'.repeat(32), table: 0, row: 2 } };
    const documentLink = `${idNumber}/課程學習成果/C0${year - 111}.pdf`;
    files[documentLink] = document(idNumber, year);
    return [
      { ...base, type: 'courseWork', kind: 'regular', courseCode: `${year}${SCHOOL}H11101A1010101`, subjectName: '國語文', grade: 1, credits: 4, brief: '小論文', documentLink, documentMd5: hash('md5', files[documentLink]!), certificationStatus: '1', certifiedAt: `${year + 1912}-01-20T08:00:00`, uploadedTerm: `${year}-1`, submittedTerm: `${year}-2` },
      { ...base, type: 'performance', kind: 'service', name: '淨灘', unit: '環保社', startDate: `${year + 1911}-10-01`, endDate: `${year + 1911}-10-01`, hours: 3, uploadedTerm: `${year}-1`, submittedTerm: `${year}-2` },
    ];
  }));
  await writeSource(registry.adapter('exchange-json')!, records, join(work, 'package'));
  lay(join(work, 'package'), files);
});
afterAll(() => rmSync(work, { recursive: true, force: true }));

function migrated(from: string, folder: string, to: string, out: string): Promise<{ code: number; value: Json }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [join(import.meta.dirname, '../../../bin/licheng.mjs'), 'migrate', '--from', from, folder, '--to', to, '--school', SCHOOL, '--out', out, '--json'], { cwd: work }, (error, stdout) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, value: JSON.parse(stdout) as Json });
    });
  });
}

const documents = (folder: string): string[] => readdirSync(join(work, folder), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.name.endsWith('.pdf')).map((entry) => hash('sha256', readFileSync(join(entry.parentPath, entry.name)))).sort();
const all = { courseWork: EACH, performance: EACH, attachment: EACH };
const expected = STUDENTS.flatMap(([idNumber]) => YEARS.map((year) => hash('sha256', document(idNumber, year)))).sort();

test('all of it arrives where there is a place for it', async () => {
  const { code, value } = await migrated('exchange-json', 'package', 'exchange-json', 'same');
  expect([code, value.status, value.in, value.out, value.rejected, value.loss]).toEqual([0, 'complete', all, all, 0, []]);
  expect(documents('same/files')).toEqual(expected);
});

test('and is told field by field where there is none, once for each value; what is left goes there and back', async () => {
  const { code, value } = await migrated('exchange-json', 'package', 'national-roster', 'rosters');
  expect([code, value.in, value.out, value.rejected]).toEqual([2, all, all, 0]);
  const lost = (type: string): unknown[] => value.loss.filter((line: Json) => line.type === type).map(({ field, count, reason }: Json) => [field, count, reason]);
  expect(lost('courseWork')).toEqual(expect.arrayContaining(['certificationStatus', 'certifiedAt', 'submittedTerm', 'uploadedTerm'].map((field) => [field, EACH, 'no-column'])));
  expect(lost('performance')).toEqual(expect.arrayContaining(['submittedTerm', 'uploadedTerm'].map((field) => [field, EACH, 'no-column'])));
  expect(documents('rosters/files')).toEqual(expected);
  const back = await migrated('national-roster', 'rosters/files', 'exchange-json', 'back');
  expect([back.value.in, back.value.out, back.value.rejected]).toEqual([all, all, 0]);
  expect(documents('back/files')).toEqual(expected);
});
