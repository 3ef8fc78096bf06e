/** Receipts that cannot be believed, or hold what nobody knows: named, nothing half-imported, and what students said before stays. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { receiptZip, type Row, type Student, studentsOf, type ZipForm } from '../central-database.ts';
import { digests, filesBelow, type Json, type Workspace } from '../licheng.ts';
import { SCHOOL } from '../rosters.ts';
import { spoil } from '../spoilt-receipts.ts';
import { HERE, PASSWORD, type Submitted, submitted, take, TODAY } from './receipt-support.ts';

const KIND = '修課紀錄';
const STUDENTS = 12;

/** A school with a receipt, an open window, one student who agreed, one who doubts, and one who was answered. */
let base: Submitted;
beforeAll(async () => {
  // Of a seed with posts, so that there are two kinds.
  base = await submitted(STUDENTS, 'confirm');
  const { home } = base;
  await take(home, base.receipts);
  const act = (...args: readonly string[]): Promise<{ code: number | null; value: Json }> => home.json('receipt', ...args, ...HERE, ...TODAY);
  const folder = join(home.root, 'sheets');
  await act('open', '--to', '2026-03-06', '--sheets', folder);
  const codes = [...new Set(filesBelow(folder).flatMap((path) => /_([0-9A-F]{4}-[0-9A-F]{4})\.html$/.exec(path)?.[1] ?? []))];
  await act('confirm', '--student', codes[0]!, '--kind', KIND);
  await act('object', '--student', codes[1]!, '--kind', KIND, '--text', '少一科');
  await act('object', '--student', codes[2]!, '--kind', KIND, '--text', '成績不對');
  const { value } = await act('objections');
  await act('answer', value.objections.find(({ text }: Json) => text === '成績不對').id, '--text', '查核無誤');
  expect((await answers(home)).kinds[0]).toMatchObject({ kind: KIND, state: 'open', confirmed: 1, objected: 1, answered: 1, open: STUDENTS - 3 });
});

/** Everything a school's folder holds, the audit log and lock files aside. */
const state = (home: Workspace): Record<string, string> => digests(join(home.home, SCHOOL), (path) => !/(?:^|\/)(?:audit|logs)\/|\.lock|-wal$|-shm$/.test(path));

/** What students said and what became of it; the number of the receipt aside. */
async function answers(home: Workspace): Promise<{ kinds: Json[]; objections: Json[] }> {
  const { value } = await home.json('receipt', 'status', '--school', SCHOOL, ...TODAY);
  const { value: waiting } = await home.json('receipt', 'objections', '--school', SCHOOL, ...TODAY);
  return { kinds: value.kinds.map(({ version: _version, ...kind }: Json) => kind), objections: waiting.objections };
}

const students = (): Student[] => structuredClone(studentsOf(base.receipts[KIND]!));
const withStudents = (list: unknown[]): Record<string, unknown> => ({ ...base.receipts, [KIND]: { ...base.receipts[KIND], [KIND]: list } });
const text = (bytes: Uint8Array, change: (text: string) => string): Uint8Array => new TextEncoder().encode(change(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)));

/** Imports on top of what is there; gives the problems, each said in words, and the folder must be as it was. */
async function refused(receipts: Readonly<Record<string, unknown>>, form: ZipForm = {}, ...more: readonly string[]): Promise<string[]> {
  const home = base.home.copy();
  const [before, said] = [state(home), await answers(home)];
  const { code, value } = await take(home, receipts, form, ...more);
  expect([code, value.status, value.version, value.kinds, value.matched, value.differences]).toEqual([2, 'refused', null, {}, 0, []]);
  expect(state(home)).toEqual(before);
  expect(await answers(home)).toEqual(said);
  for (const { message, fix } of value.findings) expect(message && fix).toMatch(/\S/);
  return value.findings.map(({ problem }: Json) => problem);
}

/** Imports what is odd and to be believed: what students said stays as it was. */
async function accepted(receipts: Readonly<Record<string, unknown>>): Promise<{ home: Workspace; value: Json; problems: string[] }> {
  const home = base.home.copy();
  const said = await answers(home);
  const { value } = await take(home, receipts);
  expect(value.status).toBe('imported');
  expect(await answers(home)).toEqual(said);
  return { home, value, problems: value.findings.map(({ problem }: Json) => problem) };
}

