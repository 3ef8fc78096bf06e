/** Students whose status changes, from the package to the receiving school's sheets, checks and submission. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { CanonicalRecord } from '../../src/core/record.ts';
import { inside, type Json, schoolHome, type Workspace, workspace } from '../licheng.ts';
import { courseCode, enrolled, post, score, service, type Someone, someone, statusChange, work, writeExport } from '../portfolio.ts';
import { packedRows, type SheetRow, sheetRows } from '../sheets.ts';

const [A, B] = ['990302', '990303'];
const PEOPLE = [1, 2, 3, 4, 5, 6].map(someone);
const [ONE, TWO, THREE, FOUR, FIVE, SIX] = PEOPLE as [Someone, Someone, Someone, Someone, Someone, Someone];
const TODAY = ['--today', '2026-02-20'];
const WORKS = '轉學轉科課程學習成果';
const SCORES = '轉學轉科成績';

let base: Workspace;

async function take(home: Workspace, school: string, system: string, records: readonly CanonicalRecord[], name: string): Promise<void> {
  const path = join(home.root, 'exports', name);
  await writeExport(path, system, school, records);
  const { code, value } = await home.json('import', path, '--school', school);
  expect({ name, code, refused: value.files.filter(({ status }: Json) => status === 'quarantined') }).toEqual({ name, code: 0, refused: [] });
}

/** Hands a student from A to B, sealed. */
async function move(home: Workspace, who: Pick<Someone, 'idNumber'>, ...more: readonly string[]): Promise<Json> {
  const given = await home.json('portfolio', 'export', '--school', A, '--student', who.idNumber, '--to', B, '--format', 'sealed', '--out', join(home.root, 'out'));
  expect(given).toMatchObject({ code: 0 });
  const taken = await home.json('portfolio', 'import', given.value.package, '--school', B, ...more);
  expect(taken).toMatchObject({ code: 0, value: { status: 'imported' } });
  return taken.value.students[0];
}

interface Said {
  readonly rule: string;
  readonly message: string;
  readonly row: number | null;
}

/** What a check says of students who came. */
async function said(home: Workspace, term = '114-1'): Promise<readonly Said[]> {
  const { value } = await home.json('check', '--school', B, '--term', term, ...TODAY);
  return value.findings.filter(({ rule }: Json) => rule.startsWith('moved/')).map(({ rule, message, row }: Json) => ({ rule, message, row }));
}

/** The files for the school's own system: rows by sheet. */
async function sheets(home: Workspace): Promise<Record<string, SheetRow[]>> {
  const out = join(home.root, 'sheets');
  const { value } = await home.json('portfolio', 'sheets', '--school', B, '--out', out);
  const found: Record<string, SheetRow[]> = {};
  for (const file of value.files) Object.assign(found, await sheetRows(readFileSync(join(out, file))));
  return found;
}

function policy(home: Workspace, ...settings: readonly { readonly id: string; readonly value: string }[]): void {
  const note = { 'zh-TW': '校務會議決議', en: 'decided by the school' };
  writeFileSync(join(home.home, 'portfolio-policy.json'), JSON.stringify({ settings: settings.map((one) => ({ from: 108, to: null, certainty: 'A', asOf: '2026-08-01', note, ...one })) }));
}

beforeAll(async () => {
  base = await schoolHome(A, inside(workspace()));
  await base.run('init', '--school', B);
  for (const school of [A, B]) await base.json('seal', 'keys', 'create', '--school', school);
  await take(base, A, 'national-roster', PEOPLE.flatMap((who) => [enrolled(A, who, '113-1'), score(A, who, 1), score(A, who, 2), post(A, who)]), 'a-roster');
  await take(base, A, 'exchange-json', PEOPLE.flatMap((who) => [work(A, who, 1, { submittedTerm: '113-1' }), work(A, who, 2), service(A, who, 1, { submittedTerm: '113-1' })]), 'a-works');
});

async function receiving(changes: readonly CanonicalRecord[], more: Record<string, unknown> = {}): Promise<Workspace> {
  const home = base.copy();
  await take(home, B, 'national-roster', PEOPLE.map((who) => enrolled(B, who, '114-1', more)), 'b-roster');
  if (changes.length > 0) await take(home, B, 'status-changes', changes, 'b-changes');
  return home;
}

