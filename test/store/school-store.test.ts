import { expect, test } from 'vitest';
import type { CanonicalRecord } from '../../src/core/record.ts';
import type { SubmissionInfo } from '../../src/store/port.ts';
import { info, inputId, readAll, record, recordsOf, reject, SCHOOL, student, stageDrop, takeDrop, temporaryStore } from './support.ts';

const A = inputId('a');
const B = inputId('b');

test('what is staged is unseen until it is published', async () => {
  const { store } = await temporaryStore();
  await stageDrop(store, { id: A, records: [record(A, 1, 2)], rejects: [reject(A, 3)] });
  expect(store.input(A)).toBeNull();
  expect(store.terms()).toEqual([]);
  expect(store.quarantine()).toEqual([]);
  expect((await readAll(store, '114-1')).size).toBe(0);

  await store.publish([A]);
  expect(store.input(A)).toEqual(info(A));
  expect(store.terms()).toEqual(['114-1']);
  expect(store.quarantineCount()).toBe(1);
  expect([...(await readAll(store, '114-1'))]).toEqual([[student(1).idNumber, [record(A, 1, 2)]]]);
});

test('a student comes once, with all kinds, in file order', async () => {
  const { store } = await temporaryStore();
  const records = [
    record(A, 2, 2), record(A, 1, 3), record(A, 2, 4, { kind: 'makeup' }), record(A, 1, 5), record(A, 2, 6),
    record(A, 1, 2, { type: 'student', kind: undefined, score: undefined, name: '王小明', extra: { 備註欄: '轉入' }, raw: { name: '王小明 ' } }),
  ];
  await takeDrop(store, { id: A, records });
  const files = await readAll(store, '114-1');
  expect(files.get(student(1).idNumber)?.map(({ type, source }) => [type, source.row])).toEqual([['courseRecord', 3], ['courseRecord', 5], ['student', 2]]);
  expect(files.get(student(2).idNumber)?.map(({ kind, source }) => [kind, source.row])).toEqual([['makeup', 4], ['regular', 2], ['regular', 6]]);
  expect(files.get(student(1).idNumber)?.[2]).toEqual(records[5]);
  expect([...(await readAll(store, '114-1', ['student'])).keys()]).toEqual([student(1).idNumber]);
});

test('records of no student are read by type, and as keyless', async () => {
  const { store } = await temporaryStore();
  const plan = { type: 'coursePlanRow', school: SCHOOL, term: '114-1', source: { input: A, table: 1, row: 2 }, courseCode: 'X' } as CanonicalRecord;
  const half = { ...record(A, 1, 3), birthDate: undefined } as unknown as CanonicalRecord;
  await takeDrop(store, { id: A, records: [plan, half, record(A, 1, 2)] });
  expect((await readAll(store, '114-1')).size).toBe(1);
  expect(await recordsOf(store, 'coursePlanRow')).toEqual([plan]);
  const keyless = (await Array.fromAsync(store.keyless('114-1'))).flat();
  expect(keyless.map((one) => one.type).sort()).toEqual(['coursePlanRow', 'courseRecord']);
  const courses = await recordsOf(store, 'courseRecord', 'regular');
  expect(courses).toHaveLength(2);
  expect(courses.find((one) => one.birthDate === undefined)).toMatchObject({ idNumber: student(1).idNumber, source: { row: 3 } });
  expect(await recordsOf(store, 'courseRecord', 'makeup')).toEqual([]);
});

test('a later drop replaces the slots it fills and leaves the others', async () => {
  const { store } = await temporaryStore();
  const first = await takeDrop(store, { id: A, records: [record(A, 1, 2), record(A, 2, 3), record(A, 1, 4, { kind: 'makeup' }), record(A, 1, 5, { term: '113-2' })] });
  expect(first.map(({ term, kind, after, goneStudents }) => [term, kind, after.students, after.records, goneStudents]))
    .toEqual([['113-2', 'regular', 1, 1, 0], ['114-1', 'makeup', 1, 1, 0], ['114-1', 'regular', 2, 2, 0]]);
  const second = await takeDrop(store, { id: B, records: [record(B, 2, 2), record(B, 3, 3), record(B, 3, 4)] });
  expect(second).toEqual([{
    term: '114-1', type: 'courseRecord', kind: 'regular',
    before: { students: 2, records: 2 }, after: { students: 2, records: 3 }, goneStudents: 1,
  }]);
  expect(store.changes('114-1').find(({ kind }) => kind === 'regular')).toEqual(second[0]);
  expect([...(await readAll(store, '114-1')).keys()].sort()).toEqual([1, 2, 3].map((n) => student(n).idNumber));
  expect(store.terms()).toEqual(['113-2', '114-1']);
  expect(store.inputs({ active: true }).map(({ id }) => id)).toEqual([A, B]);

  await takeDrop(store, { id: inputId('c'), records: [record(inputId('c'), 1, 4, { kind: 'makeup' }), record(inputId('c'), 1, 5, { term: '113-2' })] });
  expect(store.inputs().map(({ id }) => id)).toEqual([A, B, inputId('c')]);
  expect(store.inputs({ active: true }).map(({ id }) => id)).toEqual([B, inputId('c')]);
});

