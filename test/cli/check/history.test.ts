/** A pre-check repeated until it is clean: what went and what came, in the text, the JSON and the history. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { digests, inside, type Json, schoolHome, workspace, type Workspace } from '../../licheng.ts';
import { SCHOOL, sheet, sheetsOf, TERM, withCells, workbook } from '../../rosters.ts';

const HERE = ['--school', SCHOOL, '--term', TERM] as const;
const scores = sheet(sheetsOf(12), '學期成績', '學生成績名冊');
let home: Workspace;

/** Rows moved down by one do not make their findings new. */
async function hand(cells: Readonly<Record<number, Readonly<Record<string, string>>>>, turned = false): Promise<void> {
  const spoilt = Object.entries(cells).reduce((one, [row, texts]) => withCells(one, Number(row), texts), scores);
  const rows = turned ? [...spoilt.rows.slice(1), spoilt.rows[0]!] : spoilt.rows;
  expect((await home.run('import', home.file('成績.xlsx', await workbook([{ ...spoilt, rows }])), '--school', SCHOOL)).code).toBe(0);
}

const check = async (day: string): Promise<Json> => (await home.json('check', ...HERE, '--today', day)).value;

beforeAll(async () => {
  home = await schoolHome(SCHOOL, inside(workspace()));
  writeFileSync(join(home.home, 'calendar.json'), JSON.stringify({ terms: { [TERM]: { precheck: [{ from: '2026-02-01', to: '2026-02-20' }] } } }));
});

describe('a pre-check', () => {
  test('has no history before the first', async () => {
    await hand({ 0: { 學期學業成績: '160' }, 1: { 學期學業成績: '170' }, 2: { 是否採計學分: '7' } });
    expect(await home.json('check', ...HERE, '--history')).toMatchObject({ code: 99, value: { precheck: { state: 'never', window: { from: '2026-02-01', to: '2026-02-20' } }, runs: [] } });
  });

  test('is repeated: what went and what came is told apart from what only moved', async () => {
    const first = await check('2026-02-02');
    expect(first).toMatchObject({ gate: 'shut', changes: null, duties: { precheck: { state: 'errors', on: '2026-02-02', errors: first.summary.errors } } });
    await hand({ 1: { 學期學業成績: '170' }, 3: { 是否採計學分: '7' } }, true);
    const second = await check('2026-02-03');
    const of = (rule: string): Json => second.changes.rules.find((change: Json) => change.rule === rule) ?? null;
    expect(of('course/score-range')).toEqual({ rule: 'course/score-range', came: 0, went: 1 });
    expect(second.changes.since).toMatchObject({ today: '2026-02-02' });
    const { stdout } = await home.run('check', ...HERE, '--today', '2026-02-04', '--lang', 'zh-TW');
    expect(stdout).toMatch(/與 2026-02-02 的檢查相比：消失 \d+、新增 \d+/);
    expect(stdout).toContain('國教署預檢期間 2026-02-01 至 2026-02-20');
  });

  test('that new data came after is to be made again', async () => {
    await hand({});
    const { value } = await home.json('check', ...HERE, '--history');
    expect(value).toMatchObject({ precheck: { state: 'changed', on: '2026-02-03' }, runs: [{ number: 1 }, { number: 2 }] });
  });

  test('is clean in the end, and stays so with its day', async () => {
    expect(await check('2026-02-05')).toMatchObject({ gate: 'open', duties: { precheck: { state: 'clean', on: '2026-02-05', errors: 0 } } });
    expect((await check('2026-02-09')).duties.precheck).toMatchObject({ state: 'clean', on: '2026-02-05' });
    const before = digests(home.home);
    const { code, value } = await home.json('check', ...HERE, '--history');
    expect(code).toBe(0);
    expect(value.precheck).toMatchObject({ state: 'clean', on: '2026-02-05' });
    expect(value.runs.map(({ number, today, errors }: Json) => [number, today, errors === 0])).toEqual([[1, '2026-02-02', false], [2, '2026-02-03', false], [3, '2026-02-05', true]]);
    const [first, , last] = value.runs;
    expect(first).toMatchObject({ went: null, came: null, rules: null });
    expect(last.rules.every(({ came, title }: Json) => came === 0 && title.length > 0)).toBe(true);
    expect(last.went).toBe(last.rules.reduce((sum: number, { went }: Json) => sum + went, 0));
    expect(digests(home.home)).toEqual(before);
    const { stdout } = await home.run('check', ...HERE, '--history', '--lang', 'zh-TW');
    expect(stdout).toContain('114-1 預檢檢查於 2026-02-05 無錯誤；國教署預檢期間 2026-02-01 至 2026-02-20');
    expect(stdout).toContain('第 3 次 2026-02-05  錯誤 0');
  });

  test('is what the school\'s report and the district\'s page show', async () => {
    await home.run('run', '--school', SCHOOL, '--today', '2026-02-10');
    const said = '114-1 預檢檢查於 2026-02-05 無錯誤';
    expect(readFileSync(join(home.home, SCHOOL, 'reports', TERM, 'check.html'), 'utf8')).toContain(said);
    const [line] = JSON.parse(readFileSync(join(home.home, 'reports', 'district.json'), 'utf8')).schools;
    expect(line.cells.precheck).toMatchObject({ tone: 'good', text: { 'zh-TW': '無錯誤' }, note: { 'zh-TW': '114-1 2026-02-05' } });
  });
});
