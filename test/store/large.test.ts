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
