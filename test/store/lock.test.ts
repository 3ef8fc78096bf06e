import { mkdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openHome } from '../../src/store/home.ts';
import { startChild } from './child-process.ts';
import { inputId, SCHOOL, temporaryHome, temporaryStore } from './support.ts';

test('a school held by another process is busy until that process is gone, however it went', async () => {
  const temporary = await temporaryHome();
  mkdirSync(temporary.home.paths(SCHOOL).state, { recursive: true });
  const child = startChild('hold', temporary);
  expect(await child.said('held')).toBe(true);
  expect(() => temporary.home.lock(SCHOOL)).toThrow(expect.objectContaining({
    code: 'store/busy', params: { school: SCHOOL, holder: expect.stringContaining(`pid ${child.pid} @ `) },
  }));
  await child.kill();
  temporary.home.lock(SCHOOL).release();
});

test('within one home holds are counted, between two homes they exclude each other', async () => {
  const { home, path, masterKeyPath, store } = await temporaryStore();
  const other = await openHome(path, { masterKeyPath });
  const [first, second] = [home.lock(SCHOOL), home.lock(SCHOOL)];
  first.release();
  first.release();
  expect(() => other.lock(SCHOOL)).toThrow(expect.objectContaining({ code: 'store/busy' }));
  second.release();
  other.lock(SCHOOL).release();

  await store.stage(inputId('a'));
  const reader = await other.school(SCHOOL);
  expect(reader.terms()).toEqual([]);
  await expect(reader.stage(inputId('a'))).rejects.toMatchObject({ code: 'store/busy' });
  await store.close();
  await reader.stage(inputId('a'));
  await reader.close();
  await other.close();
});
