/** A school year from the school's files to its package, as a registrar runs it. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { people, performances, studentRoster, works, SCHOOL } from '../flows/attachments/rosters.ts';
import { document, link } from '../formats/pdf/raw-pdf.ts';
import { killedEverywhere } from '../killed-everywhere.ts';
import { digests, type Json, workspace } from '../licheng.ts';

const PEOPLE = people(6);
const place = workspace();
const folder = join(place.root, 'export');
const year = ['--school', SCHOOL, '--year', '114', '--today', '2026-08-20'] as const;
const check = ['check', '--school', SCHOOL, '--term', '114-0', '--today', '2026-08-20'] as const;
const LINKED = document([{ annotations: [link('<< /S /URI /URI (https://example.org/) >>')] }], { compressed: true });

function put(name: string, bytes: Uint8Array): void {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, bytes);
}

beforeAll(async () => {
  await place.run('init', '--school', SCHOOL);
  writeFileSync(join(place.home, 'policy.json'), JSON.stringify({ severities: { 'roster/school-known': 'off' } }));
  put('學生資料.xlsx', await studentRoster(PEOPLE.map((one, index) => [one, (index % 3) + 1])));
  put('26.xlsx', await works(PEOPLE.map((student) => ({ student, document: `${student.idNumber}/C01.pdf` }))));
  put('25.xlsx', await performances(PEOPLE.slice(0, 2).map((student) => ({ student, name: '作品', address: 'https://video.example/a' }))));
  PEOPLE.forEach(({ idNumber }, index) => put(`${idNumber}/C01.pdf`, index === 0 ? LINKED : document([{ text: `work ${index}` }])));
  await place.run('import', folder, '--school', SCHOOL);
});

test('a link in a work shuts the gate until the work is handed in without it', async () => {
  const shut = await place.json('pack', 'year', ...year);
  expect([shut.code, shut.value]).toEqual([2, { status: 'shut', parts: [], rosters: [] }]);
  const checked = await place.json(...check);
  expect(checked.code).toBe(2);
  expect(checked.value.rules.filter(({ severity }: Json) => severity === 'error').map(({ rule }: Json) => rule)).toEqual(['work/leads-out']);
  put(`${PEOPLE[0]!.idNumber}/C01.pdf`, document([{ text: 'work 0' }]));
  await place.run('import', folder, '--school', SCHOOL);
  expect((await place.json(...check)).code).toBe(0);
  const { value } = await place.json(...check, '--history');
  expect(value).toMatchObject({ precheck: null, comparison: null, runs: [{ errors: 1 }, { errors: 0, went: 1 }] });
});

test('what is certified and picked is packed, in the form of the contract; again there is nothing to do', async () => {
  const { code, value } = await place.json('pack', 'year', ...year);
  expect(code).toBe(0);
  expect(Object.keys(value)).toEqual(['status', 'parts', 'rosters']);
  expect(Object.keys(value.parts[0])).toEqual(['package', 'sha256', 'students', 'attachments', 'bytes']);
  expect(value).toMatchObject({ status: 'packed', parts: [{ students: 4, attachments: 4 }], rosters: [{ rosterType: '25' }, { rosterType: '26', sheets: { 學期課程學習成果: 4 } }] });
  const again = await place.json('pack', 'year', ...year);
  expect([again.code, again.value]).toEqual([99, { ...value, status: 'unchanged' }]);
});

test('grade 3 has its two batches', async () => {
  const { code, value } = await place.json('pack', 'year', ...year, '--batch', '1');
  expect(code).toBe(0);
  expect(value).toMatchObject({ status: 'packed', parts: [{ students: 2, attachments: 2 }] });
  expect(value.rosters.map(({ rosterType }: Json) => rosterType)).toEqual(['36']);
  expect((await place.json('pack', 'year', ...year, '--batch', '2')).code).toBe(99);
});

test('killed at any step and done again, the parts are the same bytes, and the next has nothing to do', async () => {
  const start = workspace();
  await start.run('init', '--school', SCHOOL);
  writeFileSync(join(start.home, 'policy.json'), JSON.stringify({ severities: { 'roster/school-known': 'off' }, package: { partBytes: 1 << 20 } }));
  const picture = (index: number): Uint8Array => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, index]), Buffer.alloc(700_000, index)]);
  start.file('學生資料.xlsx', await studentRoster(PEOPLE.map((one) => [one, 1])));
  start.file('26.xlsx', await works(PEOPLE.map((student) => ({ student, document: `${student.idNumber}/C01.jpg` }))));
  PEOPLE.forEach(({ idNumber }, index) => start.file(`${idNumber}/C01.jpg`, picture(index)));
  await start.run('import', join(start.root, 'files'), '--school', SCHOOL);
  const args = ['pack', 'year', ...year] as const;
  const found = await killedEverywhere('outbox', async () => start.copy(), args, async (home) => ({
    packages: digests(join(home.home, SCHOOL, 'outbox')), again: (await home.json(...args)).value.status,
  })) as Json[];
  expect(Object.keys(found.at(-1).packages).length).toBeGreaterThan(3);
  expect(found.length).toBeGreaterThan(5);
  expect(found.at(-1).again).toBe('unchanged');
  expect(found).toEqual(found.map(() => found.at(-1)));
});

test.each([
  ['no year', ['pack', 'year', '--school', SCHOOL]], ['a year that is none', ['pack', 'year', '--school', SCHOOL, '--year', '2025x']], ['a third batch', ['pack', 'year', ...year, '--batch', '3']],
])('%s is wrong usage', async (_what, args) => {
  expect((await place.run(...args)).code).toBe(64);
});

test('a year nobody has handed in is said to be missing', async () => {
  const { code, stderr } = await place.run('pack', 'year', '--school', SCHOOL, '--year', '110', '--today', '2026-08-20');
  expect(code).toBe(64);
  expect(stderr).toContain('110-0');
});

test('the demo packs a year for the school that is clean, and shuts the one with links in its works', async () => {
  const demo = workspace();
  const { code, value } = await demo.json('demo', '--run', '--year', '--schools', '2', '--students', '45');
  expect(code).toBe(0);
  const linked = value.schools.map(({ seeded }: Json) => seeded['work/leads-out'] ?? 0);
  expect(linked[0]).toBe(0);
  expect(linked[1]).toBeGreaterThan(0);
  const [first, , ...others] = value.years;
  expect([first.status, others.some(({ status }: Json) => status === 'shut')]).toEqual(['packed', true]);
  expect(first.packages.map((path: string) => existsSync(path))).toEqual([true]);
});
