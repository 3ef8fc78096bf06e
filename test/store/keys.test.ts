import { chmodSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createHome, openHome } from '../../src/store/home.ts';
import { createMasterKey, readMasterKey } from '../../src/store/keys.ts';
import { SCHOOL, temporaryFolder, temporaryHome, temporaryStore } from './support.ts';

test('a master key is for its owner only and never overwritten', () => {
  const path = join(temporaryFolder(), 'master.key');
  const id = createMasterKey(path);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ keyId: id });
  const before = readFileSync(path, 'utf8');
  expect(() => createMasterKey(path)).toThrow(expect.objectContaining({ code: 'key/exists' }));
  expect(readFileSync(path, 'utf8')).toBe(before);
});

test('a master key is refused inside a home: when made, when the home is made, when it is opened', async () => {
  const { path } = await temporaryHome();
  const inside = join(path, 'keys', 'master.key');
  await mkdir(join(path, 'keys'));
  expect(() => createMasterKey(inside)).toThrow(expect.objectContaining({ code: 'key/inside-home' }));
  expect(existsSync(inside)).toBe(false);

  const folder = temporaryFolder();
  const key = join(folder, 'master.key');
  expect(() => createMasterKey(key, folder)).toThrow(expect.objectContaining({ code: 'key/inside-home' }));
  createMasterKey(key);
  await expect(createHome(folder, { masterKeyPath: key })).rejects.toMatchObject({ code: 'key/inside-home' });
});

test('a missing, damaged or other key does not open a home', async () => {
  const { path, folder, masterKeyPath } = await temporaryHome();
  await expect(openHome(path, { masterKeyPath: join(folder, 'none') })).rejects.toMatchObject({ code: 'key/missing' });
  const other = join(folder, 'other.key');
  createMasterKey(other);
  await expect(openHome(path, { masterKeyPath: other })).rejects.toMatchObject({ code: 'key/wrong' });
  const file = JSON.parse(readFileSync(masterKeyPath, 'utf8')) as { key: string };
  chmodSync(masterKeyPath, 0o600);
  writeFileSync(masterKeyPath, JSON.stringify({ ...file, key: Buffer.alloc(32).toString('base64') }));
  await expect(openHome(path, { masterKeyPath })).rejects.toMatchObject({ code: 'key/invalid' });
});

test('what was wrapped opens under the same label only', async () => {
  const folder = temporaryFolder();
  const path = join(folder, 'master.key');
  createMasterKey(path);
  const key = await readMasterKey(path, join(folder, 'home'));
  const wrapped = key.wrap('one', Buffer.from('secret'));
  expect(Buffer.from(key.unwrap('one', wrapped) ?? []).toString()).toBe('secret');
  expect(key.unwrap('two', wrapped)).toBeNull();
  expect(key.unwrap('one', wrapped.subarray(0, 20))).toBeNull();
  expect(key.unwrap('one', wrapped.map((byte, index) => (index === 15 ? byte ^ 1 : byte)))).toBeNull();
});

test('the keys of a school do not open in the folder of another, and are never made anew over data', async () => {
  const { home, store } = await temporaryStore();
  await store.close();
  await rename(home.paths(SCHOOL).root, home.paths('193304').root);
  await expect(home.school('193304')).rejects.toMatchObject({ code: 'key/wrong' });
  await rename(join(home.paths('193304').state, 'keys.json'), join(home.path, 'away'));
  await expect(home.school('193304', { create: true })).rejects.toMatchObject({ code: 'store/damaged', params: { what: '193304' } });
});
