/** Corrections: only what changed, held against the submission it refers to, and answered to by the next receipt. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { submissionSchema } from '../../src/core/schemas.ts';
import { compileSchema } from '../../src/formats/json/schema.ts';
import { received, type Student, studentsOf, withCorrection } from '../central-database.ts';
import { type Json, type Workspace, writePolicy } from '../licheng.ts';
import { SCHOOL, type Sheet, sheet, sheetsOf, withCells, workbook } from '../rosters.ts';
import { HERE, manifestOf, type Submitted, submitted, take } from './receipt-support.ts';

const KIND = '修課紀錄';
const SEED = 'correction';
const STUDENTS = 12;
const sheets = sheetsOf(STUDENTS, { seed: SEED });
const scores = sheet(sheets, '學期成績', '學生成績名冊');

let base: Submitted;
beforeAll(async () => {
  base = await submitted(STUDENTS, SEED);
  await take(base.home, base.receipts);
});

const at = (day: string) => ['--today', day] as const;
const pack = (home: Workspace, ...args: readonly string[]): Promise<{ code: number | null; value: Json }> => home.json('pack', 'term', ...HERE, '--correction', ...args, ...at('2026-03-05'));
const line = async (home: Workspace, day: string): Promise<Json> => (await home.json('receipt', 'status', '--school', SCHOOL, ...at(day))).value.kinds.find(({ kind }: Json) => kind === KIND);

/** The school corrects its day scores and exports them again. */
async function hand(home: Workspace, corrected: Sheet, code = 0): Promise<void> {
  const book = sheets.filter(({ roster }) => roster === '學生成績名冊').map((one) => (one === scores ? corrected : one));
  expect((await home.run('import', home.file('114_1_學生成績名冊.xlsx', await workbook(book)), '--school', SCHOOL)).code).toBe(code);
}

/** Row of the first day student, whose id is given too. */
const [first] = scores.rows;
const id = first![scores.header.indexOf('身分證號')]!;
const rowsOfFirst = scores.rows.filter((row) => row[0] === id).length;
const better = withCells(scores, 0, { 學期學業成績: '91', 成績及格: '1', 補考成績: '-1', 補考及格: '-1' });

