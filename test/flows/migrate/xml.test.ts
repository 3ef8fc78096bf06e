/** A register as XML: what stands alone in it, and what cannot. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CanonicalRecord } from '../../../src/core/record.ts';
import { drawnRecord } from '../../mapping/records.ts';
import { folder, notHeld, put, readBack, registry, run, SCHOOL, writable, writeSource } from './support.ts';

const XML = registry.adapter('exchange-xml')!;
const NATIONAL = registry.adapter('national-roster')!;
const key = { idNumber: 'A123456789', birthDate: '2008-03-15' };
const source = { input: '0'.repeat(32), table: 0, row: 2 };
const change = (more: Partial<CanonicalRecord> = {}): CanonicalRecord => ({ type: 'enrolment', kind: 'statusChange', school: SCHOOL, term: '114-1', ...key, changedOn: '2025-09-01', reason: '轉入', source, ...more });
const student = (more: Partial<CanonicalRecord> = {}): CanonicalRecord => ({ type: 'student', school: SCHOOL, term: '114-1', ...key, source, ...more });

const bare = ({ source: _source, raw: _raw, ...record }: CanonicalRecord): string => JSON.stringify(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));

test('status changes alone are status changes, not a student', async () => {
  using work = folder();
  await writeSource(XML, [change(), change({ changedOn: '2026-01-20', reason: '轉出' })], work.path);
  expect(readdirSync(work.path)).toEqual([`${SCHOOL}_114_1_學籍交換.xml`]);
  expect((await readBack(XML, work.path)).map(({ type, kind }) => [type, kind])).toEqual([['enrolment', 'statusChange'], ['enrolment', 'statusChange']]);
});

test('a student of whom nothing but the key is known has no place, and is said to have none', async () => {
  using work = folder();
  await writeSource(NATIONAL, [student({ sex: '1' }), student({ idNumber: 'B223456788', grade: 2 })], join(work.path, 'from'));
  const out = join(work.path, 'out');
  const report = await run('national-roster', 'exchange-xml', [join(work.path, 'from')], out);
  expect(report.types).toEqual([{ type: 'student', read: 2, written: 1, notHeld: 1, notRead: 0 }]);
  expect(report.loss).toEqual([{ type: 'student', kind: null, field: null, reason: 'blank-row', count: 1, example: null }]);
  expect(notHeld(out)).toMatchObject([{ reason: 'blank-row', record: { idNumber: 'A123456789', sex: '1' } }]);
});

test('one student stands once a term; the second row of the same one is set aside', async () => {
  using work = folder();
  await writeSource(NATIONAL, [student({ grade: 1 }), student({ grade: 2 }), student({ grade: 2, term: '114-2' })], join(work.path, 'from'));
  const report = await run('national-roster', 'exchange-xml', [join(work.path, 'from')], join(work.path, 'out'));
  expect(report.loss).toEqual([{ type: 'student', kind: null, field: null, reason: 'no-place', count: 1, example: null }]);
  expect(report.files.map(({ file, rows, recognised }) => [file, rows, recognised])).toEqual([[`${SCHOOL}_114_1_學籍交換.xml`, 1, true], [`${SCHOOL}_114_2_學籍交換.xml`, 1, true]]);
});

test('the word for nothing is no value', async () => {
  using work = folder();
  await writeSource(NATIONAL, [student({ grade: 1, className: 'null' })], join(work.path, 'from'));
  const report = await run('national-roster', 'exchange-xml', [join(work.path, 'from')], join(work.path, 'out'));
  expect(report.loss).toEqual([{ type: 'student', kind: null, field: 'className', reason: 'not-read-back', count: 1, example: 'null' }]);
});

test('what is written of a register is read back, whatever it says', async () => {
  const [changes, students] = ['status-change', 'student'].map((name) => drawnRecord(registry.mapping(`exchange-xml/${name}`)!));
  const drawn = fc.array(fc.oneof(changes!, students!), { minLength: 1, maxLength: 6 });
  await fc.assert(fc.asyncProperty(drawn, async (records) => {
    using work = folder();
    const written = await writeSource(XML, records.map((record) => writable({ ...record, source }, XML)), work.path);
    expect((await readBack(XML, work.path)).map(bare).sort()).toEqual(written.map(bare).sort());
  }), { numRuns: 25 });
});

test('a file whose rows nobody promised is not handed over', async () => {
  using work = folder();
  await writeSource(XML, [change()], join(work.path, 'from'));
  // A reader that takes the record around a change for a student.
  const { xml } = XML.manifest;
  const fickle = { ...XML, manifest: { ...XML.manifest, xml: { ...xml!, tables: xml!.tables.map(({ carrier: _carrier, ...table }) => table) } } };
  await expect(run('exchange-xml', 'exchange-xml', [join(work.path, 'from')], join(work.path, 'out'), { to: fickle })).rejects.toMatchObject({ code: 'migrate/not-proved' });
  put(work.path, 'still.txt', '');
  expect(readdirSync(work.path).sort()).toEqual(['from', 'still.txt']);
});
