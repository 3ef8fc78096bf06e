/** Portfolios at night: lists become packages, packages are taken in, and who waited is found once the roster has them. */
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { inside, type Json, schoolHome, type Workspace, workspace } from '../licheng.ts';
import { enrolled, packedStudent, packedWork, packedZip, service, someone, work, writeExport } from '../portfolio.ts';

const [A, B] = ['990302', '990303'];
const [LEAVES, WAITS, UNKNOWN] = [someone(1), someone(2), someone(3)];
const NIGHT = ['run', '--today', '2026-02-20'] as const;

let home: Workspace;

const folder = (school: string, name: string): string => join(home.home, school, 'portfolios', name);
const filesIn = (school: string, name: string): string[] => (existsSync(folder(school, name)) ? readdirSync(folder(school, name)).sort() : []);

function put(school: string, name: string, file: string, bytes: Uint8Array | string): string {
  mkdirSync(folder(school, name), { recursive: true });
  const path = join(folder(school, name), file);
  writeFileSync(path, bytes);
  return path;
}

async function take(school: string, system: string, records: Parameters<typeof writeExport>[3]): Promise<void> {
  const path = join(home.root, 'exports', `${school}-${system}-${records.length}`);
  await writeExport(path, system, school, records);
  expect(await home.json('import', path, '--school', school)).toMatchObject({ code: 0 });
}

/** The cell of a school's portfolios in the district's data. */
function cell(school: string): string | undefined {
  const { schools } = JSON.parse(readFileSync(join(home.home, 'reports', 'district.json'), 'utf8')) as Json;
  return schools.find((one: Json) => one.school === school).cells.portfolio?.text['zh-TW'];
}

beforeAll(async () => {
  home = await schoolHome(A, inside(workspace()));
  await home.run('init', '--school', B);
  const password = home.file('password.txt', 'Pw-12345\n');
  for (const school of [A, B]) writeFileSync(join(home.home, school, 'school.json'), JSON.stringify({ code: school, portfolioPasswordFile: password, systems: ['exchange-json'] }));
  await take(A, 'exchange-json', [
    enrolled(A, LEAVES, '113-2'), work(A, LEAVES, 1), service(A, LEAVES, 1), enrolled(A, WAITS, '113-2'), work(A, WAITS, 2), service(A, WAITS, 2),
  ]);
  await take(B, 'national-roster', [enrolled(B, LEAVES, '114-1')]);
});

describe('a list in portfolios/out', () => {
  test('becomes a package, and goes', async () => {
    put(A, 'out', `${B} 轉出.txt`, `身分證號\n${LEAVES.idNumber}\n# 下週另轉\n${WAITS.idNumber}\n`);
    await home.json(...NIGHT);
    expect(filesIn(A, 'out')).toEqual([]);
    expect(filesIn(A, 'ready')).toEqual([expect.stringMatching(/^990302(?:_\d{2,4}){6}\.zip$/)]);
    expect(cell(A)).toBe('1 件待交出');
    const { value: list } = await home.json('portfolio', 'list', '--school', A);
    expect(list.out).toMatchObject([{ to: B, format: 'exchange', students: 2 }]);
  });

  test('leaves nothing to do afterwards', async () => {
    expect(await home.json(...NIGHT)).toMatchObject({ code: 99 });
    expect(filesIn(A, 'ready')).toHaveLength(1);
  });

  test('two lists of one second become two packages', async () => {
    put(A, 'out', `${B} 1.txt`, LEAVES.idNumber);
    put(A, 'out', `${B} 2.txt`, WAITS.idNumber);
    await home.json(...NIGHT);
    expect(filesIn(A, 'out')).toEqual([]);
    expect(filesIn(A, 'ready')).toHaveLength(3);
  });

  test('that cannot be done stays, with the reason beside it in words, and no id in them', async () => {
    const path = put(A, 'out', `${B}.txt`, `${LEAVES.idNumber}\n${UNKNOWN.idNumber}\n`);
    put(A, 'out', '名單.txt', LEAVES.idNumber);
    await home.json(...NIGHT);
    expect(filesIn(A, 'out')).toEqual([`${B}.txt`, `${B}.txt.問題.txt`, '名單.txt', '名單.txt.問題.txt']);
    expect(readFileSync(`${path}.問題.txt`, 'utf8')).toMatch(/查無|沒有/);
    expect(readFileSync(`${path}.問題.txt`, 'utf8')).not.toContain(UNKNOWN.idNumber);
    writeFileSync(path, LEAVES.idNumber);
    await home.json(...NIGHT);
    expect(filesIn(A, 'out')).toEqual(['名單.txt', '名單.txt.問題.txt']);
  });
});