describe('a correction', () => {
  test('carries all rows of the students whose rows changed in a sheet, and refers to what it corrects', async () => {
    const home = base.home.copy();
    expect(await pack(home)).toMatchObject({ code: 99, value: { status: 'unchanged', corrects: 1, students: 0, package: null } });
    await hand(home, better);
    const { code, value } = await pack(home);
    expect([code, value.status, value.corrects, value.students, value.removed]).toEqual([0, 'packed', 1, 1, 0]);
    expect(value.rosters).toEqual([{ rosterType: '2', file: '學生成績名冊.xlsx', sheets: { 學期成績: rowsOfFirst, 補修成績: 0, 轉學轉科成績: 0 } }]);
    const manifest = await manifestOf(value.package);
    expect(compileSchema(submissionSchema(), { allErrors: true })(manifest)).toEqual([]);
    const whole = await manifestOf(base.package);
    expect(whole.corrects).toBeUndefined();
    expect(manifest).toMatchObject({ term: '114-1', edition: 'term-submission', rows: rowsOfFirst, corrects: { package: base.package.split('/').at(-1), removed: [] } });
    const held = (await received(value.package))[KIND]![KIND] as Student[];
    expect(held.map(({ 身分證號 }) => 身分證號)).toEqual([id]);
    expect(await pack(home)).toMatchObject({ code: 99, value: { status: 'unchanged', package: value.package, sha256: value.sha256 } });
  });

  test('says whose rows are gone altogether', async () => {
    const home = base.home.copy();
    writePolicy(home, { thresholds: { courseRecord: { updated: 1, gone: 1 } } });
    await hand(home, { ...scores, rows: scores.rows.filter((row) => row[0] !== id) });
    const { code, value } = await pack(home);
    expect([code, value.students, value.removed, value.rosters]).toEqual([0, 1, 1, []]);
    expect((await manifestOf(value.package)).corrects.removed).toEqual([{ file: '學生成績名冊.xlsx', roster: '學生成績名冊', rosterType: '2', sheet: '學期成績', student: first!.slice(0, 2).join(' ') }]);
    // A receipt without these rows is then what was submitted.
    const without = { ...base.receipts, [KIND]: { ...base.receipts[KIND]!, 名冊資訊: [{ 名稱: '更正', SHA: value.sha256 }], [KIND]: (base.receipts[KIND]![KIND] as Student[]).map(({ 學期成績, ...student }) => (student.身分證號 === id ? student : { ...student, ...(學期成績 ? { 學期成績 } : {}) })) } };
    expect((await take(home, without, {}, ...at('2026-03-06'))).value).toMatchObject({ status: 'imported', missing: 0, extra: 0, changed: 0 });
  });

  test('does not keep a later whole submission from being packed, nor that one a correction of the first', async () => {
    const home = base.home.copy();
    await hand(home, better);
    expect((await pack(home)).value.status).toBe('packed');
    expect((await home.json('pack', 'term', ...HERE, ...at('2026-03-05'))).value.status).toBe('packed');
    expect((await home.json('pack', 'term', ...HERE, ...at('2026-03-05'))).code).toBe(99);
    expect(await pack(home)).toMatchObject({ code: 0, value: { status: 'packed', corrects: 1, students: 1 } });
    expect(await pack(home, '--corrects', '3')).toMatchObject({ code: 99, value: { corrects: 3, students: 0 } });
    expect((await pack(home, '--corrects', '9')).code).toBe(64);
  });

  test('carries with --resend what the newest receipt lacks or has otherwise, and nothing else', async () => {
    const home = base.home.copy();
    const [, second] = studentsOf(base.receipts[KIND]!);
    const lost = { ...base.receipts[KIND]!, [KIND]: studentsOf(base.receipts[KIND]!).map((student) => (student === second ? { ...student, 學期成績: (student['學期成績'] as unknown[]).slice(1) } : student)) };
    expect((await take(home, { ...base.receipts, [KIND]: lost })).value.differences).toMatchObject([{ type: 'ours-only', sheet: '學期成績' }]);
    expect((await pack(home)).value.status).toBe('unchanged');
    const { code, value } = await pack(home, '--resend');
    expect([code, value.status, value.students, value.rosters]).toEqual([0, 'packed', 1, [{ rosterType: '2', file: '學生成績名冊.xlsx', sheets: { 學期成績: (second!['學期成績'] as unknown[]).length, 補修成績: 0, 轉學轉科成績: 0 } }]]);
    const held = await received(value.package);
    expect(studentsOf(held[KIND]!).map(({ 身分證號 }) => 身分證號)).toEqual([second!.身分證號]);
    expect((await pack(home, '--resend')).value).toMatchObject({ status: 'unchanged', sha256: value.sha256 });
    expect((await take(home, withCorrection({ ...base.receipts, [KIND]: lost }, held), {}, ...at('2026-03-07'))).value.differences).toEqual([]);
    expect((await pack(home, '--resend')).value.status).toBe('unchanged');
  });

  test('is packed by an open gate only', async () => {
    const home = base.home.copy();
    await hand(home, withCells(scores, 0, { 課程代碼: '' }), 2);
    const { code, value } = await pack(home);
    expect([code, value.status, value.package]).toEqual([2, 'shut', null]);
  });
});

