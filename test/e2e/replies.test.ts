/** The registrar's way from an error reply to the row, on the command line. */
import { beforeAll, expect, test } from 'vitest';
import { inside, type Json, schoolHome, workspace, type Workspace } from '../licheng.ts';
import { SCHOOL, sheet, sheetsOf, TERM, workbooks } from '../rosters.ts';

const HERE = ['--school', SCHOOL, '--term', TERM, '--today', '2026-02-20'] as const;
const clean = sheetsOf(4);
const scores = sheet(clean, '學期成績', '學生成績名冊');
const NAME = `${SCHOOL}_114_1_2_20260221_10_20_30.json`;
const [id = ''] = scores.rows[0]!;

const reply = JSON.stringify({
  FID: '88001', IsCheck: true, IsExtract: false, HaveErrorMsg: true, 處理狀態: '檢核完成',
  錯誤訊息: [{ 錯誤名冊: '學期成績', 錯誤行數: 2, 詳細資訊: { 狀態: '錯誤', 錯誤代碼: ['X01'], 錯誤說明: ['課程代碼不在該校課程計畫'], 例外說明: null }, 錯誤資料: scores.rows[0]!.join(',') }],
});

let home: Workspace;
let imported: { code: number | null; value: Json };
beforeAll(async () => {
  home = await schoolHome(SCHOOL, inside(workspace()));
  for (const { name, bytes } of await workbooks(clean)) await home.run('import', home.file(name, bytes), '--school', SCHOOL);
  expect((await home.json('pack', 'term', ...HERE)).value).toMatchObject({ status: 'packed' });
  imported = await home.json('import', home.file(NAME, reply), '--school', SCHOOL);
});

test('a reply is imported like any other file, and is seen in the check', async () => {
  expect(imported).toMatchObject({ code: 0, value: { files: [{ system: 'central-database', status: 'imported', records: { reply: 2 }, rejected: 0, reasons: [] }] } });
  const { code, value } = await home.json('check', ...HERE);
  expect(code).toBe(2);
  expect(value).toMatchObject({ gate: 'shut', replies: { states: { refused: 1 }, gaps: [{ code: 'X01', text: '課程代碼不在該校課程計畫', count: 1 }] } });
  const found = value.findings.find(({ rule }: Json) => rule === 'reply/refused-row');
  expect(found).toMatchObject({ sheet: '學期成績', row: 2, student: `${id.slice(0, 6)}****` });
  expect(found.message).toContain('X01：課程代碼不在該校課程計畫');
  expect((await home.json('explain', found.record, 'courseCode', '--school', SCHOOL)).code).toBe(0);
});

test('replies lists each with its row, and rules --gaps what no rule says', async () => {
  const { code, value } = await home.json('replies', '--school', SCHOOL, '--term', TERM);
  expect(code).toBe(0);
  expect(value.terms).toMatchObject([{ term: TERM, files: [{ file: NAME, fid: '88001', status: { state: '檢核完成', checked: true, extracted: false, hasErrors: true }, errors: [{ state: 'reply/refused-row', roster: '學生成績名冊', sheet: '學期成績', row: 2, submission: 1, newer: null, quoted: true, said: [{ code: 'X01', text: '課程代碼不在該校課程計畫', rule: null }] }] }] }]);
  const gaps = await home.json('rules', '--gaps');
  expect(gaps.value).toEqual({ gaps: [{ code: 'X01', text: '課程代碼不在該校課程計畫', count: 1, schools: [SCHOOL] }] });
  const said = await home.run('replies', '--school', SCHOOL);
  expect(said.stdout).toContain('學生成績名冊 學期成績');
  for (const text of [said.stdout, JSON.stringify(value), (await home.run('rules', '--gaps')).stdout]) expect(text).not.toContain(id);
});

test('which submission is meant can be said, and taken back; a wrong number or file is refused', async () => {
  expect((await home.json('replies', 'assign', NAME, '--school', SCHOOL, '--submission', '1')).value).toMatchObject({ submission: 1 });
  expect((await home.json('replies', 'assign', NAME, '--school', SCHOOL, '--submission', '0')).value).toMatchObject({ submission: null });
  expect((await home.run('replies', 'assign', NAME, '--school', SCHOOL, '--submission', '9')).code).toBe(64);
  expect((await home.run('replies', 'assign', NAME, '--school', SCHOOL)).code).toBe(64);
  expect((await home.run('replies', 'assign', 'scores.xlsx', '--school', SCHOOL, '--submission', '1')).code).not.toBe(0);
  expect((await home.run('replies', 'forget', NAME, '--school', SCHOOL)).code).toBe(64);
});

test('a school without replies has nothing to list', async () => {
  const empty = await schoolHome(SCHOOL, inside(workspace()));
  expect((await empty.json('replies', '--school', SCHOOL))).toMatchObject({ code: 99, value: { terms: [] } });
  expect((await empty.json('rules', '--gaps')).value).toEqual({ gaps: [] });
  expect((await empty.json('doctor')).value.assumptions.map(({ id: name }: Json) => name)).toContain('official-replies/line-counts');
});