test('publishing again changes nothing, and an older input published again is in force again', async () => {
  const { store } = await temporaryStore();
  await takeDrop(store, { id: A, records: [record(A, 1, 2)] });
  const key = store.contentKey('114-1');
  expect(await store.publish([A])).toEqual([]);
  expect(store.contentKey('114-1')).toBe(key);
  expect(store.changes('114-1')).toMatchObject([{ before: { students: 0 }, after: { students: 1 } }]);
  await takeDrop(store, { id: B, records: [record(B, 2, 2)] });
  expect(store.contentKey('114-1')).not.toBe(key);
  expect(await store.publish([A])).toMatchObject([{ before: { students: 1 }, after: { students: 1 }, goneStudents: 1 }]);
  expect(store.contentKey('114-1')).toBe(key);
  expect(store.inputs().map(({ id }) => id)).toEqual([B, A]);
});

test('two inputs of one drop share a slot', async () => {
  const { store } = await temporaryStore();
  const [change] = await takeDrop(store, { id: A, records: [record(A, 1, 2), record(A, 2, 3)] }, { id: B, records: [record(B, 2, 2)] });
  expect(change).toMatchObject({ after: { students: 2, records: 3 } });
  expect((await readAll(store, '114-1')).get(student(2).idNumber)?.map(({ source }) => source)).toEqual([{ input: A, table: 0, row: 3 }, { input: B, table: 0, row: 2 }]);
});

test('an input read again takes the place of its older reading in every slot', async () => {
  const { store } = await temporaryStore();
  await takeDrop(store, { id: A, records: [record(A, 1, 2), record(A, 1, 3, { kind: 'makeup' })], rejects: [reject(A, 9)] });
  const key = store.contentKey('114-1');
  const changes = await takeDrop(store, { id: A, records: [record(A, 1, 2), record(A, 3, 3)], info: { mappingHash: 'newer' } });
  expect(changes.map(({ kind, before, after, goneStudents }) => [kind, before.records, after.records, goneStudents])).toEqual([['makeup', 1, 0, 1], ['regular', 1, 2, 0]]);
  expect([...(await readAll(store, '114-1')).values()].flat()).toHaveLength(2);
  expect(store.contentKey('114-1')).not.toBe(key);
  expect(store.inputs().map(({ mappingHash }) => mappingHash)).toEqual(['newer']);
  expect(store.quarantineCount()).toBe(0);
});

test('an aborted staging and an unknown input publish nothing', async () => {
  const { store } = await temporaryStore();
  const staging = await store.stage(A);
  await staging.add([record(A, 1, 2)]);
  await staging.abort();
  await staging.abort();
  await expect(staging.add([])).rejects.toThrow(/./);
  await stageDrop(store, { id: B, records: [record(B, 1, 2)] });
  await expect(store.publish([B, A])).rejects.toMatchObject({ code: 'record/not-found' });
  expect(store.terms()).toEqual([]);
  await store.publish([B]);
  expect(store.terms()).toEqual(['114-1']);
});

test('what was staged and never published is gone with its store', async () => {
  const { store, home } = await temporaryStore();
  await stageDrop(store, { id: A, records: [record(A, 1, 2)] });
  await store.close();
  const again = await home.school(SCHOOL);
  await stageDrop(again, { id: B, records: [record(B, 1, 2)] });
  await expect(again.publish([A])).rejects.toMatchObject({ code: 'record/not-found' });
  await again.close();
});

test('what a killed run left is thrown away though the next holds the school already', async () => {
  const { store, home } = await temporaryStore();
  await stageDrop(store, { id: A, records: [record(A, 1, 2)] });
  await store.close();
  const hold = home.lock(SCHOOL);
  const again = await home.school(SCHOOL);
  await stageDrop(again, { id: B, records: [record(B, 1, 2)] });
  const beside = await home.school(SCHOOL);
  await stageDrop(beside, { id: inputId('c'), records: [] });
  await expect(again.publish([A])).rejects.toMatchObject({ code: 'record/not-found' });
  await again.publish([B]);
  expect(again.inputs().map(({ id }) => id)).toEqual([B]);
  await beside.close();
  await again.close();
  hold.release();
});

test('a record of another school or input is refused', async () => {
  const { store } = await temporaryStore();
  const staging = await store.stage(A);
  await expect(staging.add([record(A, 1, 2, { school: '193304' })])).rejects.toThrow('another school');
  await expect(staging.add([record(B, 1, 2)])).rejects.toThrow('another input');
});