describe('a transferred student', () => {
  test('goes from the warning to the sheets for transfers, and with them into the submission', async () => {
    const home = await receiving([statusChange(B, ONE, '111', '2025-09-01')]);
    expect(await move(home, ONE)).toMatchObject({ items: 6, attachments: 3, used: [{ year: 113, used: { courseWork: 1, performance: 1 }, limits: { courseWork: 6, performance: 10 } }] });
    expect(await said(home)).toEqual([{ rule: 'moved/scores-not-listed', row: null, message: expect.stringMatching(/2 scores of school 990302/) }]);

    const { [SCORES]: scores, [WORKS]: works } = await sheets(home);
    expect(scores).toMatchObject([1, 2].map((n) => ({ 身分別: '1', 對應學年度: '113', 對應學期: '1', 課程代碼: courseCode(A, n) })));
    expect(works).toMatchObject([1, 2].map((n) => ({ 原修課學校代碼: A, 原修課學年度: '113', 原修課學期: '1', 原修課課程代碼: courseCode(A, n) })));

    expect((await home.json('import', join(home.root, 'sheets'), '--school', B)).code).toBe(0);
    expect(await said(home)).toEqual([]);
    const packed = await home.json('pack', 'term', '--school', B, '--term', '114-1', ...TODAY);
    expect(packed).toMatchObject({ code: 0, value: { status: 'packed' } });
    expect((await packedRows(packed.value.package))[SCORES]).toEqual(scores);
  });

  test('by a code of the command line, where the school has no list of changes', async () => {
    const home = await receiving([]);
    await move(home, ONE);
    await move(home, TWO, '--change', '111');
    expect((await sheets(home))[SCORES]!.map((row) => row['身分別'])).toEqual(expect.arrayContaining(['', '', '1', '1']));
  });

  test('without any code is left to the school where the policy says so', async () => {
    const home = await receiving([]);
    policy(home, { id: 'unknown-move', value: 'ask' });
    await move(home, ONE);
    expect(await said(home)).toEqual([{ rule: 'moved/decision-needed', row: null, message: expect.stringContaining('unknown-move') }]);
    expect(await sheets(home)).not.toHaveProperty(SCORES);
  });

  test('of the night division has hours, and the sheet of that division', async () => {
    const home = base.copy();
    writeFileSync(join(home.home, B, 'school.json'), JSON.stringify({ code: B, divisions: ['night'] }));
    await take(home, B, 'national-roster', [enrolled(B, ONE, '114-1')], 'b-roster');
    await take(home, B, 'status-changes', [statusChange(B, ONE, '101', '2025-09-01')], 'b-changes');
    await move(home, ONE);
    const found = await sheets(home);
    expect(Object.keys(found)).toEqual(expect.arrayContaining([expect.stringContaining('轉學')]));
    expect(Object.values(found).flat().filter((row) => row['身分別'] !== undefined).map((row) => row['身分別'])).toEqual(['1', '1']);
  });
});

test('a change of department, a return and a return into another department have their own 身分別', async () => {
  const codes = { [ONE.idNumber]: '211', [TWO.idNumber]: '221', [THREE.idNumber]: '222' };
  const home = await receiving([ONE, TWO, THREE].map((who) => statusChange(B, who, codes[who.idNumber]!, '2025-09-01')));
  for (const who of [ONE, TWO, THREE]) await move(home, who);
  const identities = Map.groupBy((await sheets(home))[SCORES]!, (row) => row['身分證號']!);
  expect(Object.fromEntries([...identities].map(([id, rows]) => [codes[id], [...new Set(rows.map((row) => row['身分別']))]]))).toEqual({ 211: ['2'], 221: ['3'], 222: ['2'] });
});

describe('a student who repeats a year', () => {
  test.each<[string, string | null, readonly string[], number | undefined]>([
    ['keeps both years', null, ['moved/repeated-year', 'moved/scores-not-listed'], 2],
    ['has the earlier year replaced', 'replace-earlier', ['moved/repeated-year', 'moved/scores-not-listed'], undefined],
    ['chooses', 'student-chooses', ['moved/decision-needed', 'moved/repeated-year', 'moved/scores-not-listed'], undefined],
  ])('%s', async (_what, value, rules, works) => {
    const home = await receiving([statusChange(B, ONE, '231', '2025-09-01')]);
    if (value !== null) policy(home, { id: 'repeat-year', value });
    const { used } = await move(home, ONE);
    expect((await said(home)).map(({ rule }) => rule).sort()).toEqual(rules);
    expect((await sheets(home))[WORKS]?.length).toBe(works);
    // Items of a year that was repeated away do not count towards its limit.
    expect(used).toMatchObject([{ year: 113, used: value === 'replace-earlier' ? { courseWork: 0, performance: 0 } : { courseWork: 1, performance: 1 } }]);
  });

  test('at the same school is pointed out too', async () => {
    const home = base.copy();
    await take(home, A, 'national-roster', [enrolled(A, ONE, '114-1')], 'a-later');
    await take(home, A, 'status-changes', [statusChange(A, ONE, '231', '2025-09-01')], 'a-changes');
    const { value } = await home.json('check', '--school', A, '--term', '114-1', ...TODAY);
    expect(value.findings.filter(({ rule }: Json) => rule === 'moved/repeated-year')).toMatchObject([{ message: expect.stringMatching(/113.*2 items.*keep-both/) }]);
  });
});

