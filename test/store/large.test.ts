import { expect, test } from 'vitest';
import { readAll, record, inputId, info, reject, student, temporaryStore } from './support.ts';

const A = inputId('a');
const STUDENTS = 700;
const ROWS = 130_000;

test('an input of several batches goes through the writing thread and comes back in file order', async () => {
  const { store } = await temporaryStore();
  const staging = await store.stage(A);
  for (let row = 2; row < ROWS + 2; row += 1000) {
    await staging.add(Array.from({ length: 1000 }, (_, n) => record(A, (row + n) % STUDENTS, row + n, row > 90_000 ? { description: '後來才有的欄' } : {})));
    if (row % 10_000 === 2) await staging.reject([reject(A, row)]);
  }
  await staging.finish(info(A));
  await store.publish([A]);
  const files = await readAll(store, '114-1');
  expect(files.size).toBe(STUDENTS);
  let records = 0;
  for (let n = 0; n < STUDENTS; n++) {
    const rows = (files.get(student(n).idNumber) ?? []).map((one) => one.source.row);
    records += rows.length;
    expect(rows.every((row, index) => row % STUDENTS === n && (index === 0 || row > (rows[index - 1] as number)))).toBe(true);
  }
  expect(records).toBe(ROWS);
  expect(store.quarantineCount()).toBe(13);
  const last = files.get(student(1).idNumber) ?? [];
  expect(last[0]).not.toHaveProperty('description');
  expect(last.at(-1)).toMatchObject({ description: '後來才有的欄' });
});

test('what the writing thread had written is gone after an abort', async () => {
  const { store } = await temporaryStore();
  const staging = await store.stage(A);
  await staging.add(Array.from({ length: 41_000 }, (_, n) => record(A, n % 50, n + 2)));
  await staging.abort();
  const again = await store.stage(A);
  await again.add([record(A, 1, 2)]);
  await again.finish(info(A));
  await store.publish([A]);
  expect([...(await readAll(store, '114-1')).values()].flat()).toEqual([record(A, 1, 2)]);
});

test('an input in which every student comes once in a batch is put together by student, in file order', async () => {
  const { store } = await temporaryStore();
  const students = 15_000;
  const staging = await store.stage(A);
  // Dense at first, then scattered over several batches, with rows of another kind and of nobody between.
  const rows = Array.from({ length: 110_000 }, (_, n) => (n < 45_000 ? Math.floor(n / 30) : n % students));
  const made = rows.map((who, n) => (n % 1009 === 7 ? record(A, who, n + 2, { kind: 'retake' }) : n % 997 === 5 ? record(A, who, n + 2, { birthDate: undefined }) : record(A, who, n + 2, { description: `第 ${n % 7} 段` })));
  for (let at = 0; at < made.length; at += 1000) await staging.add(made.slice(at, at + 1000));
  await staging.finish(info(A));
  await store.publish([A]);
  const wanted = new Map<string, typeof made>();
  for (const one of made.filter(({ birthDate }) => birthDate !== undefined)) wanted.set(one.idNumber!, [...(wanted.get(one.idNumber!) ?? []), one]);
  const files = await readAll(store, '114-1');
  expect(files.size).toBe(wanted.size);
  for (const [id, records] of files) {
    const expected = wanted.get(id)!;
    expect(records).toEqual([...expected.filter(({ kind }) => kind === 'regular'), ...expected.filter(({ kind }) => kind === 'retake')]);
  }
  const keyless = [];
  for await (const some of store.keyless('114-1')) keyless.push(...some);
  expect(keyless.map((one) => one.source.row)).toEqual(made.filter(({ birthDate }) => birthDate === undefined).map((one) => one.source.row));
});
