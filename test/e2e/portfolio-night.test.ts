/** Portfolios at night: lists become packages, packages are taken in, and who waited is found once the roster has them. */
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { digests, inside, type Json, schoolHome, type Workspace, workspace } from '../licheng.ts';
import { enrolled, packedStudent, packedWork, packedZip, service, someone, work, writeExport } from '../portfolio.ts';

const [A, B] = ['990302', '990303'];
const [LEAVES, WAITS, UNKNOWN] = [someone(1), someone(2), someone(3)];
/** See there. */
const KILLED = join(import.meta.dirname, '..', 'killed.ts');
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
  const start = workspace();
  const of = (made: Workspace, school: string, name: string): string => join(made.home, school, 'portfolios', name);
  const night = (made: Workspace, school: string, step: number): ChildProcess => made
    .under({ NODE_OPTIONS: `--import=${KILLED}`, KILL_AT: `portfolios:${step}` }).start(...NIGHT, '--school', school);

  beforeAll(async () => {
    await schoolHome(A, inside(start));
    await inside(start).run('init', '--school', B);
    for (const school of [A, B]) {
      writeFileSync(join(start.home, school, 'school.json'), JSON.stringify({ code: school, portfolioPasswordFile: start.file('password.txt', 'Pw-12345\n') }));
      await inside(start).run('seal', 'keys', 'create', '--school', school, '--today', '2026-02-01');
    }
    await writeExport(join(start.root, 'works'), 'exchange-json', A, [enrolled(A, LEAVES, '113-2'), work(A, LEAVES, 1)]);
    await inside(start).run('import', join(start.root, 'works'), '--school', A);
    await writeExport(join(start.root, 'roster'), 'national-roster', B, [enrolled(B, LEAVES, '114-1')]);
    await inside(start).run('import', join(start.root, 'roster'), '--school', B);
    // What else there is to be done in the night is done before.
    await inside(start).run(...NIGHT);
  });

  /** Kills a night at each of its steps in turn, does it again, and gives how many steps there are and what became of each. */
  async function killedEverywhere<T>(school: string, fill: (made: Workspace) => void, outcome: (made: Workspace) => Promise<T>): Promise<T[]> {
    const found: T[] = [];
    for (let step = 1; ; step += 1) {
      const made = start.copy();
      fill(made);
      const [, signal] = await once(night(made, school, step), 'exit');
      if (signal === 'SIGKILL') expect([0, 2, 99]).toContain((await inside(made).run(...NIGHT, '--school', school)).code);
      found.push(await outcome(inside(made)));
      if (signal !== 'SIGKILL') return found;
    }
  }

  test.each(['exchange', 'sealed'])('while it hands over, and done again leaves one %s package a list, the one that is noted', async (format) => {
    const found = await killedEverywhere(A, (made) => {
      mkdirSync(of(made, A, 'out'), { recursive: true });
      writeFileSync(join(of(made, A, 'out'), `${B}.${format}.txt`), LEAVES.idNumber);
    }, async (made) => {
      const ready = digests(of(made, A, 'ready'));
      const { value } = await made.json('portfolio', 'list', '--school', A);
      return { out: readdirSync(of(made, A, 'out')), ready: Object.keys(ready).length, isNoted: value.out.map(({ file, sha256 }: Json) => ready[file] === sha256) };
    });
    expect(found.length).toBeGreaterThan(5);
    expect(found).toEqual(found.map(() => ({ out: [], ready: 1, isNoted: [true] })));
  });

  test('while it takes in, and done again takes every student in once', async () => {
    const found = await killedEverywhere(B, (made) => {
      mkdirSync(of(made, B, 'in'), { recursive: true });
      writeFileSync(join(of(made, B, 'in'), '1.zip'), packedZip('1', [packedStudent(A, LEAVES, { works: [1, 2].map((n) => packedWork(A, LEAVES, n)) })]));
    }, async (made) => {
      const { value } = await made.json('portfolio', 'list', '--school', B);
      const given = await made.json('portfolio', 'export', '--school', B, '--student', LEAVES.idNumber, '--to', A, '--format', 'sealed', '--out', join(made.root, 'on'));
      return { in: readdirSync(of(made, B, 'in')), taken: value.in.length, items: given.value.items, attachments: given.value.attachments };
    });
    expect(found.length).toBeGreaterThan(5);
    expect(found).toEqual(found.map(() => ({ in: [], taken: 1, items: 2, attachments: 2 })));
  });
});
