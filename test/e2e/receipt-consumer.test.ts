/**
 * What the one consumer of receipts whose code is public gets wrong, and what its users are known to have met: each of it,
 * and how it is here.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { type Row, type Student, studentsOf } from '../central-database.ts';
import { filesBelow, type Json, type Workspace } from '../licheng.ts';
import { statusChange, writeExport } from '../portfolio.ts';
import { SCHOOL, sheet, sheetsOf, workbook } from '../rosters.ts';
import { HERE, type Submitted, submitted, take, TODAY } from './receipt-support.ts';

const KIND = '修課紀錄';
const OTHER_KIND = '校內幹部經歷';
const STUDENTS = 12;
// Of a seed with posts, both divisions and second examinations.
const SEED = 'confirm';

let base: Submitted;
beforeAll(async () => {
  base = await submitted(STUDENTS, SEED);
});

const students = (): Student[] => structuredClone(studentsOf(base.receipts[KIND]!));
const withStudents = (list: readonly unknown[]): Record<string, unknown> => ({ ...base.receipts, [KIND]: { ...base.receipts[KIND], [KIND]: list } });
const problems = ({ findings }: Json): string[] => findings.map(({ problem }: Json) => problem);
const bytes = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

const act = (home: Workspace, day: string, ...args: readonly string[]): Promise<{ code: number | null; value: Json }> => home.json('receipt', ...args, ...HERE, '--today', day);
const lines = async (home: Workspace, day: string): Promise<Json[]> => (await home.json('receipt', 'status', '--school', SCHOOL, '--today', day)).value.kinds;
const [FIRST, SECOND, LAST] = ['2026-03-02', '2026-03-03', '2026-03-06'];

/** Writes the students' sheets; gives the pages by the code in their name. */
async function pagesOf(home: Workspace, name: string): Promise<ReadonlyMap<string, string>> {
  const folder = join(home.root, name);
  await home.run('receipt', 'sheets', ...HERE, ...TODAY, '--out', folder);
  return new Map(filesBelow(folder).flatMap((path) => {
    const code = /_([0-9A-F]{4}-[0-9A-F]{4})\.html$/.exec(path)?.[1];
    return code === undefined ? [] : [[code, readFileSync(join(folder, path), 'utf8')] as const];
  }));
}

/** A home with the receipt, its window open until the sixth; and the codes of its students. */
async function opened(): Promise<{ home: Workspace; codes: readonly string[] }> {
  const home = base.home.copy();
  await take(home, base.receipts);
  await act(home, FIRST, 'open', '--to', LAST);
  return { home, codes: [...(await pagesOf(home, 'codes')).keys()] };
}

