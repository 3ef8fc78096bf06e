/** What a term is submitted with: the term's rosters and nothing else, twice, with other 名冊別. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { takeDrop } from '../../../src/flows/intake/drop.ts';
import { submissionPlan } from '../../../src/flows/submit/plan.ts';
import { rosterTypeIn, termRosters } from '../../../src/flows/submit/term-rosters.ts';
import { packSubmission } from '../../../src/package/submission.ts';
import { type Sheet, sheetsOf, workbook } from '../../rosters.ts';
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
