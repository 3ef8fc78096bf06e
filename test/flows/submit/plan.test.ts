/** What a term is submitted with: the term's rosters and nothing else, twice, with other 名冊別. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { takeDrop } from '../../../src/flows/intake/drop.ts';
import { submissionPlan } from '../../../src/flows/submit/plan.ts';
import { rosterTypeIn, termRosters } from '../../../src/flows/submit/term-rosters.ts';
import { packSubmission } from '../../../src/package/submission.ts';
import { submissionSchema } from '../../../src/core/schemas.ts';
import { WRITTEN_REASONS } from '../../../src/core/roster-origin.ts';
import { sha256 } from '../../../src/core/sha256.ts';
import { originWords } from '../../../src/flows/submit/origin-words.ts';
import { joined, memorySource } from '../../../src/formats/bytes.ts';
import { compileSchema } from '../../../src/formats/json/schema.ts';
import { openXlsx } from '../../../src/formats/xlsx/read.ts';
import { openZip } from '../../../src/formats/zip/read.ts';
import type { RosterPlan } from '../../../src/package/workbooks.ts';
import type { SchoolStore } from '../../../src/store/port.ts';
import { csv, sheet, type Sheet, sheetsOf, workbook } from '../../rosters.ts';
import { newSchool, offered, type School } from '../support.ts';

const CODE = '990399';
const TERM = '114-1';
const SAID = '談未來的方向';
const CONSULTATION: Sheet = {
  roster: '個人諮詢紀錄', title: '個人諮詢紀錄', header: ['諮詢學生', '諮詢時間起', '諮詢時間迄', '標題', '地點', '內容簡述', '輔導教師', '附件名稱'],
  rows: [['王小明', '2025/10/01 10:00', '2025/10/01 11:00', '選課', '輔導室', SAID, '李老師', '']],
};
const ROSTER_TYPES: Readonly<Record<string, string>> = { 學生資料名冊: '1', 學生重修重讀成績名冊: '6', '進修部(學校)學生成績名冊': '7', 校內幹部經歷名冊: '24' };
let school: School;

beforeAll(async () => {
  school = await newSchool(CODE);
  const books = Map.groupBy([...sheetsOf(40), CONSULTATION], ({ roster }) => roster);
  const files = await Promise.all([...books].map(async ([roster, sheets]) => (
    offered(`114_1_${roster}.xlsx`, await workbook(sheets, { rosterType: ROSTER_TYPES[roster] ?? '2' })))));
  await takeDrop(school.services, school.store, files, { act: 'intake/import', term: TERM, systems: [] });
});

const plan = (edition: 'precheck' | 'term-submission') => submissionPlan(school.services, school.store, TERM, edition);

test('consultations are held and never submitted', async () => {
  expect(school.store.inputs({ active: true }).map(({ records }) => records['consultation'] ?? 0)).toContain(1);
  for (const edition of ['precheck', 'term-submission'] as const) {
    const { rosters } = await plan(edition);
    expect(rosters.flatMap(({ sheets }) => sheets.map(({ title }) => title))).not.toContain('個人諮詢紀錄');
    expect(JSON.stringify(rosters)).not.toContain(SAID);
  }
});

test('a term is its students, scores and cadre posts', async () => {
  const { rosters } = await plan('term-submission');
  expect(rosters.map(({ roster }) => roster)).toEqual(['學生資料名冊', '學生成績名冊', '學生重修重讀成績名冊', '進修部(學校)學生成績名冊', '校內幹部經歷名冊']);
});

test('the pre-check has the score rosters as they are submitted, with another 名冊別', async () => {
  const [precheck, submission] = [await plan('precheck'), await plan('term-submission')];
  expect(precheck.rosters.map(({ roster, rosterType }) => [roster, rosterType])).toEqual([['學生成績名冊', '41'], ['進修部(學校)學生成績名冊', '42']]);
  for (const { roster, rosterType, sheets } of precheck.rosters) {
    const same = submission.rosters.find((one) => one.roster === roster)!;
    expect(same.rosterType).not.toBe(rosterType);
    expect(sheets).toEqual(same.sheets);
    expect(sheets.map(({ title, rows }) => [title, rows.length > 0])).toContainEqual(['學期成績', true]);
  }
  expect((await packSubmission(precheck)).sha256).not.toBe((await packSubmission(submission)).sha256);
});

describe('the workbook of a pre-check', () => {
  const DAY = '學生成績名冊';
  const day = sheetsOf(20).filter(({ roster }) => roster === DAY);
  const [regular] = day;
  const rows = regular!.rows;

  async function made(...drops: readonly (readonly ReturnType<typeof offered>[])[]): Promise<{ roster: RosterPlan; store: SchoolStore }> {
    const { services, store } = await newSchool(CODE);
    for (const files of drops) await takeDrop(services, store, files, { act: 'intake/import', term: TERM, systems: [] });
    const { rosters } = await submissionPlan(services, store, TERM, 'precheck');
    return { roster: rosters.find(({ roster }) => roster === DAY)!, store };
  }

  test('is the school\'s own file, of which one cell of the cover says something else', async () => {
    const bytes = await workbook(day, { rosterType: '2' });
    const { roster } = await made([offered('成績.xlsx', bytes)]);
    expect(roster.origin).toEqual({ from: 'school-file', file: '成績.xlsx', sha256: sha256(bytes), cell: 'D2', before: '2', parts: expect.arrayContaining(['xl/worksheets/sheet1.xml']), setAside: 0 });
    const packed = await packSubmission({ school: CODE, term: TERM, edition: 'precheck', version: '0', rosters: [roster], inputs: [] });
    expect(packed.workbooks[0]).toBe(roster.workbook);
    const read = await openXlsx(memorySource(packed.workbooks[0]!), 'x.xlsx');
    expect(read.cover).toMatchObject({ 名冊別: '41', 學校代碼: CODE });
    const archive = await openZip(memorySource(packed.bytes), 'x.zip');
    const manifest = JSON.parse(new TextDecoder().decode(await joined(archive.entries.find(({ name }) => name === 'submission.json')!.stream())));
    expect(compileSchema(submissionSchema(), { allErrors: true })(manifest)).toEqual([]);
    expect(manifest.rosters[0].origin).toEqual(roster.origin);
  });

  test('is not touched at all where the school exported it as a pre-check already', async () => {
    const bytes = await workbook(day, { rosterType: '41' });
    const { roster } = await made([offered('預檢.xlsx', bytes)]);
    expect(roster.origin).toMatchObject({ from: 'school-file', before: '41', parts: [] });
    expect(Buffer.compare(roster.workbook!, bytes)).toBe(0);
  });

  test('keeps what the maker added, and rows that were set aside', async () => {
    const helper = '備註(學生姓名)';
    const spoilt = { ...regular!, header: [...regular!.header, helper], rows: [...rows.map((row) => [...row, '王小明']), rows[0]!.with(regular!.header.indexOf('出生日期'), '9999999')] };
    const { roster, store } = await made([offered('成績.xlsx', await workbook([spoilt, ...day.slice(1)]))]);
    expect(store.quarantineCount()).toBe(1);
    expect(roster.origin).toMatchObject({ from: 'school-file', setAside: 1 });
    const read = await openXlsx(memorySource(roster.workbook!), 'x.xlsx');
    const table = read.tables.find((one) => one.sheet === '學期成績')!;
    expect(table.header).toContain(helper);
    expect((await Array.fromAsync(table.rows())).flat()).toHaveLength(rows.length + 1);
  });

  test.each<[string, string, () => Promise<ReturnType<typeof offered>[][]>]>([
    ['several files', 'several-files', async () => [[offered('甲.xlsx', await workbook([regular!])), offered('乙.xlsx', await workbook([{ ...regular!, rows: rows.slice(0, 3) }]))]]],
    ['a text file', 'not-a-workbook', async () => [[offered(`114_1_${DAY}_學期成績.csv`, await csv(regular!))]]],
    ['a file with another roster in it', 'other-rosters', async () => [[offered('成績.xlsx', await workbook([...day, ...sheetsOf(20).filter(({ title }) => title === '學生資料')]))]]],
    ['a file some of whose rows were replaced', 'partly-replaced', async () => {
      const [scores, credited] = ['學期成績', '轉學轉科成績'].map((title) => sheet(sheetsOf(200), title, DAY)) as [Sheet, Sheet];
      return [[offered('成績.xlsx', await workbook([scores, credited]))], [offered('成績.xlsx', await workbook([{ ...credited, rows: [] }]))]];
    }],
    ['a file with other columns', 'other-layout', async () => [[offered('成績.xlsx', await workbook([{ ...regular!, title: '學期成績總表' }]))]]],
  ])('is written from the records of %s', async (_, reason, drops) => {
    const { roster } = await made(...await drops());
    expect(roster).toMatchObject({ origin: { from: 'records', reason } });
    expect(roster.workbook).toBeUndefined();
  });

  test('has words for every way it can come about', () => {
    for (const reason of WRITTEN_REASONS) expect(originWords({ from: 'records', reason })['zh-TW']).toMatch(/不是學校原檔：.+/);
    const origin = { from: 'school-file', file: '成績.xlsx', sha256: '', cell: 'D2', before: '2', parts: ['xl/worksheets/sheet1.xml'], setAside: 3 } as const;
    expect(originWords(origin)['zh-TW']).toBe('學校原檔 成績.xlsx，只把封面 D2 的名冊別由 2 改掉（xl/worksheets/sheet1.xml），其餘原封不動；檔內有 3 列未匯入，仍在檔案裡');
    expect(originWords({ ...origin, parts: [], setAside: 0 }).en).toContain('not a byte changed');
  });
});

describe('名冊別', () => {
  test('is the one of the school year', () => {
    const entry = { book: 'x', roster: '名冊', sheets: ['分頁'], rosterType: [{ from: 107, to: 112, code: '2' }, { from: 113, to: null, code: '5' }].map((type) => ({ ...type, certainty: 'C' as const, asOf: '2026-01-01', note: '' })) };
    expect([112, 113, 120].map((year) => rosterTypeIn(entry, year).code)).toEqual(['2', '5', '5']);
    expect(() => rosterTypeIn(entry, 106)).toThrow(expect.objectContaining({ code: 'config/invalid' }));
  });

  test('is the home\'s own where it has one', () => {
    const own = { from: 108, to: null, code: '4', certainty: 'A', asOf: '2026-01-01', note: '公文' };
    writeFileSync(join(school.services.home.path, 'roster-types.json'), JSON.stringify({ 'score-day': [own] }));
    const { submission } = termRosters(school.services.home.path);
    expect(rosterTypeIn(submission.find(({ book }) => book === 'score-day')!, 114).code).toBe('4');
    expect(rosterTypeIn(submission.find(({ book }) => book === 'student')!, 114).code).toBe('1');
  });
});