const DEFECTS: Readonly<Record<string, () => Promise<void>>> = {
  'takes year and term from whoever uploads: here a receipt that says another, or answers to rosters of another, is refused': async () => {
    expect(problems((await take(base.home.copy(), base.receipts, { prefix: '114_2_' })).value)).toEqual(['receipt/other-term']);
    expect(problems((await take(base.home.copy(), base.receipts, {}, '--term', '114-2')).value)).toEqual(['receipt/other-term']);
  },
  'drops a JSON file that SHA.txt does not list, without a word: here the receipt is refused and the file named': async () => {
    const { value } = await take(base.home.copy(), base.receipts, { relist: (list) => list.split('\r\n').filter((line) => !line.includes(OTHER_KIND)).join('\r\n') });
    expect([problems(value), value.findings[0].message.includes(`${OTHER_KIND}.json`)]).toEqual([['receipt/digest-missing'], true]);
  },
  'has a switch for the digests and does not act on what it finds: here there is none, and a list that is there counts in every mode': async () => {
    const tampered = { tamper: (name: string, own: Uint8Array) => (name.includes(KIND) ? Uint8Array.from([...own, 0x20]) : own) };
    for (const mode of [[], ['--per-student'], ['--again']]) expect(problems((await take(base.home.copy(), base.receipts, tampered, ...mode)).value)).toEqual(['receipt/digest-wrong']);
    expect((await base.home.run('receipt', '--help')).stdout).not.toMatch(/--(?:no|skip|ignore)-/);
  },
  'passes over files of other names: here they are named': async () => {
    const { value } = await take(base.home.copy(), { ...base.receipts, 重要通知: { 內容: '請看' } });
    expect([value.status, problems(value)]).toEqual(['imported', ['receipt/unknown-kind']]);
    expect(value.findings[0].message).toContain('重要通知.json');
  },
  'fails on a byte order mark it does not expect: here every file may have one, the list of digests too': async () => {
    expect((await take(base.home.copy(), base.receipts, { relist: (list) => `\uFEFF${list}` })).value).toMatchObject({ status: 'imported', differences: [], findings: [] });
    const bare = { write: (_name: string, own: Uint8Array) => own.subarray(3) };
    expect((await take(base.home.copy(), base.receipts, bare)).value).toMatchObject({ status: 'imported', differences: [], findings: [] });
  },
  'loses 進修部補考成績 by a slip of its name: here what is lost on the way is found, row by row': async () => {
    const lost = students().reduce((sum, student) => sum + ((student['進修部補考成績'] ?? []) as Row[]).length, 0);
    expect(lost).toBeGreaterThan(0);
    const { value } = await take(base.home.copy(), withStudents(students().map(({ 進修部補考成績: _lost, ...student }) => student)));
    expect(value.differences.map(({ sheet: title, type }: Json) => `${title} ${type}`)).toEqual(Array.from({ length: lost }, () => '進修部補考成績 ours-only'));
  },
  'drops lists it has no property for: here they are kept, named and shown': async () => {
    const [first, ...rest] = students();
    const home = base.home.copy();
    const { value } = await take(home, withStudents([{ ...first!, 新課綱的分頁: [{ 欄位: '沒見過的內容' }] }, ...rest]));
    expect([value.kept, value.differences, problems(value)]).toEqual([1, [], ['reconcile/unknown-sheet']]);
    expect([...(await pagesOf(home, 'kept')).values()].filter((page) => page.includes('新課綱的分頁') && page.includes('沒見過的內容'))).toHaveLength(1);
  },
  'cuts rows out of the text at every brace: here a row is what JSON says it is': async () => {
    const [first, ...rest] = students();
    const rows = structuredClone(first!['學期成績'] ?? first!['進修部學期成績']) as Row[];
    const title = first!['學期成績'] ? '學期成績' : '進修部學期成績';
    const { value } = await take(base.home.copy(), withStudents([{ ...first!, [title]: rows.map((row) => ({ 備註: '}{', 細項: [{ 甲: { 乙: '}' } }], ...row })) }, ...rest]));
    expect([value.status, value.differences]).toEqual(['imported', []]);
  },
  'keeps agreement and doubt apart, so that a student has both: here the later word counts, and what was said before is kept': async () => {
    const { home, codes: [code = ''] } = await opened();
    const said = async (...args: readonly string[]): Promise<Json> => {
      await act(home, FIRST, ...args, '--student', code, '--kind', KIND);
      return (await lines(home, FIRST)).find(({ kind }) => kind === KIND);
    };
    expect(await said('confirm')).toMatchObject({ confirmed: 1, objected: 0, open: STUDENTS - 1 });
    expect(await said('object', '--text', '少一科')).toMatchObject({ confirmed: 0, objected: 1, open: STUDENTS - 1 });
    expect(await said('confirm')).toMatchObject({ confirmed: 1, objected: 0, open: STUDENTS - 1 });
    expect((await pagesOf(home, 'after')).get(code)).toContain('少一科');
  },
  'hides the other kinds when one comes alone: here each kind stands for itself': async () => {
    const { home, codes } = await opened();
    for (const code of codes) await act(home, FIRST, 'confirm', '--student', code);
    const { value } = await take(home, { [OTHER_KIND]: { ...base.receipts[OTHER_KIND]!, 版次: 2 } });
    expect(value).toMatchObject({ status: 'imported', version: 2, differences: [] });
    expect((await lines(home, FIRST)).map(({ kind, version, confirmed, students: all }) => [kind, version, confirmed === all])).toEqual([[KIND, 1, true], [OTHER_KIND, 2, true]]);
    expect([...(await pagesOf(home, 'both')).values()].every((page) => page.includes(KIND))).toBe(true);
  },
  'lets rows that a newer receipt lacks vanish from view: here they are said, shown, and the student is asked again': async () => {
    const { home, codes } = await opened();
    for (const code of codes) await act(home, FIRST, 'confirm', '--student', code, '--kind', KIND);
    const [first, ...rest] = students();
    const title = first!['學期成績'] ? '學期成績' : '進修部學期成績';
    const { value } = await take(home, withStudents([{ ...first!, [title]: (first![title] as Row[]).slice(1) }, ...rest]), {}, '--today', SECOND);
    expect(value.differences.map(({ type, sheet: own }: Json) => [type, own])).toEqual([['ours-only', title]]);
    expect((await lines(home, SECOND)).find(({ kind }) => kind === KIND)).toMatchObject({ confirmed: STUDENTS - 1, open: 1 });
    expect([...(await pagesOf(home, 'lost')).values()].filter((page) => page.includes('<tr class="ours-only">'))).toHaveLength(1);
  },
  'counts flags instead of students: here each student is counted once, whatever they said': async () => {
    const { home, codes } = await opened();
    await act(home, FIRST, 'confirm', '--student', codes[0]!, '--kind', KIND);
    await act(home, FIRST, 'object', '--student', codes[1]!, '--kind', KIND, '--text', '第一筆不對');
    await act(home, FIRST, 'object', '--student', codes[1]!, '--kind', KIND, '--text', '還有第二筆');
    for (const day of [FIRST, LAST, '2026-03-07']) {
      if (day > LAST) await act(home, day, 'close');
      for (const { students: all, open, confirmed, silent, objected, answered, corrected, resubmitted } of await lines(home, day)) {
        expect(open + confirmed + silent + objected + answered + corrected + resubmitted).toBe(all);
      }
    }
    expect((await lines(home, '2026-03-07'))[0]).toMatchObject({ confirmed: 1, objected: 1, silent: STUDENTS - 2, open: 0 });
  },
  'loses whoever has another id now: here a corrected one leads to the same student, in the receipt and in the answers': async () => {
    const home = base.home.copy();
    const old = students()[0]!;
    const birthDate = `${Number(old.出生日期.slice(0, 3)) + 1911}-${old.出生日期.slice(3, 5)}-${old.出生日期.slice(5)}`;
    const now = { name: '', idNumber: 'A123456789', birthDate };
    await writeExport(join(home.root, 'changes'), 'status-changes', SCHOOL, [statusChange(SCHOOL, now, '407', '2026-02-25', { oldIdNumber: old.身分證號, oldBirthDate: birthDate })]);
    expect((await home.json('import', join(home.root, 'changes'), '--school', SCHOOL)).code).toBe(0);
    const corrected = withStudents(students().map((one) => (one.身分證號 === old.身分證號 ? { ...one, 身分證號: now.idNumber } : one)));
    expect((await take(home, corrected)).value).toMatchObject({ status: 'imported', differences: [], missing: 0, extra: 0 });
    await act(home, FIRST, 'open', '--to', LAST);
    const list = home.file('answers.csv', `身分證號,出生日期,種類,結果\n${old.身分證號},${old.出生日期},${KIND},正確\n`);
    expect((await act(home, FIRST, 'confirm', '--file', list)).value).toMatchObject({ read: 1, confirmed: 1, rejected: [] });
    // The same receipt under the id it was submitted with: nobody has to say it twice.
    expect((await take(home, base.receipts)).value).toMatchObject({ status: 'imported', differences: [] });
    expect((await lines(home, FIRST)).find(({ kind }) => kind === KIND)).toMatchObject({ students: STUDENTS, confirmed: 1 });
  },
  'shows nothing to whoever has left: here everybody whose data was submitted has a sheet': async () => {
    const home = base.home.copy();
    const roster = sheet(sheetsOf(STUDENTS, { seed: SEED }), '學生資料');
    const rest = { ...roster, rows: roster.rows.slice(1) };
    await home.run('import', home.file(`114_1_${roster.roster}.xlsx`, await workbook([rest], { rosterType: '1' })), '--school', SCHOOL);
    expect((await take(home, base.receipts)).value).toMatchObject({ status: 'imported', differences: [], findings: [] });
    expect(await pagesOf(home, 'left')).toHaveProperty('size', STUDENTS);
  },
};

test.each(Object.keys(DEFECTS))('it %s', (name) => DEFECTS[name]!());

test('a file that is no JSON object at all is refused like any other shape nobody knows', async () => {
  const { value } = await take(base.home.copy(), base.receipts, { write: (name, own) => (name === KIND ? bytes([]) : own) });
  expect(problems(value)).toEqual(['receipt/shape']);
});
