/** `codes compare` from outside: what a school that keeps to its plan gets, what one that does not, and when it is asked again. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { coursesOf } from '../../../src/cli/demo/district/courses.ts';
import { writeXlsx } from '../../../src/formats/xlsx/write.ts';
import { digests, inside, type Json, schoolHome, workspace, type Workspace } from '../../licheng.ts';
import { SCHOOL, sheet, type Sheet, sheetsOf, TERM, withCells, workbook } from '../../rosters.ts';

const HERE = ['--school', SCHOOL, '--term', TERM] as const;
const on = (day: string): readonly string[] => [...HERE, '--today', day];
const sheets = sheetsOf(30, { seed: 'codes' });
const students = sheet(sheets, '學生資料');
/** The night division of the made-up school has no plan of its own. */
const scores = sheet(sheets, '學期成績', '學生成績名冊');

interface Course { 課程代碼: string; 科目名稱: string; 授課學期學分節數: string; 授課學期開課方式: string; 課程屬性: string }

const inTerms = (grade: number, character: string, none: string): string => [1, 2, 3].map((one) => (one === grade ? character : none).repeat(2)).join('');

/** What the platform would answer about the made-up school. */
function plan(change: (courses: Course[], year: number) => Course[] = (courses) => courses, years: readonly number[] = [112, 113, 114]): string {
  return JSON.stringify(years.map((year) => ({
    實施學年度: String(year), 課程類型: '普通型高中',
    課程資料: change(([1, 2, 3] as const).flatMap((grade) => coursesOf(SCHOOL, year, grade).map(({ courseCode, subjectName, credits }): Course => ({
      課程代碼: courseCode, 科目名稱: subjectName, 授課學期學分節數: inTerms(grade, String(credits), '0'), 授課學期開課方式: inTerms(grade, '0', '-'),
      課程屬性: `${courseCode.charAt(16)}${courseCode.charAt(18)}${courseCode.slice(19, 21)}`,
    }))), year),
  })));
}

async function hand(home: Workspace, name: string, bytes: Uint8Array | string): Promise<void> {
  const { code, stdout } = await home.run('import', home.file(name, bytes), '--school', SCHOOL);
  if (code !== 0) throw new Error(stdout);
}

const roster = async (home: Workspace, of: Sheet = scores): Promise<void> => hand(home, '成績.xlsx', await workbook([of]));

async function school(filed: string | null = plan()): Promise<Workspace> {
  const home = await schoolHome(SCHOOL, inside(workspace()));
  await hand(home, '學生.xlsx', await workbook([students], { rosterType: '1' }));
  await roster(home);
  if (filed !== null) await hand(home, 'GetAllCourses.json', filed);
  return home;
}

