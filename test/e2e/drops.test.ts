/** The forms a drop may have: one sheet as CSV, a folder, a ZIP, workbooks in a ZIP, the same name twice. */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inside, type Json, schoolHome, workspace } from '../licheng.ts';
import { csv, SCHOOL, sheet, type Sheet, sheetsOf, TERM, workbook, workbooks, zip } from '../rosters.ts';

const CSV_NAME = '114_1_學生成績名冊_學期成績.csv';
const clean = sheetsOf(6);
const scores = sheet(clean, '學期成績', '學生成績名冊');
const rowsOf = (sheets: readonly Sheet[]): number => sheets.reduce((sum, one) => sum + one.rows.length, 0);
const recordsOf = (files: readonly Json[]): number => files.flatMap((file) => Object.values<number>(file.records)).reduce((sum, count) => sum + count, 0);

describe('one sheet alone as CSV', () => {
  test.each(['utf-8', 'cp950'] as const)('in %s is taken by its name and packed into its workbook', async (encoding) => {
    const home = await schoolHome(SCHOOL, inside(workspace()));
    const { code, value } = await home.json('import', home.file(CSV_NAME, await csv(scores, encoding)), '--school', SCHOOL);
    expect(code).toBe(0);
    expect(value.files).toEqual([expect.objectContaining({ file: CSV_NAME, system: 'national-roster', status: 'imported', records: { courseRecord: scores.rows.length }, rejected: 0, reasons: [] })]);
    const check = await home.json('check', '--school', SCHOOL, '--term', TERM);
    expect(check.value).toMatchObject({ gate: 'open', summary: { records: { courseRecord: scores.rows.length } } });
    const pack = await home.json('pack', 'term', '--school', SCHOOL, '--term', TERM);
    expect(pack.value).toMatchObject({ status: 'packed', rosters: [{ file: '學生成績名冊.xlsx', sheets: { 學期成績: scores.rows.length } }] });
  });
});

describe('many files', () => {
  test('of a folder are one drop, and what lies beside the data is left out', async () => {
    const home = await schoolHome(SCHOOL, inside(workspace()));
    for (const { name, bytes } of await workbooks(clean)) home.file(`drop/deep/${name}`, bytes);
    home.file('drop/.DS_Store', 'x');
    home.file('drop/~$名冊.xlsx', 'x');
    home.file('drop/half.csv.part', 'x');
    const { code, value } = await home.json('import', join(home.root, 'files', 'drop'), '--school', SCHOOL);
    expect(code).toBe(0);
    expect(value.files.map((file: Json) => file.file)).toEqual((await workbooks(clean)).map(({ name }) => `deep/${name}`).sort());
    expect(recordsOf(value.files)).toBe(rowsOf(clean));
  });

  test('of a ZIP are one drop, workbooks and CSV alike', async () => {
    const home = await schoolHome(SCHOOL, inside(workspace()));
    const rest = (await workbooks(clean.filter((one) => one !== scores)));
    const bytes = await zip([...rest, { name: `成績/${CSV_NAME}`, bytes: await csv(scores, 'cp950') }]);
    const { code, value } = await home.json('import', home.file('014302.zip', bytes), '--school', SCHOOL);
    expect(code).toBe(0);
    expect(value.files.map((file: Json) => file.file).sort()).toEqual([...rest.map(({ name }) => `014302.zip!${name}`), `014302.zip!成績/${CSV_NAME}`].sort());
    expect(recordsOf(value.files)).toBe(rowsOf(clean));
    expect((await home.json('import', home.file('014302.zip', bytes), '--school', SCHOOL)).code).toBe(99);
  });

  test('that fill the same sheet are joined, not replaced by one another', async () => {
    const home = await schoolHome(SCHOOL, inside(workspace()));
    const half = (from: number, to?: number): Promise<Uint8Array> => csv({ ...scores, rows: scores.rows.slice(from, to) });
    const one = home.file(`1/${CSV_NAME}`, await half(0, 30));
    const two = home.file(`2/${CSV_NAME}`, await half(30));
    const { code, value } = await home.json('import', one, two, '--school', SCHOOL);
    expect(code).toBe(0);
    expect(new Set(value.files.map((file: Json) => file.file)).size).toBe(2);
    const check = await home.json('check', '--school', SCHOOL, '--term', TERM);
    expect(check.value).toMatchObject({ gate: 'open', summary: { records: { courseRecord: scores.rows.length } } });
  });

  test('of one name, one good and one bad, are told apart', async () => {
    const home = await schoolHome(SCHOOL, inside(workspace()));
    const bad = home.file(`1/${CSV_NAME}`, 'a,b\n1,2\n');
    const good = home.file(`2/${CSV_NAME}`, await csv(scores));
    const { code, value } = await home.json('import', bad, good, '--school', SCHOOL);
    expect(code).toBe(2);
    expect(value.files.map((file: Json) => file.status)).toEqual(['quarantined', 'imported']);
    expect(await home.json('check', '--school', SCHOOL, '--term', TERM)).toMatchObject({ code: 2, value: { gate: 'shut', quarantined: 1 } });
  });

  test('given twice count once', async () => {
    const home = await schoolHome(SCHOOL, inside(workspace()));
    const file = home.file(CSV_NAME, await csv(scores));
    const { code, value } = await home.json('import', file, join(home.root, 'files'), '--school', SCHOOL);
    expect(code).toBe(0);
    expect(value.files).toHaveLength(1);
  });
});

