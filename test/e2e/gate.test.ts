/** The gate: errors shut it, a waiver opens it, a threshold holds it, an approval lets it go. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { filesBelow, inside, type Json, schoolHome, workspace, type Workspace, writePolicy } from '../licheng.ts';
import { SCHOOL, sheet, type Sheet, sheetsOf, TERM, withCells, workbooks } from '../rosters.ts';

const HERE = ['--school', SCHOOL, '--term', TERM] as const;
/** Everything of these tests happens on one day, or on a later one. */
const TODAY = ['--today', '2026-02-20'] as const;

const clean = sheetsOf(20);
const spoilt = clean.map((one) => (one.title === '學期成績' && one.roster === '學生成績名冊' ? withCells(one, 0, { 學期學業成績: '160' }) : one));

const outbox = ({ home }: Workspace): string[] => {
  const folder = join(home, SCHOOL, 'outbox');
  return existsSync(folder) ? readdirSync(folder) : [];
};

async function hand(to: Workspace, sheets: readonly Sheet[]): Promise<void> {
  for (const { name, bytes } of await workbooks(sheets)) to.file(name, bytes);
  const { code } = await to.json('import', join(to.root, 'files'), '--school', SCHOOL);
  expect(code).toBe(0);
}

describe('errors', () => {
  let home: Workspace;
  beforeAll(async () => {
    home = await schoolHome(SCHOOL, inside(workspace()));
    await hand(home, spoilt);
  });

  test('shut the gate: nothing is packed, and the report is there', async () => {
    const check = await home.json('check', ...HERE, ...TODAY);
    expect(check.code).toBe(2);
    expect(check.value).toMatchObject({ school: SCHOOL, term: TERM, gate: 'shut', summary: { errors: expect.any(Number) } });
    const pack = await home.json('pack', 'term', ...HERE, ...TODAY);
    expect(pack.code).toBe(2);
    expect(pack.value).toEqual({ status: 'shut', package: null, sha256: null, rosters: [] });
    expect(outbox(home)).toEqual([]);
    expect(filesBelow(join(home.home, SCHOOL, 'reports'))).toEqual([`${TERM}/check.html`, `${TERM}/check.json`]);
  });

  test('in force are not approved away', async () => {
    const { code, value } = await home.json('approve', ...HERE, '--reason', '趕時間');
    expect(code).toBe(99);
    expect(value).toMatchObject({ approved: false, gate: 'shut' });
  });

  test('that are waived become remarks until the waiver ends', async () => {
    const before = (await home.json('check', ...HERE, ...TODAY)).value;
    const broken = before.rules.filter((line: Json) => line.severity === 'error').map((line: Json) => line.rule);
    writePolicy(home, { waivers: broken.map((rule: string) => ({ rule, school: SCHOOL, term: TERM, reason: '原系統確認為加分', by: '教務主任', expires: '2026-03-01' })) });
    const check = await home.json('check', ...HERE, ...TODAY);
    expect(check.code).toBe(0);
    expect(check.value.gate).toBe('open');
    expect(check.value.summary.errors).toBe(0);
    expect(check.value.summary.infos).toBeGreaterThanOrEqual(before.summary.errors);
    expect((await home.json('pack', 'term', ...HERE, ...TODAY)).value.status).toBe('packed');
    expect(outbox(home)).toHaveLength(1);

    const late = await home.json('check', ...HERE, '--today', '2026-03-02');
    expect(late.code).toBe(2);
    expect(late.value.rules.map((line: Json) => line.rule)).toContain('policy/waiver-expired');
  });

  test('come back in the night after the waiver has ended', async () => {
    expect((await home.json('run', ...TODAY)).code).toBe(0);
    expect((await home.json('run', '--today', '2026-02-21')).code).toBe(99);
    const night = await home.json('run', '--today', '2026-03-02');
    expect(night.code).toBe(2);
    expect(night.value.schools[0]).toMatchObject({ status: 'shut', whoseMove: 'school' });
  });
});

describe('a tenth of the students gone', () => {
  let home: Workspace;
  const names = sheet(clean, '學生資料').rows.map((row) => row[0]!);
  const fewer = clean.map((one) => ({ ...one, rows: one.rows.filter((row) => !names.slice(0, 3).includes(row[0]!)) }));
  let packedFirst: string[];

  beforeAll(async () => {
    home = await schoolHome(SCHOOL, inside(workspace()));
    await hand(home, clean);
    const run = await home.json('run', ...TODAY);
    expect(run.code).toBe(0);
    expect(run.value.schools[0]).toMatchObject({ status: 'packed', whoseMove: 'none' });
    packedFirst = outbox(home);
    await hand(home, fewer);
  });

  test('holds the gate with a reason', async () => {
    const check = await home.json('check', ...HERE, ...TODAY);
    expect(check.code).toBe(3);
    expect(check.value.gate).toBe('held');
    expect(check.value.holds).toContainEqual(expect.objectContaining({ type: 'student', what: 'gone', share: 0.15, threshold: 0.1 }));
    expect(check.value.rules).toContainEqual(expect.objectContaining({ rule: 'intake/students-gone', severity: 'warning' }));
  });

  test('packs nothing, says whose move it is, and leaves the report', async () => {
    expect(await home.json('pack', 'term', ...HERE, ...TODAY)).toMatchObject({ code: 3, value: { status: 'held', package: null } });
    const run = await home.json('run', ...TODAY);
    expect(run.code).toBe(3);
    expect(run.value.schools[0]).toMatchObject({ status: 'held', packages: [], whoseMove: 'data-centre' });
    expect(outbox(home)).toEqual(packedFirst);
    expect((await home.json('run', ...TODAY)).code).toBe(99);
  });

  test('goes once somebody approves with a reason, which the audit log keeps', async () => {
    expect((await home.run('approve', ...HERE)).code).toBe(64);
    const approved = await home.json('approve', ...HERE, '--reason', '三名學生轉學', '--by', '王主任');
    expect(approved).toMatchObject({ code: 0, value: { approved: true } });
    const run = await home.json('run', ...TODAY);
    expect(run.code).toBe(0);
    expect(run.value.schools[0]).toMatchObject({ status: 'packed' });
    expect(outbox(home)).toHaveLength(packedFirst.length * 2);
    expect((await home.json('check', ...HERE, ...TODAY)).value).toMatchObject({ gate: 'open', holds: [] });
    const doctor = await home.json('doctor');
    expect(doctor.value.ok).toBe(true);
  });

  test('is measured against what was approved from then on', async () => {
    // One who holds no office: there are so few of those that one is a tenth already.
    const officers = new Set(sheet(clean, '幹部經歷紀錄').rows.map((row) => row[0]));
    const leaver = names.slice(3).find((id) => !officers.has(id));
    const evenFewer = fewer.map((one) => ({ ...one, rows: one.rows.filter((row) => row[0] !== leaver) }));
    await hand(home, evenFewer);
    expect(await home.json('check', ...HERE, ...TODAY)).toMatchObject({ code: 0, value: { gate: 'open', holds: [] } });
    writePolicy(home, { thresholds: { student: { updated: 0.75, gone: 0.05 } } });
    expect(await home.json('check', ...HERE, ...TODAY)).toMatchObject({ code: 3, value: { gate: 'held' } });
  });
});