describe('a school that keeps to its plan', () => {
  let home: Workspace;
  let first: { code: number | null; value: Json };
  beforeAll(async () => {
    home = await school();
    writeFileSync(join(home.home, 'calendar.json'), JSON.stringify({ terms: { [TERM]: { firstDay: '2025-09-01', lastDay: '2026-01-20' } } }));
    first = await home.json('codes', 'compare', ...on('2025-09-10'));
  });

  test('is clean, and was compared in time', () => {
    expect(first.code).toBe(0);
    expect(Object.keys(first.value).slice(0, 6)).toEqual(['school', 'term', 'due', 'ranAt', 'summary', 'differences']);
    expect(first.value).toMatchObject({ school: SCHOOL, term: TERM, due: '2025-09-29', summary: {}, differences: [], remarks: [], cleanOn: '2025-09-10', first: '2025-09-10', plan: { years: [112, 113, 114], missing: [] } });
    expect(first.value.ranAt).toMatch(/^\d{4}-\d\d-\d\dT/);
    expect(first.value.compared.scores).toBe(scores.rows.length);
  });

  test('leaves a page and a workbook, and nothing to do the next day', async () => {
    const before = digests(home.home);
    const again = await home.json('codes', 'compare', ...on('2025-09-11'));
    expect(again).toMatchObject({ code: 99, value: { ...first.value } });
    expect(digests(home.home)).toEqual(before);
    const folder = join(home.home, SCHOOL, 'reports', TERM);
    expect(readFileSync(join(folder, 'codes.html'), 'utf8')).toContain('比對結果正確無誤');
    expect(existsSync(join(folder, 'codes.xlsx'))).toBe(true);
  });

  test('is compared again when the plan changes, and until nothing differs', async () => {
    await hand(home, 'GetAllCourses.json', plan((courses, year) => (year === 114 ? courses.map((course) => (course.科目名稱 === '數學' ? { ...course, 科目名稱: '數學A' } : course)) : courses)));
    const changed = await home.json('codes', 'compare', ...on('2025-10-01'));
    expect(changed).toMatchObject({ code: 2, value: { cleanOn: null, first: '2025-09-10', runs: [{ today: '2025-09-10', differences: 0 }, { today: '2025-10-01' }] } });
    expect(Object.keys(changed.value.summary)).toEqual(['NAME_OR_LEVEL']);
    for (const one of changed.value.differences) expect(one).toMatchObject({ kind: 'NAME_OR_LEVEL', ours: '數學', plan: '數學A', file: '成績.xlsx', sheet: '學期成績', student: expect.stringMatching(/^[A-Z]\d{5}\*{4}$/) });
    const column = scores.header.indexOf('科目名稱');
    const code = scores.header.indexOf('課程代碼');
    const renamed = { ...scores, rows: scores.rows.map((row) => (row[column] === '數學' && row[code]!.startsWith('114') ? row.with(column, '數學A') : row)) };
    await roster(home, renamed);
    expect(await home.json('codes', 'compare', ...on('2025-10-02'))).toMatchObject({ code: 0, value: { cleanOn: '2025-10-02', runs: [{}, {}, { today: '2025-10-02', differences: 0 }] } });
  });

  test('has every comparison in the audit log', () => {
    const log = Object.keys(digests(join(home.home, SCHOOL, 'audit'))).map((name) => readFileSync(join(home.home, SCHOOL, 'audit', name), 'utf8')).join('');
    expect(log.match(/codes\/compare/g)).toHaveLength(3);
  });
});