describe('a package in portfolios/in', () => {
  beforeAll(() => {
    const [first] = filesIn(A, 'ready');
    mkdirSync(folder(B, 'in'), { recursive: true });
    copyFileSync(join(folder(A, 'ready'), first!), join(folder(B, 'in'), '轉入 (1).zip'));
  });

  test('is taken in and goes; who is not on the roster waits', async () => {
    const { code } = await home.json(...NIGHT);
    expect([0, 2]).toContain(code);
    expect(filesIn(B, 'in')).toEqual([]);
    const { value } = await home.json('portfolio', 'list', '--school', B);
    expect(value.in).toMatchObject([{ from: A, format: 'exchange' }]);
    expect(cell(B)).toBe('1 位等待名冊');
    expect(await home.json(...NIGHT)).toMatchObject({ code: 99 });
  });

  test('who waited is found on the night after the roster came', async () => {
    const path = join(home.home, B, 'inbox');
    await writeExport(path, 'national-roster', B, [enrolled(B, LEAVES, '114-1'), enrolled(B, WAITS, '114-1')]);
    await home.json(...NIGHT);
    expect(cell(B)).toBe('完成');
    const shown = await home.json('portfolio', 'export', '--school', B, '--student', WAITS.idNumber, '--to', A, '--password-file', join(home.root, 'files', 'password.txt'), '--out', join(home.root, 'on'));
    expect(shown.value).toMatchObject({ items: 2, attachments: 2 });
  });

  test('that was taken in before goes without a word', async () => {
    const [first] = filesIn(A, 'ready');
    copyFileSync(join(folder(A, 'ready'), first!), join(folder(B, 'in'), 'again.zip'));
    expect(await home.json(...NIGHT)).toMatchObject({ code: 0 });
    expect(filesIn(B, 'in')).toEqual([]);
    expect(cell(B)).toBe('完成');
  });

  test('that cannot be opened stays, and is taken in once it can', async () => {
    const mended = packedZip('x', [packedStudent(A, LEAVES, { works: [packedWork(A, LEAVES, 7)] })]);
    put(B, 'in', 'x.zip', mended.subarray(0, mended.length - 100));
    await home.json(...NIGHT);
    expect(filesIn(B, 'in')).toEqual(['x.zip', 'x.zip.問題.txt']);
    expect(cell(B)).toBe('1 件未辦');
    expect(await home.json(...NIGHT)).toMatchObject({ code: 99 });
    put(B, 'in', 'x.zip', mended);
    await home.json(...NIGHT);
    expect(filesIn(B, 'in')).toEqual([]);
    expect(cell(B)).toBe('完成');
  });

  test('of which a student is refused stays for what is missing, the others being taken in', async () => {
    const students = [packedStudent(A, LEAVES, { works: [packedWork(A, LEAVES, 8)] }), packedStudent(A, WAITS, { works: [packedWork(A, WAITS, 9)] })];
    put(B, 'in', 'y.zip', packedZip('y', students, [{ name: `${LEAVES.idNumber}/課程學習成果/C08.pdf`, data: 'not what the MD5 says' }]));
    put(B, 'in', 'z.zip', packedZip('z', [packedStudent(A, LEAVES, { works: [packedWork(A, LEAVES, 10)] })]));
    await home.json(...NIGHT);
    expect(filesIn(B, 'in')).toEqual(['y.zip', 'y.zip.問題.txt']);
    expect(readFileSync(join(folder(B, 'in'), 'y.zip.問題.txt'), 'utf8')).toMatch(/第 1 位（A1\d+\*{4}）：[^\n]*\n第 2 位|第 1 位[\s\S]*第 2 位/);
    // The other came with a later package since.
    expect(cell(B)).toBe('1 件未辦、1 位退回');
    put(B, 'in', 'y.zip', packedZip('y', students));
    await home.json(...NIGHT);
    expect(filesIn(B, 'in')).toEqual([]);
    expect(cell(B)).toBe('完成');
  });
});

describe('a night that is killed', () => {
  test('and done again leaves one package a list, and every student taken in once', async () => {
    const start = await schoolHome(A, inside(workspace()));
    await start.run('init', '--school', B);
    const password = start.file('password.txt', 'Pw-12345\n');
    for (const school of [A, B]) writeFileSync(join(start.home, school, 'school.json'), JSON.stringify({ code: school, portfolioPasswordFile: password }));
    const path = join(start.root, 'exports');
    await writeExport(path, 'exchange-json', A, [enrolled(A, LEAVES, '113-2'), work(A, LEAVES, 1)]);
    await start.run('import', path, '--school', A);
    await writeExport(join(start.root, 'roster'), 'national-roster', B, [enrolled(B, LEAVES, '114-1')]);
    await start.run('import', join(start.root, 'roster'), '--school', B);
    const of = (made: Workspace, school: string, name: string): string => join(made.home, school, 'portfolios', name);
    for (const [school, name] of [[A, 'out'], [B, 'in']] as const) mkdirSync(of(start, school, name), { recursive: true });
    writeFileSync(join(of(start, A, 'out'), `${B}.txt`), LEAVES.idNumber);
    for (const n of [1, 2, 3]) writeFileSync(join(of(start, B, 'in'), `${n}.zip`), packedZip(`${n}`, [packedStudent(A, LEAVES, { works: [packedWork(A, LEAVES, n)] })]));

    const whole = start.copy();
    const began = performance.now();
    await once(whole.start(...NIGHT), 'exit');
    const duration = performance.now() - began;
    const outcome = async (made: Workspace): Promise<unknown> => {
      const taken = (await made.json('portfolio', 'list', '--school', B)).value.in.map(({ package: id, students }: Json) => ({ id, students }));
      const given = await made.json('portfolio', 'export', '--school', B, '--student', LEAVES.idNumber, '--to', A, '--out', join(made.root, 'on'));
      return { taken, items: given.value.items, attachments: given.value.attachments, in: readdirSync(of(made, B, 'in')), out: readdirSync(of(made, A, 'out')), ready: readdirSync(of(made, A, 'ready')).length };
    };
    const expected = await outcome(whole);
    expect(expected).toMatchObject({ items: 3, attachments: 3, in: [], out: [], ready: 1 });

    for (const part of [0.5, 0.7, 0.85, 0.95]) {
      const made = start.copy();
      const child = made.start(...NIGHT);
      const ended = once(child, 'exit');
      await Promise.race([ended, wait(duration * part)]);
      child.kill('SIGKILL');
      await ended;
      expect([0, 2, 99]).toContain((await made.run(...NIGHT)).code);
      expect({ part, outcome: await outcome(made) }).toEqual({ part, outcome: expected });
    }
  });
});