describe('files that are no tables', () => {
  test('are kept beside them, and nothing is held up because no item names them yet', async () => {
    const home = await schoolHome(SCHOOL, inside(workspace()));
    const roster = home.file('drop/students.xlsx', await workbook([sheet(clean, '學生資料')]));
    const pdf = home.file('drop/A123456789/課程學習成果/C01.pdf', '%PDF-1.7\n');
    const { code, value } = await home.json('import', join(pdf, '..', '..', '..'), '--school', SCHOOL);
    expect(code).toBe(0);
    expect(value.files).toEqual([
      expect.objectContaining({ file: 'students.xlsx', records: { student: 6 } }),
      expect.objectContaining({ file: 'A12345****/課程學習成果/C01.pdf', system: null, status: 'imported', records: { attachment: 1 }, rejected: 0, reasons: ['attachment/unnamed'] }),
    ]);
    expect((await home.json('check', '--school', SCHOOL, '--term', TERM)).value).toMatchObject({ gate: 'open', summary: { errors: 0, warnings: 1 }, quarantined: 1 });
    expect((await home.json('import', roster, '--school', SCHOOL)).code).toBe(99);

    const [item] = (await home.json('quarantine', 'list', '--school', SCHOOL)).value.items;
    expect(item).toMatchObject({ problem: 'attachment/unnamed' });
    expect((await home.run('quarantine', 'discard', item.id, '--school', SCHOOL, '--reason', '不需要')).code).toBe(0);
    // The list of what no item names is made anew: what was put out of the way stays there.
    expect((await home.json('import', home.file('drop/B123456780/another.png', '\x89PNG'), '--school', SCHOOL)).code).toBe(0);
    expect((await home.json('quarantine', 'list', '--school', SCHOOL)).value.items).toHaveLength(1);
  });
});

describe('an inbox', () => {
  test('is one drop at night; what cannot be read leaves it all the same, kept and named', async () => {
    const home = await schoolHome(SCHOOL, inside(workspace()));
    const inbox = join(home.home, SCHOOL, 'inbox');
    mkdirSync(join(inbox, 'night'), { recursive: true });
    writeFileSync(join(inbox, 'night', 'students.xlsx'), await workbook([sheet(clean, '學生資料')]));
    writeFileSync(join(inbox, 'old.rar'), 'Rar!\x1a\x07');
    writeFileSync(join(inbox, 'upload.csv.part'), 'half');
    const { code, value } = await home.json('run');
    expect(code).toBe(2);
    expect(value.schools[0]).toMatchObject({ status: 'shut', imported: 6, whoseMove: 'school' });

    expect(readdirSync(inbox, { recursive: true }).sort()).toEqual(['night', 'upload.csv.part']);
    expect((await home.json('quarantine', 'list', '--school', SCHOOL)).value.items).toEqual([expect.objectContaining({ file: 'old.rar', problem: 'file/unknown-format' })]);
  });

  test('with nothing but rubbish is still reported for the working term', async () => {
    const home = await schoolHome(SCHOOL, inside(workspace()));
    writeFileSync(join(home.home, SCHOOL, 'school.json'), JSON.stringify({ code: SCHOOL, term: TERM }));
    writeFileSync(join(home.home, SCHOOL, 'inbox', 'scan.pdf'), '%PDF-1.7\n');
    const { code, value } = await home.json('run');
    expect(value.schools[0]).toMatchObject({ status: 'shut', imported: 1, rejected: 0, whoseMove: 'school' });
    expect(code).toBe(2);
    expect((await home.json('check', '--school', SCHOOL, '--term', TERM)).value).toMatchObject({ gate: 'shut', summary: { errors: 0, warnings: 1 }, quarantined: 1 });
  });

  test('of one school does not stop another', async () => {
    const home = await schoolHome(SCHOOL, inside(workspace()));
    expect((await home.run('init', '--school', '990398')).code).toBe(0);
    writeFileSync(join(home.home, '990398', 'school.json'), '{"code":"wrong"}');
    writeFileSync(join(home.home, SCHOOL, 'inbox', 'students.xlsx'), await workbook([sheet(clean, '學生資料')]));
    const { code, value } = await home.json('run');
    expect(code).toBe(4);
    expect(value.schools.map((school: Json) => [school.school, school.status, school.whoseMove])).toEqual([['990398', 'fault', 'operator'], [SCHOOL, 'packed', 'none']]);
  });
});