describe('is refused whole', () => {
  const cases: Readonly<Record<string, { receipts?: () => Readonly<Record<string, unknown>>; form?: ZipForm; more?: readonly string[]; problems: readonly string[] }>> = {
    'a wrong password': { form: { password: 'another' }, problems: ['zip/wrong-password'] },
    'a file that SHA.txt does not list': { form: { relist: (list) => list.split('\r\n').slice(1).join('\r\n') }, problems: ['receipt/digest-missing'] },
    'a file that is not what SHA.txt says': { form: { tamper: (name, bytes) => (name.includes(KIND) ? text(bytes, (json) => json.replace('"85"', '"95"')) : bytes) }, problems: ['receipt/digest-wrong'] },
    'a line of SHA.txt for a file that is not there': { form: { relist: (list) => `${list}多元表現.json,${'0'.repeat(64)}\r\n` }, problems: ['receipt/digest-orphan'] },
    'a line of SHA.txt without a digest': { form: { relist: (list) => list.replace(/[0-9a-f]{10}(?=,|\r)/i, '') }, problems: ['receipt/digest-line', 'receipt/digest-missing'] },
    'no SHA.txt': { form: { list: 'LIST.txt' }, problems: ['receipt/no-digests'] },
    'JSON that is cut off, though its digest is true': { form: { write: (name, bytes) => (name.includes(KIND) ? text(bytes, (json) => json.slice(0, json.length / 2)) : bytes) }, problems: ['json/syntax'] },
    'JSON that is cut off after its last row': { form: { write: (name, bytes) => (name.includes(KIND) ? bytes.subarray(0, bytes.length - 2) : bytes) }, problems: ['json/syntax'] },
    'JSON that is cut off within a character': { form: { write: (name, bytes) => (name.includes(KIND) ? bytes.subarray(0, bytes.lastIndexOf(0xe5) + 1) : bytes) }, problems: ['json/syntax'] },
    'another school, said beside the rows': { receipts: () => ({ [KIND]: { ...base.receipts[KIND], 學校代碼: '990398' } }), problems: ['receipt/other-school'] },
    'another school, said in names': { form: { prefix: '990398_114_1_' }, problems: ['receipt/other-school'] },
    'another term, said beside the rows': { receipts: () => ({ [KIND]: { ...base.receipts[KIND], 學年度: 114, 學期: 2 } }), problems: ['receipt/other-term'] },
    'another term, said in names': { form: { prefix: '113_2_' }, problems: ['receipt/other-term'] },
    'another term, by the rosters it names': { more: ['--term', '114-2'], problems: ['receipt/other-term'] },
    'a kind nothing was submitted of': { receipts: () => ({ 多元表現: { 名冊資訊: [], 多元表現: [] } }), problems: ['receipt/nothing-submitted'] },
  };

  test.each(Object.keys(cases))('%s', async (name) => {
    const { receipts = () => base.receipts, form = {}, more = [], problems } = cases[name]!;
    expect(await refused(receipts(), form, ...more)).toEqual(problems);
  });

  test('another school, by its students alone', async () => {
    expect(await refused((await submitted(STUDENTS, 'another school')).receipts)).toEqual(['receipt/nobody-known']);
  });

  test('no password where one is needed', async () => {
    const home = base.home.copy();
    const before = state(home);
    const { code, value } = await home.json('receipt', 'import', home.file('locked.zip', await receiptZip(base.receipts, { password: PASSWORD })), ...HERE);
    expect([code, value.findings.map(({ problem }: Json) => problem)]).toEqual([2, ['zip/encrypted']]);
    expect(state(home)).toEqual(before);
  });

  test('a download that was cut off', async () => {
    const home = base.home.copy();
    const before = state(home);
    const whole = await receiptZip(base.receipts);
    const { code, value } = await home.json('receipt', 'import', home.file('cut.zip', whole.subarray(0, whole.length - 40)), ...HERE);
    expect([code, value.status, value.findings.length > 0]).toEqual([2, 'refused', true]);
    expect(state(home)).toEqual(before);
  });

  test('one that was replaced since', async () => {
    const home = base.home.copy();
    await take(home, spoil(base.receipts, 'newer').receipts);
    const [before, said] = [state(home), await answers(home)];
    const { code, value } = await take(home, base.receipts);
    expect([code, value.findings.map(({ problem }: Json) => problem)]).toEqual([2, ['receipt/older']]);
    expect([state(home), await answers(home)]).toEqual([before, said]);
    expect(await take(home, base.receipts, {}, '--again')).toMatchObject({ code: 0, value: { status: 'imported', version: 3 } });
  });
});