describe('what there is to compare', () => {
  test('is nothing without a plan, and nothing without courses', async () => {
    const home = await school(null);
    const none = await home.json('codes', 'compare', ...HERE);
    expect(none).toMatchObject({ code: 99, value: { school: SCHOOL, term: TERM, due: null, ranAt: null, summary: {}, differences: [] } });
    expect(none.stderr).toContain('platform of course plans');
    await hand(home, 'GetAllCourses.json', plan());
    expect((await home.json('codes', 'compare', '--school', SCHOOL, '--term', '113-2')).code).toBe(99);
    expect((await home.run('codes', 'compare', '--school', SCHOOL, '--term', '114-0')).code).toBe(64);
    expect((await home.run('codes', 'compare', 'more', ...HERE)).code).toBe(64);
  });

  test('is not clean where a year has students and no plan', async () => {
    const home = await school(plan(undefined, [113, 114]));
    const { code, value } = await home.json('codes', 'compare', ...HERE);
    expect(code).toBe(2);
    expect(value).toMatchObject({ summary: { GROUP_CODE: expect.any(Number) }, plan: { missing: [112] } });
    expect(value.differences.every((one: Json) => one.reason === 'no-plan-year' && one.student === null && one.ours === `112${SCHOOL}H111011`)).toBe(true);
  });

  test('are the rows for which the school has no code, too, though they are in no roster', async () => {
    const home = await school();
    const without = withCells(scores, 0, { 課程代碼: '' });
    const { code } = await home.run('import', home.file('成績.xlsx', await workbook([without])), '--school', SCHOOL);
    expect(code).toBe(2);
    const { value } = await home.json('codes', 'compare', ...HERE);
    expect(value.summary).toEqual({ CODE_MISSING: 1 });
    expect(value.differences[0]).toMatchObject({ reason: 'no-code', row: 2, subject: scores.rows[0]![scores.header.indexOf('科目名稱')], plan: scores.rows[0]![scores.header.indexOf('課程代碼')] });
  });

  test('is the school\'s own table of courses, in both directions', async () => {
    const home = await school();
    const [known, gone, ...rest] = JSON.parse(plan()).flatMap(({ 課程資料 }: { 課程資料: Course[] }) => 課程資料) as Course[];
    const header = ['群組代碼', '課程代碼', '科目名稱', '入學年', '部定校訂', '必修選修', '課程類型', '群別', '科別', '班群', '授課學期學分/節數', '授課開課方式', '課程屬性'];
    const row = (course: Course): string[] => {
      const { 課程代碼: code } = course;
      const category = code.charAt(16);
      return [code.slice(0, 16), code, course.科目名稱, code.slice(0, 3), category === '1' ? '部訂' : '校訂', '12'.includes(category) ? '必修' : '選修', 'H', '11', '101', '1', course.授課學期學分節數, course.授課學期開課方式, course.課程屬性];
    };
    const table = await writeXlsx({ sheets: [{ title: '工作表1', header, rows: [row({ ...known!, 授課學期開課方式: '11----' }), ...rest.map(row)] }] });
    await hand(home, '114_1_課程代碼表.xlsx', table);
    const { value } = await home.json('codes', 'compare', ...HERE);
    expect(value.summary).toEqual({ OPEN_TYPE: 1, MISSING_IN_SIS: 1 });
    expect(value.differences.map((one: Json) => [one.kind, one.origin, one.courseCode])).toEqual([['OPEN_TYPE', 'course', known!.課程代碼], ['MISSING_IN_SIS', 'plan', gone!.課程代碼]]);
  });
});

describe('a filed plan', () => {
  const PLAN_RULES = ['plan/code-exists', 'plan/credits-match', 'plan/name-matches', 'plan/taught-in-term'];

  test('is what a check asks, once it is there', async () => {
    const home = await school(null);
    const before = (await home.json('check', ...HERE)).value;
    expect(before.gate).toBe('open');
    expect(before.skipped.map(({ rule }: Json) => rule)).toEqual(expect.arrayContaining(PLAN_RULES));
    await hand(home, 'GetAllCourses.json', plan());
    const clean = (await home.json('check', ...HERE)).value;
    expect(clean).toMatchObject({ gate: 'open', summary: before.summary });
    expect(clean.skipped.filter(({ rule }: Json) => PLAN_RULES.includes(rule))).toEqual([]);
    await hand(home, 'GetAllCourses.json', plan((courses) => courses.slice(1)));
    const { code, value } = await home.json('check', ...HERE);
    expect(code).toBe(2);
    expect(value.rules[0]).toMatchObject({ rule: 'plan/code-exists', severity: 'error' });
  });

  test('that changed is a reason for the night to check again', async () => {
    const home = await school(plan());
    expect((await home.json('run', '--school', SCHOOL)).code).toBe(0);
    expect((await home.json('run', '--school', SCHOOL)).code).toBe(99);
    await hand(home, 'GetAllCourses.json', plan((courses) => courses.slice(1)));
    expect((await home.json('run', '--school', SCHOOL)).code).toBe(2);
  });
});

test('what is kept of a comparison is nowhere in clear', async () => {
  const home = await school(plan((courses) => courses.slice(1)));
  expect((await home.json('codes', 'compare', ...HERE)).code).toBe(2);
  const names = students.rows.map((row) => row[students.header.indexOf('身分證號')]!);
  for (const path of Object.keys(digests(home.home))) {
    const bytes = readFileSync(join(home.home, path));
    expect(names.filter((name) => bytes.includes(name)), path).toEqual([]);
  }
});