test('quarantine lists, finds and discards rows and files', async () => {
  const { store } = await temporaryStore();
  const broken = { ...reject(B, 1), id: B, row: null, sheet: null, header: [], cells: [] };
  await takeDrop(store,
    { id: A, records: [record(A, 1, 2)], rejects: Array.from({ length: 600 }, (_, n) => reject(A, n + 3)), info: { file: '成績.csv' } },
    { id: B, records: [], rejects: [broken], info: { file: '壞檔.xlsx', status: 'quarantined' } });
  expect(store.quarantineCount()).toBe(601);
  expect(store.quarantine({ input: A }).map(({ row }) => row)).toEqual(Array.from({ length: 600 }, (_, n) => n + 3));
  expect(store.quarantine({ id: `${A}:0:7` })).toEqual([{ ...reject(A, 7), file: '成績.csv' }]);
  expect(store.quarantine({ id: B })).toEqual([{ ...broken, file: '壞檔.xlsx' }]);

  expect(store.discard(`${A}:0:7`)).toBe(true);
  expect(store.discard(`${A}:0:7`)).toBe(false);
  expect(store.discard(`${A}:0:99999`)).toBe(false);
  expect(store.quarantineCount()).toBe(600);
  expect(store.discard(A)).toBe(true);
  expect(store.quarantine().map(({ id }) => id)).toEqual([B]);
});

test('a rejected file is replaced by a later one of its name', async () => {
  const { store } = await temporaryStore();
  await takeDrop(store, { id: A, records: [], rejects: [{ ...reject(A, 1), id: A }], info: { file: '成績.csv', status: 'quarantined' } });
  expect(store.inputs({ active: true }).map(({ id }) => id)).toEqual([A]);
  await takeDrop(store, { id: B, records: [record(B, 1, 2)], info: { file: '成績.csv' } });
  expect(store.inputs({ active: true }).map(({ id }) => id)).toEqual([B]);
  expect(store.quarantineCount()).toBe(0);
  expect(store.quarantine({ input: A })).toHaveLength(1);
});

test('an accepted submission settles the changes of its term and is the base of the next', async () => {
  const { store } = await temporaryStore();
  await takeDrop(store, { id: A, records: [record(A, 1, 2), record(A, 1, 3, { term: '113-2' })] });
  const submission: SubmissionInfo = {
    term: '114-1', edition: 'term-submission', key: 'k', package: 'p.zip', sha256: 's',
    rosters: [{ rosterType: '1', file: 'f.xlsx', sha256: 'w', sheets: { 學期成績: 1 } }], digests: { courseRecord: { [store.studentRef(student(1))]: 'd' } },
  };
  expect(store.submission('114-1', 'term-submission')).toBeNull();
  store.accept(submission);
  expect(store.submission('114-1', 'term-submission')).toEqual(submission);
  expect(store.submission('114-1', 'precheck')).toBeNull();
  expect(store.changes('114-1')).toEqual([]);
  expect(store.changes('113-2')).toHaveLength(1);
  const approval = { key: 'k', reason: '新生轉入', by: 'operator', at: '2026-09-01T00:00:00Z' };
  store.approve(approval);
  store.approve({ ...approval, key: 'l' });
  expect(store.approvals().map(({ key }) => key)).toEqual(['k', 'l']);
});

test('the reference of a student is keyed: stable in one store, different in another', async () => {
  const one = (await temporaryStore()).store;
  const two = (await temporaryStore()).store;
  expect(one.studentRef(student(1))).toMatch(/^[0-9a-f]{32}$/);
  expect(one.studentRef(student(1))).toBe(one.studentRef({ ...student(1) }));
  expect(one.studentRef(student(1))).not.toBe(two.studentRef(student(1)));
  expect(one.studentRef(student(1))).not.toBe(one.studentRef({ ...student(1), birthDate: '2008-01-01' }));
});

test('a reader sees the state it began with', async () => {
  const { store } = await temporaryStore();
  await takeDrop(store, { id: A, records: [record(A, 1, 2), record(A, 2, 3)] });
  const seen: string[] = [];
  for await (const { records } of store.students('114-1')) {
    seen.push(...records.map(({ source }) => source.input));
    if (seen.length === 1) await takeDrop(store, { id: B, records: [record(B, 2, 2)] });
  }
  expect(seen).toEqual([A, A]);
});

test('one student is read by key, every term in order, and nobody else', async () => {
  const { store } = await temporaryStore();
  await takeDrop(store, { id: A, records: [record(A, 1, 2), record(A, 2, 3), record(A, 1, 4, { term: '113-2' })] }, { id: B, records: [record(B, 1, 2, { type: 'courseWork' })] });
  const found: string[] = [];
  for await (const records of store.student(student(1))) found.push(...records.map(({ term, type, source }) => `${term} ${type} ${source.row}`));
  expect(found).toEqual(['113-2 courseRecord 4', '114-1 courseRecord 2', '114-1 courseWork 2']);
  for await (const _ of store.student({ ...student(1), birthDate: '2000-01-01' })) throw new Error('there is no such student');
});
