/** The school's own rows with what was found in them, from its files to the workbook. */
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { explain } from '../../../src/flows/explain/explain.ts';
import { parseReference } from '../../../src/flows/explain/reference.ts';
import { takeDrop } from '../../../src/flows/intake/drop.ts';
import { type ReportFiles, reportTerm } from '../../../src/flows/reports.ts';
import { memorySource } from '../../../src/formats/bytes.ts';
import { openXlsx } from '../../../src/formats/xlsx/read.ts';
import type { OpenFile } from '../../../src/core/table.ts';
import { csv, SCHOOL, sheet, sheetsOf, TERM, withCells, workbooks } from '../../rosters.ts';
import { newSchool, offered, type School } from '../support.ts';

const POLICY = { severities: { 'roster/school-known': 'off' } } as const;
const sheets = sheetsOf(12);
const scores = withCells(withCells(withCells(sheet(sheets, '學期成績', '學生成績名冊'), 1, { 學期學業成績: '160' }), 3, { 出生日期: '2008/02/30' }), 5, { 科目名稱: '=HYPERLINK("x")' });
const students = withCells(sheet(sheets, '學生資料'), 0, { 身分證號: 'A123456788' });

let school: School;
let files: ReportFiles;

beforeAll(async () => {
  school = await newSchool(SCHOOL);
  const { services, store } = school;
  const others = sheets.filter(({ title }) => title !== '學生資料' && title !== '學期成績');
  const drop = [...await workbooks([students, ...others]), { name: `學期成績_${TERM}.csv`, bytes: await csv(scores) }];
  await takeDrop(services, store, drop.map(({ name, bytes }) => offered(name, bytes)), { term: TERM, act: 'intake/test', systems: ['national-roster'] });
  files = (await reportTerm(services, store, TERM, POLICY, 'zh-TW')).files;
});

async function opened(): Promise<OpenFile> {
  return openXlsx(memorySource(readFileSync(files.workbook)), 'check.xlsx');
}

async function rowsIn(file: OpenFile, title: string): Promise<Record<string, string>[]> {
  const table = file.tables.find((one) => one.sheet === title)!;
  const rows: Record<string, string>[] = [];
  for await (const batch of table.rows()) for (const { cells } of batch) rows.push(Object.fromEntries(table.header.map((name, at) => [name, cells[at] ?? ''])));
  return rows;
}

test('holds the rows as they stand in the files, imported or not, with what was found and what to do', async () => {
  const file = await opened();
  expect(file.tables.map((table) => table.sheet)).toEqual(expect.arrayContaining(['檢核結果', '學生資料', '分頁對照']));
  const table = file.tables.find((one) => one.header.includes('學期學業成績'))!;
  expect(table.header).toEqual(['原檔列', '等級', '匯入', '檢核發現', '怎麼改', ...scores.header]);
  const rows = await rowsIn(file, table.sheet);
  const at = (row: number) => rows.find((one) => one['原檔列'] === String(row))!;
  expect(at(3)).toMatchObject({ 等級: '錯誤', 匯入: '已匯入', 學期學業成績: '160', 身分證號: scores.rows[1]![scores.header.indexOf('身分證號')] });
  expect(at(3)['檢核發現']).toMatch(/〔學期學業成績〕.*160/);
  expect(at(5)).toMatchObject({ 等級: '錯誤', 匯入: '未匯入', 出生日期: '2008/02/30' });
  expect(at(7)).toMatchObject({ 匯入: '已匯入', 科目名稱: '=HYPERLINK("x")' });
  // Only rows with findings: more of a school's people than needed is not written down again.
  expect(rows.length).toBeLessThan(scores.rows.length);
  expect((await rowsIn(file, '學生資料'))[0]).toMatchObject({ 原檔列: '2', 身分證號: 'A123456788' });
});

test('says by which command the rows of each sheet are explained', async () => {
  const { services, store } = school;
  const contents = await rowsIn(await opened(), '分頁對照');
  const line = contents.find((row) => row['學校檔案'] === `學期成績_${TERM}.csv`)!['查來源（指令中的「原檔列」換成該列的列號）']!;
  const [, reference] = /^licheng explain (\S+) --school /.exec(line)!;
  const explained = await explain(services, store, parseReference(reference!.replace('原檔列', '3')), ['學期學業成績']);
  expect(explained.fields).toMatchObject([{ column: '學期學業成績', raw: '160' }]);
});

test('begins with every rule and its exact count, in the order of the report', async () => {
  const { rules } = JSON.parse(readFileSync(files.json, 'utf8')) as { rules: { title: string; count: number }[] };
  expect((await rowsIn(await opened(), '檢核結果')).map((row) => [row['項目'], row['筆數']])).toEqual(rules.map(({ title, count }) => [title, String(count)]));
});

test('is for its owner only, the same bytes twice, and gone with the next check that does not ask for it', async () => {
  const { services, store } = school;
  expect(statSync(files.workbook).mode & 0o777).toBe(0o600);
  const bytes = readFileSync(files.workbook);
  await reportTerm(services, store, TERM, POLICY, 'zh-TW');
  expect(Buffer.compare(readFileSync(files.workbook), bytes)).toBe(0);
  await reportTerm(services, store, TERM, POLICY);
  expect(existsSync(files.workbook)).toBe(false);
});

test('is written by every check where the school has set it', async () => {
  const { services, store } = school;
  const settings = join(services.home.path, SCHOOL, 'school.json');
  writeFileSync(settings, JSON.stringify({ code: SCHOOL, checkWorkbook: true }));
  await reportTerm(services, store, TERM, POLICY);
  expect(existsSync(files.workbook)).toBe(true);
});
