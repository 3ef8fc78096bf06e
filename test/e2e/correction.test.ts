/** Handing in again: what replaces what, what is left alone, and the way back to an open gate. */
import { execFileSync, spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { inside, type Json, schoolHome, workspace, type Workspace } from '../licheng.ts';
import { csv, SCHOOL, sheet, type Sheet, sheetsOf, TERM, withCells, workbook, zip } from '../rosters.ts';

const HERE = ['--school', SCHOOL, '--term', TERM] as const;
const clean = sheetsOf(8);
const students = sheet(clean, '學生資料');
const scores = sheet(clean, '學期成績', '學生成績名冊');
const badDate = withCells(students, 1, { 出生日期: '0990230' });
const noCode = { ...scores, header: scores.header.map((text) => (text === '課程代碼' ? '代號' : text)) };

async function hand(home: Workspace, name: string, bytes: Uint8Array | string): Promise<{ code: number | null; file: Json }> {
  const { code, value } = await home.json('import', home.file(name, bytes), '--school', SCHOOL);
  return { code, file: value.files[0] };
}

const gate = async (home: Workspace): Promise<Json> => (await home.json('check', ...HERE)).value;

describe('a corrected roster', () => {
  let home: Workspace;
  beforeAll(async () => { home = await schoolHome(SCHOOL, inside(workspace())); });

  test('takes the place of the rows of the same sheets, and settles their quarantine', async () => {
    expect(await hand(home, 'scores.xlsx', await workbook([scores]))).toMatchObject({ code: 0, file: { status: 'imported' } });
    expect(await hand(home, 'students.xlsx', await workbook([badDate]))).toMatchObject({ code: 2, file: { status: 'imported', rejected: 1, records: { student: 7 } } });
    const shut = await gate(home);
    expect(shut).toMatchObject({ gate: 'shut', summary: { records: { student: 7 } }, quarantined: 1 });

    // Another name: the sheets decide, not the file.
    expect(await hand(home, 'students-corrected.xlsx', await workbook([students]))).toMatchObject({ code: 0, file: { records: { student: 8 } } });
    const open = await gate(home);
    expect(open).toMatchObject({ gate: 'open', summary: { records: { student: 8, courseRecord: scores.rows.length } }, quarantined: 0 });
    expect(open.files.map((file: Json) => file.file)).toEqual(['scores.xlsx', 'students-corrected.xlsx']);
  });

  test('that is handed in twice is unchanged', async () => {
    expect(await hand(home, 'students-corrected.xlsx', await workbook([students]))).toMatchObject({ code: 99, file: { status: 'unchanged' } });
    expect((await gate(home)).gate).toBe('open');
  });

  test('can be taken back by handing in what was before', async () => {
    const changed = withCells(students, 0, { 班級名稱: '999' });
    expect(await hand(home, 'students-corrected.xlsx', await workbook([changed]))).toMatchObject({ code: 0, file: { status: 'imported' } });
    expect(await hand(home, 'students-corrected.xlsx', await workbook([students]))).toMatchObject({ code: 0, file: { status: 'imported' } });
    const again = await home.json('pack', 'term', ...HERE);
    expect(again.value.rosters.find((roster: Json) => roster.file === '學生資料名冊.xlsx').sheets['學生資料']).toBe(8);
  });
});

describe('a quarantined file is settled', () => {
  /** A home with good students, then a file nobody can read. */
  async function spoilt(name: string, bytes: Uint8Array | string): Promise<Workspace> {
    const home = await schoolHome(SCHOOL, inside(workspace()));
    await hand(home, 'students.xlsx', await workbook([students]));
    expect(await hand(home, name, bytes)).toMatchObject({ code: 2, file: { status: 'quarantined' } });
    expect(await gate(home)).toMatchObject({ gate: 'shut', quarantined: 1 });
    return home;
  }

  async function settled(home: Workspace): Promise<void> {
    expect(await gate(home)).toMatchObject({ gate: 'open', quarantined: 0 });
    expect((await home.json('quarantine', 'list', '--school', SCHOOL)).value.items).toEqual([]);
  }

  test('by its corrected version of the same name', async () => {
    const home = await spoilt('scores.xlsx', await workbook([noCode]));
    expect(await hand(home, 'scores.xlsx', await workbook([scores]))).toMatchObject({ code: 0 });
    await settled(home);
  });

  test('by the version that was good before', async () => {
    const home = await schoolHome(SCHOOL, inside(workspace()));
    await hand(home, 'scores.xlsx', await workbook([scores]));
    expect(await hand(home, 'scores.xlsx', await workbook([noCode]))).toMatchObject({ code: 2, file: { status: 'quarantined' } });
    expect((await gate(home)).gate).toBe('shut');
    await hand(home, 'scores.xlsx', await workbook([scores]));
    await settled(home);
  });

  test('when its archive can be opened', async () => {
    const good = await zip([{ name: 'scores.xlsx', bytes: await workbook([scores]) }]);
    const home = await spoilt('night.zip', good.slice(0, -40));
    expect(await hand(home, 'night.zip', good)).toMatchObject({ code: 0 });
    await settled(home);
  });

  test('when the same entry comes in the archive of another day', async () => {
    const home = await spoilt('0101.zip', await zip([{ name: 'scores.xlsx', bytes: await workbook([noCode]) }]));
    expect(await hand(home, '0102.zip', await zip([{ name: 'scores.xlsx', bytes: await workbook([scores]) }]))).toMatchObject({ code: 0 });
    await settled(home);
  });

  test('not by another file', async () => {
    const home = await spoilt('scores.xlsx', await workbook([noCode]));
    await hand(home, 'students.xlsx', await workbook([withCells(students, 0, { 班級名稱: '999' })]));
    expect(await gate(home)).toMatchObject({ gate: 'shut', quarantined: 1 });
  });

  test('by discarding it with a reason', async () => {
    const home = await spoilt('scores.xlsx', await workbook([noCode]));
    const [item] = (await home.json('quarantine', 'list', '--school', SCHOOL)).value.items;
    expect((await home.run('quarantine', 'discard', item.id, '--school', SCHOOL)).code).toBe(64);
    expect(await home.json('quarantine', 'discard', item.id, '--school', SCHOOL, '--reason', '不是本校要送的檔案')).toMatchObject({ code: 0, value: { discarded: item.id } });
    expect((await home.run('quarantine', 'discard', item.id, '--school', SCHOOL, '--reason', 'x')).code).toBe(64);
    await settled(home);
  });
});

describe('reading quarantined originals again', () => {
  test('keeps what other files of the drop put into the same sheets', async () => {
    const home = await schoolHome(SCHOOL, inside(workspace()));
    const half = (from: number, to: number): Sheet => ({ ...students, rows: students.rows.slice(from, to) });
    const one = home.file('drop/one.xlsx', await workbook([half(0, 4)]));
    const two = home.file('drop/two.xlsx', await workbook([withCells(half(4, 8), 0, { 出生日期: '0990230' })]));
    expect((await home.json('import', one, two, '--school', SCHOOL)).code).toBe(2);
    expect((await gate(home)).summary.records).toEqual({ student: 7 });
    const replay = await home.json('quarantine', 'replay', '--school', SCHOOL);
    expect(replay).toMatchObject({ code: 2, value: { files: [{ file: 'two.xlsx', status: 'imported', rejected: 1 }] } });
    expect(await gate(home)).toMatchObject({ summary: { records: { student: 7 } }, quarantined: 1 });
  });

  test('leaves what still cannot be read where it is', async () => {
    const home = await schoolHome(SCHOOL, inside(workspace()));
    await hand(home, 'cut.zip', (await zip([{ name: 'a.csv', bytes: await csv(scores) }])).slice(0, 300));
    expect(await home.json('quarantine', 'replay', '--school', SCHOOL)).toMatchObject({ code: 2, value: { files: [{ file: 'cut.zip', status: 'quarantined', reasons: ['zip/damaged'] }] } });
    expect((await home.json('quarantine', 'list', '--school', SCHOOL)).value.items).toHaveLength(1);
  });

  test('takes in what was locked, once the school\'s password is known', async (context) => {
    context.skip(spawnSync('7z', ['i'], { stdio: 'ignore' }).status !== 0, '7z is not here');
    const home = await schoolHome(SCHOOL, inside(workspace()));
    home.file('students.xlsx', await workbook([students]));
    const locked = home.file('locked.zip', '');
    rmSync(locked);
    execFileSync('7z', ['a', '-tzip', '-psecret', '-mem=AES256', locked, join(home.root, 'files', 'students.xlsx')], { stdio: 'ignore' });
    expect(await home.json('import', locked, '--school', SCHOOL)).toMatchObject({ code: 2, value: { files: [{ file: 'locked.zip!students.xlsx', status: 'quarantined', reasons: ['zip/encrypted'] }] } });
    writeFileSync(join(home.home, SCHOOL, 'school.json'), JSON.stringify({ code: SCHOOL, zipPasswordFile: home.file('password.txt', 'secret\n') }));
    expect(await home.json('quarantine', 'replay', '--school', SCHOOL)).toMatchObject({ code: 0, value: { files: [{ file: 'locked.zip!students.xlsx', status: 'imported', records: { student: 8 } }] } });
    expect(await gate(home)).toMatchObject({ gate: 'open', quarantined: 0, summary: { records: { student: 8 } } });
  });

  test('has nothing to do where nothing is in quarantine', async () => {
    const home = await schoolHome(SCHOOL, inside(workspace()));
    await hand(home, 'students.xlsx', await workbook([students]));
    expect((await home.json('quarantine', 'replay', '--school', SCHOOL)).code).toBe(99);
  });
});

describe('a term asked for', () => {
  test('is the term of a file that says none, also when it was read for another before', async () => {
    const home = await schoolHome(SCHOOL, inside(workspace()));
    const file = home.file('學期成績.csv', await csv(scores));
    const take = async (...term: readonly string[]): Promise<Json> => home.json('import', file, '--school', SCHOOL, ...term);
    expect(await take()).toMatchObject({ code: 2, value: { files: [{ status: 'quarantined', reasons: ['intake/no-term'] }] } });
    expect(await take('--term', '113-2')).toMatchObject({ code: 0, value: { files: [{ status: 'imported' }] } });
    expect(await take('--term', TERM)).toMatchObject({ code: 0, value: { files: [{ status: 'imported' }] } });
    expect(await take('--term', TERM)).toMatchObject({ code: 99, value: { files: [{ status: 'unchanged' }] } });
    expect(await gate(home)).toMatchObject({ summary: { records: { courseRecord: scores.rows.length } } });
  });

  test('does not move a file that says its own', async () => {
    const home = await schoolHome(SCHOOL, inside(workspace()));
    const file = home.file('students.xlsx', await workbook([students]));
    expect((await home.json('import', file, '--school', SCHOOL)).code).toBe(0);
    expect(await home.json('import', file, '--school', SCHOOL, '--term', '113-2')).toMatchObject({ code: 99, value: { files: [{ status: 'unchanged' }] } });
    expect((await gate(home)).summary.records).toEqual({ student: 8 });
  });
});

test('a whole drop with nothing new is nothing to do', async () => {
  const home = await schoolHome(SCHOOL, inside(workspace()));
  home.file('drop/a.xlsx', await workbook([students]));
  home.file('drop/b.xlsx', await workbook([scores]));
  const drop = join(home.root, 'files', 'drop');
  expect((await home.json('import', drop, '--school', SCHOOL)).code).toBe(0);
  const again = await home.json('import', drop, '--school', SCHOOL);
  expect(again.code).toBe(99);
  expect(again.value.files.map((file: Json) => file.status)).toEqual(['unchanged', 'unchanged']);
});