describe('is taken in as it is', () => {
  /** One student's first row with further texts in it; what the row is about stays. */
  function oddRow(more: Row): Record<string, unknown> {
    const [first, ...rest] = students();
    const { 身分證號, 出生日期, ...sheets } = first!;
    const [sheet, rows] = Object.entries(sheets)[0] as [string, Row[]];
    return withStudents([{ 身分證號, 出生日期, ...sheets, [sheet]: [{ ...rows[0], ...more }, ...rows.slice(1)] }, ...rest]);
  }

  /** The row is new, so its student looks again; nobody else does. */
  async function asIs(more: Row, shown: string): Promise<void> {
    const home = base.home.copy();
    const said = await answers(home);
    const { code, value } = await take(home, oddRow(more));
    expect([code, value.differences, value.missing + value.extra + value.changed]).toEqual([0, [], 0]);
    expect(value.findings.map(({ problem }: Json) => problem)).toEqual(Object.keys(more).map(() => 'reconcile/unknown-column'));
    const after = (await answers(home)).kinds[0];
    expect(Math.abs(after.open - said.kinds[0].open)).toBeLessThanOrEqual(1);
    const folder = join(home.root, 'odd');
    await home.run('receipt', 'sheets', ...HERE, ...TODAY, '--out', folder, '--kind', KIND);
    const pages = filesBelow(folder).filter((path) => /^114-1\/[^/]+\/[^/]+\.html$/.test(path)).map((path) => readFileSync(join(folder, path), 'utf8').replaceAll('&#34;', '"').replaceAll('&quot;', '"'));
    expect(pages.filter((page) => page.includes(shown))).toHaveLength(1);
  }

  test('braces inside a text, and nested objects', async () => {
    await asIs({ 備註: '}{ {"科目":"國文"} }', 細項: { 甲: [{ 乙: '}' }] } }, '}{ {"科目":"國文"} }');
  });

  test('quotes and backslashes inside a text', async () => {
    await asIs({ 備註: '他說「"好"」\\ "}, {"' }, '他說「"好"」\\ "}, {"');
  });

  test('students we do not know are named, masked, and are nobody of ours', async () => {
    const stranger = { ...students()[0]!, 身分證號: 'A123456789' };
    const { value, problems } = await accepted(withStudents([...students(), stranger]));
    expect([problems, value.missing, value.changed]).toEqual([['reconcile/unknown-student'], 0, 0]);
    expect(value.findings[0].message).toMatch(/A12345\*{4}/);
    expect(value.differences.every(({ type, student, ref }: Json) => type === 'theirs-only' && student === 'A12345****' && ref === null)).toBe(true);
    expect(value.extra).toBe(value.differences.length);
  });

  test('one id with two birth dates is named, and the second is not taken for the first', async () => {
    const twin = { ...students()[0]!, 出生日期: '0970101' };
    const { value, problems } = await accepted(withStudents([...students(), twin]));
    expect([problems, value.missing, value.changed]).toEqual([['reconcile/two-birth-dates'], 0, 0]);
    expect(value.differences.every(({ type, ref }: Json) => type === 'theirs-only' && ref === null)).toBe(true);
  });

  test('rosters that were saved anew are named; rows say what was submitted', async () => {
    const { value, problems } = await accepted({ ...base.receipts, [KIND]: { ...base.receipts[KIND], 名冊資訊: [{ 名稱: '成績名冊', SHA: 'f'.repeat(64) }] } });
    expect([problems, value.differences]).toEqual([['reconcile/unknown-roster'], []]);
  });
});

test('wrong usage is told apart from wrong data', async () => {
  const home = base.home.copy();
  for (const args of [['import'], ['import', 'nowhere.zip'], ['forget', 'x.zip']]) expect((await home.run('receipt', ...args, ...HERE)).code).toBe(64);
  expect((await home.run('receipt', 'import', home.file('x.zip', 'x'), '--school', SCHOOL)).code).toBe(64);
});