describe('when it is due', () => {
  const calendar = (home: Workspace, firstDay: string): void => writeFileSync(join(home.home, 'calendar.json'), JSON.stringify({ terms: { [TERM]: { firstDay } } }));
  const cell = (home: Workspace): Json => JSON.parse(readFileSync(join(home.home, 'reports', 'district.json'), 'utf8')).schools[0].cells.codes;
  const duty = async (home: Workspace, day: string): Promise<Json> => {
    const [line] = (await home.json('run', '--school', SCHOOL, '--today', day)).value.schools;
    return { state: line.comparison.state, whoseMove: line.whoseMove };
  };

  test('is four weeks after school began; late is the school\'s move, seen everywhere', async () => {
    const home = await school(null);
    calendar(home, '2025-09-01');
    expect(await home.json('codes', 'compare', ...on('2025-09-19'))).toMatchObject({ code: 99, value: { due: '2025-09-29', state: 'no-plan' } });
    expect((await home.run('codes', 'compare', ...on('2025-09-19'), '--lang', 'zh-TW')).stdout).toContain('沒有課程計畫');
    expect(await duty(home, '2025-09-29')).toEqual({ state: 'no-plan', whoseMove: 'none' });
    expect(await duty(home, '2025-09-30')).toEqual({ state: 'overdue', whoseMove: 'school' });
    const { code, value } = await home.json('calendar', '--school', SCHOOL, '--today', '2025-09-30');
    expect(code).toBe(2);
    expect(value.schools[0].violations).toEqual([expect.objectContaining({ rule: 'codes/comparison-overdue', term: TERM })]);
    expect(cell(home)).toMatchObject({ tone: 'error', text: { 'zh-TW': '逾期未比對' }, note: { 'zh-TW': '114-1 期限 2025-09-29' } });
  });

  test('ends with a clean comparison, which the night makes by itself and the district shows with its day', async () => {
    const home = await school();
    calendar(home, '2025-09-01');
    expect((await home.json('calendar', '--school', SCHOOL, '--today', '2025-09-20')).value.schools[0].next.map(({ what }: Json) => what)).toContain('comparison');
    expect(await duty(home, '2025-09-20')).toEqual({ state: 'clean', whoseMove: 'none' });
    expect((await home.run('run', '--school', SCHOOL, '--today', '2025-10-20')).code).toBe(99);
    expect((await home.json('calendar', '--school', SCHOOL, '--today', '2025-09-20')).value.schools[0].next.map(({ what }: Json) => what)).not.toContain('comparison');
    expect(cell(home)).toMatchObject({ tone: 'good', text: { 'zh-TW': '比對正確' }, note: { 'zh-TW': '114-1 2025-09-20' } });
    expect((await home.run('doctor', '--lang', 'zh-TW')).stdout).toContain('114-1 課程代碼比對於 2025-09-20 正確無誤');
  });

  test('says on its pages what the calendar says now', async () => {
    const home = await school();
    await home.run('codes', 'compare', ...on('2025-09-20'));
    const page = (): string => readFileSync(join(home.home, SCHOOL, 'reports', TERM, 'codes.html'), 'utf8');
    expect(page()).toContain('行事曆沒有開學日');
    calendar(home, '2025-09-01');
    expect((await home.json('codes', 'compare', ...on('2025-09-21'))).value).toMatchObject({ due: '2025-09-29', runs: [{ today: '2025-09-20' }] });
    expect(page()).toContain('期限為民國 114 年 9 月 29 日');
  });

  test('differences are the school\'s move until there are none', async () => {
    const home = await school(plan((courses, year) => (year === 114 ? courses.toSpliced(0, 1, { ...courses[0]!, 課程代碼: `${courses[0]!.課程代碼.slice(0, 21)}98` }) : courses)));
    expect(await duty(home, '2025-09-20')).toEqual({ state: 'differences', whoseMove: 'school' });
    await hand(home, 'GetAllCourses.json', plan());
    expect(await duty(home, '2025-09-21')).toEqual({ state: 'clean', whoseMove: 'none' });
  });
});
