import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { createHome, openHome } from '../../src/store/home.ts';
import { inputId, readAll, record, SCHOOL, takeDrop, temporaryFolder, temporaryHome, temporaryStore } from './support.ts';

test('a folder that is no home is not opened, one of a later version neither', async () => {
  const { path, masterKeyPath } = await temporaryHome();
  await expect(openHome(temporaryFolder(), { masterKeyPath })).rejects.toMatchObject({ code: 'home/missing' });
  const marker = join(path, 'licheng.json');
  const content = JSON.parse(readFileSync(marker, 'utf8')) as object;
  writeFileSync(marker, JSON.stringify({ ...content, version: 2 }));
  await expect(openHome(path, { masterKeyPath })).rejects.toMatchObject({ code: 'home/newer', params: { found: 2, known: 1 } });
  writeFileSync(marker, '{');
  await expect(openHome(path, { masterKeyPath })).rejects.toMatchObject({ code: 'store/damaged' });
});

test('making a home that is there opens it as it is', async () => {
  const { path, masterKeyPath, home } = await temporaryHome();
  (await home.school(SCHOOL, { create: true })).close();
  const again = await createHome(path, { masterKeyPath });
  expect(again.schools()).toEqual([SCHOOL]);
  await again.close();
});

test('schools are the folders with a school code', async () => {
  const { home, path } = await temporaryHome();
  for (const name of ['reports', '19330', '193 03', '19330a']) mkdirSync(join(path, name));
  writeFileSync(join(path, '193305'), '');
  for (const code of ['193304', '0144A1']) await (await home.school(code, { create: true })).close();
  expect(home.schools()).toEqual(['0144A1', '193304']);
  expect(() => home.paths('../etc')).toThrow(expect.objectContaining({ code: 'record/not-found' }));
  await expect(home.school('..', { create: true })).rejects.toMatchObject({ code: 'record/not-found' });
  expect(() => home.lock('193309')).toThrow(expect.objectContaining({ code: 'record/not-found' }));
  await expect(home.school('193309')).rejects.toMatchObject({ code: 'record/not-found' });
});

test('a school whose making was cut short is made', async () => {
  const { home } = await temporaryHome();
  const { state } = home.paths(SCHOOL);
  mkdirSync(state, { recursive: true });
  for (const name of ['school.sqlite.new', 'school.sqlite.new-wal']) writeFileSync(join(state, name), 'half');
  await expect(home.school(SCHOOL)).rejects.toMatchObject({ code: 'record/not-found' });
  const store = await home.school(SCHOOL, { create: true });
  expect(store.terms()).toEqual([]);
  await store.close();
});

test.each<[string, (db: DatabaseSync) => void]>([
  ['given to another student', (db) => db.exec('UPDATE documents SET place = 1 - place')],
  ['said to hold more', (db) => db.exec('UPDATE documents SET records = 2')],
  ['whose page is gone', (db) => db.exec('DELETE FROM pages')],
  ['whose page was moved', (db) => db.exec('UPDATE pages SET page = page + 1; UPDATE documents SET page = page + 1')],
  ['whose page was changed', (db) => db.exec("UPDATE pages SET body = CAST(substr(body, 1, length(body) - 1) || 'x' AS BLOB)")],
])('a document %s is a fault that names the school and nobody else', async (_, damage) => {
  const { home, store } = await temporaryStore();
  await takeDrop(store, { id: inputId('a'), records: [record(inputId('a'), 1, 2), record(inputId('a'), 2, 3)] });
  await store.close();
  const file = join(home.paths(SCHOOL).state, 'school.sqlite');
  const db = new DatabaseSync(file);
  damage(db);
  db.close();
  const damaged = await home.school(SCHOOL);
  await expect(readAll(damaged, '114-1')).rejects.toMatchObject({ code: 'store/damaged', params: { what: SCHOOL, detail: 'document' } });
  await damaged.close();
  writeFileSync(file, 'no database');
  await expect(home.school(SCHOOL)).rejects.toMatchObject({ code: 'store/damaged', params: { what: SCHOOL } });
});