describe('the way of an objection', () => {
  /** A home in which one student's objection was found right and the data corrected. */
  async function objected(): Promise<{ home: Workspace; code: string; correction: Json }> {
    const home = base.home.copy();
    await home.run('receipt', 'open', ...HERE, ...at('2026-03-02'), '--to', '2026-03-06');
    const dropped = { [KIND]: { ...base.receipts[KIND]!, [KIND]: (base.receipts[KIND]![KIND] as Student[]).filter(({ 身分證號 }) => 身分證號 !== id) } };
    const code: string = (await take(home.copy(), dropped)).value.differences[0].ref;
    await home.run('receipt', 'object', ...HERE, ...at('2026-03-03'), '--kind', KIND, '--student', code, '--text', '第一科成績應為 91', '--sheet', '學期成績', '--row', '1');
    const { value } = await home.json('receipt', 'objections', '--school', SCHOOL, ...at('2026-03-03'));
    await home.run('receipt', 'answer', value.objections[0].id, '--school', SCHOOL, ...at('2026-03-04'), '--text', '已更正', '--corrected');
    expect(await line(home, '2026-03-04')).toMatchObject({ corrected: 1, resubmitted: 0 });
    await hand(home, better);
    const correction = (await pack(home)).value;
    expect(correction.waiting).toBe(1);
    expect(await line(home, '2026-03-05')).toMatchObject({ corrected: 0, resubmitted: 1 });
    return { home, code, correction };
  }

  test('ends in a row to be confirmed, when the receipt of the whole school has the correction', async () => {
    const { home, code, correction } = await objected();
    const { code: exit, value } = await take(home, withCorrection(base.receipts, await received(correction.package)), {}, ...at('2026-03-07'));
    expect([exit, value.differences]).toEqual([0, []]);
    expect(await line(home, '2026-03-07')).toMatchObject({ version: 2, resubmitted: 0, objected: 0, open: 12 });
    await home.run('receipt', 'open', ...HERE, ...at('2026-03-07'), '--to', '2026-03-09', '--kind', KIND);
    await home.run('receipt', 'confirm', ...HERE, ...at('2026-03-08'), '--kind', KIND, '--student', code);
    await home.run('receipt', 'close', '--school', SCHOOL, ...at('2026-03-10'));
    expect(await line(home, '2026-03-10')).toMatchObject({ confirmed: 1, silent: 11, state: 'settled' });
  });

  test('ends so too when the receipt answers to the correction alone, and nobody else is touched', async () => {
    const { home, correction } = await objected();
    const { code, value } = await take(home, await received(correction.package), {}, ...at('2026-03-07'));
    expect([code, value.kinds[KIND].students, value.matched, value.differences]).toEqual([0, 1, rowsOfFirst, []]);
    expect(await line(home, '2026-03-07')).toMatchObject({ version: 2, students: 12, resubmitted: 0, open: 12 });
    // What the central database has is the first receipt with the correction over it.
    const out = `${home.root}/sheets`;
    await home.run('receipt', 'sheets', ...HERE, ...at('2026-03-07'), '--out', out, '--kind', KIND);
    const report = await home.json('receipt', 'import', home.file('again.zip', 'x'), ...HERE);
    expect(report.value.status).toBe('refused');
    const { readdirSync } = await import('node:fs');
    const pages = readdirSync(`${out}/114-1`, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && /_[0-9A-F]{4}-[0-9A-F]{4}\.html$/.test(entry.name)).map((entry) => readFileSync(`${entry.parentPath}/${entry.name}`, 'utf8'));
    expect(pages).toHaveLength(STUDENTS);
    expect(pages.filter((page) => page.includes('class="unequal"') || page.includes('class="ours-only"') || page.includes('class="theirs-only"'))).toEqual([]);
    expect(pages.filter((page) => page.includes('</span>91</td>')).length).toBeGreaterThan(0);
  });

  test('comes back to the school when the correction was received and changed nothing', async () => {
    const { home, correction } = await objected();
    const ignored = { ...base.receipts, [KIND]: { ...base.receipts[KIND]!, 名冊資訊: [{ 名稱: '更正', SHA: correction.sha256 }] } };
    const { value } = await take(home, ignored, {}, ...at('2026-03-07'));
    expect(value.differences.map(({ type, fields }: Json) => [type, fields.map(({ field }: Json) => field).includes('學期學業成績')])).toEqual([['unequal', true]]);
    expect(await line(home, '2026-03-07')).toMatchObject({ objected: 1, pending: 1, resubmitted: 0, whoseMove: 'school' });
    expect((await home.json('receipt', 'objections', '--school', SCHOOL, ...at('2026-03-07'))).value.objections).toMatchObject([{ due: '2026-03-10', text: '第一科成績應為 91' }]);
  });

  test('goes on waiting when the receipt is older than the correction', async () => {
    const { home } = await objected();
    const older = { ...base.receipts, [KIND]: { ...base.receipts[KIND]!, 版本: 2 } };
    expect((await take(home, older, {}, ...at('2026-03-07'))).value.differences).toEqual([]);
    expect(await line(home, '2026-03-07')).toMatchObject({ resubmitted: 1, objected: 0 });
  });
});