describe('a visiting student', () => {
  const visit = (school: string, who: Someone, homeSchool: string, hostSchool: string): CanonicalRecord => ({ ...statusChange(school, who, '', ''), changeCode: undefined, changedOn: undefined, kind: 'visiting', homeSchool, hostSchool } as CanonicalRecord);

  test('is submitted by the school of record: a host that lists items is told so', async () => {
    const home = base.copy();
    await take(home, B, 'exchange-json', [enrolled(B, ONE, '114-1'), service(B, ONE, 3, { term: '114-1', uploadedTerm: '114-1' })], 'b-items');
    await take(home, B, 'national-roster', [enrolled(B, ONE, '114-1'), visit(B, ONE, A, B)], 'b-visit');
    expect(await said(home)).toEqual([{ rule: 'moved/visitor-listed', row: expect.any(Number), message: expect.stringMatching(/rolls of 990302.*1 items/) }]);
    policy(home, { id: 'visiting', value: 'host' });
    expect(await said(home)).toEqual([]);
  });

  test('comes back with works that name the host', async () => {
    const home = base.copy();
    await take(home, B, 'national-roster', [enrolled(B, ONE, '113-2'), visit(B, ONE, B, A)], 'b-visit');
    await move(home, ONE);
    const { 借讀課程學習成果: rows } = await sheets(home);
    expect(rows).toMatchObject([1, 2].map((n) => ({ 借讀學校代碼: A, 借讀修課學年度: '113', 借讀修課學期: '1', 借讀校課程代碼: courseCode(A, n) })));
  });
});

test('a student on leave keeps what was submitted, and the rest waits for the school where the policy says so', async () => {
  const home = await receiving([statusChange(B, ONE, '111', '2025-09-01'), statusChange(B, ONE, '341', '2025-11-01')]);
  await move(home, ONE);
  expect((await sheets(home))[WORKS]).toHaveLength(2);
  policy(home, { id: 'suspended', value: 'ask' });
  expect((await said(home)).map(({ rule }) => rule)).toContain('moved/decision-needed');
});

test('ids corrected at either school are one student, with both keys from there on', async () => {
  const before = { ...FOUR, idNumber: someone(60).idNumber };
  const home = base.copy();
  await take(home, A, 'exchange-json', [enrolled(A, before, '113-2'), work(A, FOUR, 1), work(A, FOUR, 2), work(A, before, 5)], 'a-before');
  await take(home, A, 'status-changes', [statusChange(A, FOUR, '407', '2025-03-01', { term: '113-2', oldIdNumber: before.idNumber, oldBirthDate: before.birthDate })], 'a-changes');
  await take(home, B, 'national-roster', [enrolled(B, FOUR, '114-1')], 'b-roster');
  expect(await move(home, FOUR)).toMatchObject({ items: 8, attachments: 4 });
  const on = await home.json('portfolio', 'export', '--school', B, '--student', before.idNumber, '--to', A, '--format', 'sealed', '--out', join(home.root, 'on'));
  expect(on).toMatchObject({ code: 0, value: { students: 1, items: 8, attachments: 4 } });
});

describe('limits', () => {
  const many = (who: Someone, count: number): CanonicalRecord[] => Array.from({ length: count }, (_, at) => work(A, who, at + 10, { submittedTerm: '113-1' }));

  test('count an item once, however many packages say so, and what both schools handed in together', async () => {
    const home = base.copy();
    await take(home, A, 'exchange-json', [...many(SIX, 4), work(A, SIX, 30)], 'a-many');
    await take(home, B, 'exchange-json', [enrolled(B, SIX, '113-2'), ...[40, 41, 42].map((n) => work(B, SIX, n, { term: '113-2', submittedTerm: '113-2', uploadedTerm: '113-2' }))], 'b-own');
    const first = await move(home, SIX);
    expect(first).toMatchObject({ used: [{ year: 113, used: { courseWork: 7, performance: 1 } }], reasons: [{ problem: 'portfolio/over-limit' }] });
    const again = await home.json('portfolio', 'export', '--school', A, '--student', SIX.idNumber, '--to', B, '--password-file', home.file('p.txt', 'Pw-12345'), '--out', join(home.root, 'again'));
    const second = await home.json('portfolio', 'import', again.value.package, '--school', B, '--password-file', home.file('p.txt', 'Pw-12345'));
    expect(second.value.students[0].used).toEqual(first.used);
  });

  test('of this school only, where the policy says so', async () => {
    const home = base.copy();
    policy(home, { id: 'limit-scope', value: 'this-school' });
    await take(home, A, 'exchange-json', many(SIX, 5), 'a-many');
    await take(home, B, 'national-roster', [enrolled(B, SIX, '114-1')], 'b-roster');
    expect((await move(home, SIX)).used).toMatchObject([{ year: 113, used: { courseWork: 0 } }]);
  });
});

test('a work whose school, term or code was changed on the way is pointed out, in its row', async () => {
  const home = await receiving([statusChange(B, FIVE, '111', '2025-09-01')]);
  await move(home, FIVE);
  // What the receiving system made of it: a work of its own, with its own code in place of the school of the course.
  await take(home, B, 'exchange-json', [enrolled(B, FIVE, '114-1'), work(A, FIVE, 1, { attendedSchool: B })], 'b-back');
  const found = await said(home, '113-1');
  expect(found).toEqual([{ rule: 'moved/origin-changed', row: expect.any(Number), message: expect.stringMatching(/is a work of school 990302, 113-1.*own file has 990303/) }]);
});
