import { DatabaseSync } from 'node:sqlite';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SCHOOL, temporaryStore } from './support.ts';

test('what is put on a shelf is there again, by key in order, until it is removed', async () => {
  const { store, home } = await temporaryStore();
  const shelf = store.shelf('receipts');
  expect(shelf.get('a')).toBeNull();
  expect(shelf.keys()).toEqual([]);
  store.shelve([
    { shelf: 'receipts', key: 'b/2', value: { rows: [2] } },
    { shelf: 'receipts', key: 'b/1', value: 'one' },
    { shelf: 'receipts', key: 'c', value: 3 },
    { shelf: 'other', key: 'b/3', value: true },
  ]);
  expect(shelf.keys()).toEqual(['b/1', 'b/2', 'c']);
  expect([...shelf.entries('b/')]).toEqual([['b/1', 'one'], ['b/2', { rows: [2] }]]);
  store.shelve([{ shelf: 'receipts', key: 'b/1', value: null }, { shelf: 'receipts', key: 'c', value: 4 }]);
  await store.close();
  const again = await home.school(SCHOOL);
  expect([...again.shelf('receipts').entries()]).toEqual([['b/2', { rows: [2] }], ['c', 4]]);
  await again.close();
});

test('a prefix is text, not a pattern', async () => {
  const { store } = await temporaryStore();
  store.shelve(['a%', 'ab', 'a_c'].map((key) => ({ shelf: 's', key, value: 1 })));
  expect(store.shelf('s').keys('a%')).toEqual(['a%']);
  expect(store.shelf('s').keys('a_')).toEqual(['a_c']);
});

test('a change that fails in the middle changes nothing', async () => {
  const { store } = await temporaryStore();
  store.shelve([{ shelf: 's', key: 'a', value: 1 }]);
  expect(() => store.shelve([{ shelf: 's', key: 'a', value: 2 }, { shelf: 's', key: 'b', value: 10n }])).toThrow(TypeError);
  expect([...store.shelf('s').entries()]).toEqual([['a', 1]]);
});

test('values lie sealed, and do not open under another key', async () => {
  const { store, home } = await temporaryStore();
  store.shelve([{ shelf: 's', key: 'a', value: '王小明的秘密' }, { shelf: 's', key: 'b', value: 1 }]);
  const path = join(home.paths(SCHOOL).state, 'school.sqlite');
  const db = new DatabaseSync(path);
  db.prepare("UPDATE shelves SET body = (SELECT body FROM shelves WHERE key = 'a') WHERE key = 'b'").run();
  db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  db.close();
  expect(readFileSync(path).includes('王小明的秘密')).toBe(false);
  expect(() => store.shelf('s').get('b')).toThrow(expect.objectContaining({ code: 'store/damaged' }));
});

test('submissions keep their history in order; the same one accepted twice in a row stands once', async () => {
  const { store } = await temporaryStore();
  const info = (key: string, edition = 'term-submission', term = '114-1') =>
    ({ term, edition, key, package: `${key}.zip`, sha256: key, rosters: [{ rosterType: '2', file: 'f.xlsx', sha256: key, sheets: { 學期成績: 1 } }], digests: { courseRecord: { a: 'b' } } });
  for (const one of [info('a'), info('a'), info('p', 'precheck'), info('b'), info('a'), info('y', 'year', '114-0')]) store.accept(one);
  expect(store.submissions().map(({ number, key }) => [number, key])).toEqual([[1, 'a'], [2, 'p'], [3, 'b'], [4, 'a'], [5, 'y']]);
  expect(store.submissions({ term: '114-1', edition: 'term-submission' }).map(({ number }) => number)).toEqual([1, 3, 4]);
  expect(store.submissions()[0]).not.toHaveProperty('digests');
  expect(store.submission('114-1', 'term-submission')?.digests).toEqual({ courseRecord: { a: 'b' } });
});
