/** Who exported a school's files: its setting, the operator's word, and what becomes of a file when they change. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadRegistry, ownAdapters } from '../../../src/adapters/registry.ts';
import { assumptionsOf } from '../../../src/flows/assumptions.ts';
import { takeDrop } from '../../../src/flows/intake/drop.ts';
import { filesAt } from '../../../src/flows/intake/offered.ts';
import { takeInbox } from '../../../src/flows/night/inbox.ts';
import { schoolSettings } from '../../../src/flows/school-settings.ts';
import type { Services } from '../../../src/flows/services.ts';
import { systemClock } from '../../../src/observe/clock.ts';
import { loadRules } from '../../../src/rules/catalogue.ts';
import { createHome } from '../../../src/store/home.ts';
import { createMasterKey } from '../../../src/store/keys.ts';
import type { SchoolStore } from '../../../src/store/port.ts';

const SCHOOL = '990301';
const HEADER = '身分證號,出生日期,課程代碼,科目名稱,開課年級,修課學分,學期學業成績,成績及格,補考成績,補考及格,是否採計學分,質性文字描述';
const ROWS = `${HEADER}\r\nA110070131,0970115,114990301H11101A1110101,國語文,1,4,85,1,-1,-1,1,\r\n`;
const FILE = '114_1_學生成績名冊_學期成績.csv';
const quiet = { info: () => {}, warn: () => {}, error: () => {}, close: async () => {} };

let root: string;
let services: Services;
let store: SchoolStore;
let close: () => Promise<void>;

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'licheng-systems-'));
  const masterKeyPath = join(root, 'master.key');
  createMasterKey(masterKeyPath);
  const home = await createHome(join(root, 'home'), { masterKeyPath });
  mkdirSync(join(home.path, 'adapters'), { recursive: true });
  services = {
    home, registry: await loadRegistry([ownAdapters(), join(home.path, 'adapters')]), rules: await loadRules(), clock: systemClock, log: quiet,
    progress: { step: () => {}, end: () => {} }, lang: 'en', version: '0', today: '2026-01-15',
  };
  store = await home.school(SCHOOL, { create: true });
  writeFileSync(join(root, FILE), ROWS);
  close = async () => {
    await store.close();
    await home.close();
  };
});
afterEach(async () => {
  await close();
  rmSync(root, { recursive: true, force: true });
});

async function take(...systems: string[]): Promise<{ status: string; system: string | null; findings: string[] }> {
  const { files: [file] } = await takeDrop(services, store, filesAt([join(root, FILE)]), { act: 'intake/import', term: null, systems });
  return { status: file!.status, system: file!.system, findings: file!.findings.map(({ rule }) => rule) };
}

const setting = (value: object): void => writeFileSync(join(services.home.path, SCHOOL, 'school.json'), JSON.stringify({ code: SCHOOL, ...value }));

test('a file is read again when something else is said of it, and only then', async () => {
  const said = [await take(), await take(), await take('shinher'), await take('shinher'), await take('shinher', 'yashin'), await take('yashin'), await take(), await take('national-roster')];
  expect(said.map(({ status, system }) => [status, system])).toEqual([
    ['imported', 'national-roster'], ['unchanged', 'national-roster'], ['imported', 'shinher'], ['unchanged', 'shinher'],
    ['unchanged', 'shinher'], ['imported', 'yashin'], ['imported', 'national-roster'], ['unchanged', 'national-roster'],
  ]);
  expect(store.inputs({ active: true }).map(({ system }) => system)).toEqual(['national-roster']);
});

test('what is assumed of the layouts a system takes over is told with its own', async () => {
  await take('shinher');
  expect(assumptionsOf(services, store, ['114-1'], []).map(({ id }) => id)).toEqual(expect.arrayContaining(['two-exports', 'work-file-columns-108']));
});

test('what does not fit is read by its headers, said in the findings, and not read again every night', async () => {
  expect(await take('big5-csv')).toMatchObject({ status: 'imported', system: 'national-roster', findings: expect.arrayContaining(['intake/other-system']) });
  expect(await take('big5-csv')).toMatchObject({ status: 'unchanged', system: 'national-roster' });
});

test('a system that is not there is refused before anything is kept', async () => {
  await expect(take('shinhar')).rejects.toMatchObject({ code: 'adapter/unknown', params: { id: 'shinhar', nearest: 'shinher' } });
  expect(store.inputs()).toEqual([]);
});

test('the night takes the inbox in as the school\'s setting says, and leaves it when that is wrong', async () => {
  const inbox = join(services.home.path, SCHOOL, 'inbox');
  mkdirSync(inbox, { recursive: true });
  writeFileSync(join(inbox, FILE), ROWS);
  setting({ systems: ['chaunyi'] });
  await expect(takeInbox(services, store, schoolSettings(services.home, SCHOOL))).rejects.toMatchObject({ code: 'adapter/unknown', params: { nearest: 'chuanyi' } });
  expect(readFileSync(join(inbox, FILE), 'utf8')).toBe(ROWS);
  setting({ systems: ['chuanyi'] });
  const outcome = await takeInbox(services, store, schoolSettings(services.home, SCHOOL));
  expect(outcome?.files.map(({ system }) => system)).toEqual(['chuanyi']);
});

test('a school puts a shipped adapter right in its working folder', async () => {
  const folder = join(services.home.path, 'adapters', 'shinher');
  mkdirSync(folder);
  const shipped = JSON.parse(readFileSync(join(ownAdapters(), 'shinher', 'manifest.json'), 'utf8')) as object;
  const adjust = [{ why: 'our export', columns: ['idNumber'], headers: ['身分證字號'] }];
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ ...shipped, extends: 'shinher', adjust }));
  const registry = await loadRegistry([ownAdapters(), join(services.home.path, 'adapters')]);
  writeFileSync(join(root, FILE), ROWS.replace('身分證號', '身分證字號'));
  expect(await take('shinher')).toMatchObject({ status: 'quarantined' });
  services = { ...services, registry };
  expect(await take('shinher')).toMatchObject({ status: 'imported', system: 'shinher' });
  // The header is now one that only this adapter has.
  expect(await take()).toMatchObject({ system: 'shinher' });
});
