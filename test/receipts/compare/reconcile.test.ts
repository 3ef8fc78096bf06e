import { describe, expect, test } from 'vitest';
import type { StudentKey } from '../../../src/core/record.ts';
import { keyText } from '../../../src/core/student-key.ts';
import { bindKeys } from '../../../src/receipts/compare/columns.ts';
import type { FileDigests } from '../../../src/receipts/compare/files.ts';
import type { SheetPlan } from '../../../src/receipts/compare/plan.ts';
import { reconcile, type Reconciliation } from '../../../src/receipts/compare/reconcile.ts';
import type { ReceiptRow, ReceiptStudent } from '../../../src/receipts/content.ts';
import { differencesOf, tally } from '../../../src/receipts/differences.ts';
import { type Correction, identities } from '../../../src/receipts/identities.ts';
import { kindOfFile } from '../../../src/receipts/kinds.ts';
import { type SentPart, sentAfter, touchedBy } from '../../../src/receipts/sent.ts';
import { KINDS, planOf } from '../support.ts';

const SCORES = planOf('修課紀錄', '學期成績');
const RETAKES = planOf('修課紀錄', '重修成績');
const ME: StudentKey = { idNumber: 'A123456789', birthDate: '2009-05-04' };
const OTHER: StudentKey = { idNumber: 'B223456780', birthDate: '2009-05-05' };

/** Rows as we submitted them, by header. */
function sentRow({ mapping }: SheetPlan, cells: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(mapping.columns.filter(({ to }) => to !== 'idNumber' && to !== 'birthDate').map(({ to, definition }) => [to, cells[definition.headers[0]!] ?? '']));
}

function part(plan: SheetPlan, rows: readonly (readonly [StudentKey, Readonly<Record<string, string>>])[], removed: SentPart['removed'] = []): SentPart {
  const groups = Map.groupBy(rows, ([key]) => keyText(key));
  return { removed, sheets: [{ mapping: plan.mapping, students: new Map([...groups].map(([text, list]) => [text, { key: list[0]![0], rows: list.map(([, cells]) => sentRow(plan, cells)) }])) }] };
}

const SCORE = { 課程代碼: '114014302H11101A1010101', 科目名稱: '國語文', 開課年級: '1', 修課學分: '4', 學期學業成績: '85', 成績及格: '1', 補考成績: '-1', 補考及格: '-1', 是否採計學分: '1', 質性文字描述: '' };
const student = (sheets: Readonly<Record<string, readonly ReceiptRow[]>>, idNumber = ME.idNumber, birthDate = '0980504'): ReceiptStudent => ({ idNumber, birthDate, sheets: new Map(Object.entries(sheets)) });

interface Options {
  readonly parts?: readonly SentPart[];
  readonly plans?: readonly SheetPlan[];
  readonly corrections?: readonly Correction[];
  readonly ours?: readonly StudentKey[];
  readonly partial?: boolean;
  readonly files?: FileDigests;
}

function compare(students: readonly ReceiptStudent[], { parts = [part(SCORES, [[ME, SCORE]])], plans = [SCORES, RETAKES], corrections = [], ours = [], partial = false, files = () => null }: Options = {}): Reconciliation {
  return reconcile({
    kind: kindOfFile(KINDS, plans[0]!.sheet.roster.includes('多元') ? '多元表現' : plans[0]!.sheet.roster.includes('成果') ? '課程學習成果' : '修課紀錄')!, year: 114, students, plans,
    sent: sentAfter(parts), touched: partial ? touchedBy(parts.slice(1)) : null, identities: identities(corrections),
    isOurs: (key) => ours.some((one) => keyText(one) === keyText(key)), files,
  });
}

const types = ({ students }: Reconciliation): string[] => students.flatMap(({ sheets }) => sheets.flatMap(({ rows }) => rows.map(({ type }) => type)));
const codes = ({ remarks }: Reconciliation): string[] => remarks.map(({ code }) => code);

describe('a row', () => {
  test.each<[string, ReceiptRow]>([
    ['as it was sent', SCORE],
    ['with numbers and truth values', { ...SCORE, 學期學業成績: 85, 成績及格: true, 修課學分: 4, 開課年級: 1 }],
    ['with its decimals written out', { ...SCORE, 學期學業成績: '85.00', 修課學分: '4.0' }],
    ['as the central database exports it', { ...SCORE, 成績及格: 'True', 補考成績: null, 補考及格: '' }],
    ['with blanks around, and its keys in another order', Object.fromEntries(Object.entries(SCORE).reverse().map(([key, text]) => [` ${key} `, ` ${text} `]))],
    ['with a key nobody knows', { ...SCORE, 檢核時間: '2026/03/01' }],
    ['with headers another system has', Object.fromEntries(Object.entries(SCORE).map(([key, text]) => [key === '修課學分' ? '學分數' : key, text]))],
  ])('%s is equal', (_what, row) => {
    const found = compare([student({ 學期成績: [row] })]);
    expect(types(found)).toEqual(['equal']);
    expect(codes(found)).not.toContain('reconcile/column-missing');
  });

  test.each<[string, Partial<typeof SCORE>, string]>([
    ['a score', { 學期學業成績: '84' }, '學期學業成績'], ['a score that is gone', { 學期學業成績: '' }, '學期學業成績'],
    ['what cannot be read', { 學期學業成績: '八十五' }, '學期學業成績'], ['a pass flag', { 成績及格: '0' }, '成績及格'], ['a name', { 科目名稱: '國語文I' }, '科目名稱'],
  ])('is unequal in %s', (_what, change, field) => {
    const [outcome] = compare([student({ 學期成績: [{ ...SCORE, ...change }] })]).students;
    expect(outcome!.sheets[0]!.rows.map(({ type, fields }) => [type, fields.map(({ header }) => header)])).toEqual([['unequal', [field]]]);
  });

  test('that nobody sent, and one that was not received, stand alone', () => {
    const found = compare([student({ 學期成績: [{ ...SCORE, 課程代碼: '114014302H11101A1010102' }] })]);
    expect(types(found)).toEqual(['ours-only', 'theirs-only']);
    expect(differencesOf('修課紀錄', found, () => 'r').map(({ type, fields }) => [type, fields[0]])).toEqual([
      ['ours-only', { field: '課程代碼', ours: SCORE.課程代碼, theirs: null }],
      ['theirs-only', { field: '課程代碼', ours: null, theirs: '114014302H11101A1010102' }],
    ]);
  });
});

describe('a sheet', () => {
  test('nobody knows is kept and compared with nothing', () => {
    const found = compare([student({ 學期成績: [SCORE], 新分頁: [{ 深: { 甲: '}' } }] })]);
    expect(types(found)).toEqual(['equal', 'kept']);
    expect(codes(found)).toEqual(['reconcile/unknown-sheet']);
    expect(found.students[0]!.sheets[1]!.rows[0]!.theirs).toEqual({ 深: { 甲: '}' } });
  });

  test('that lacks a column of ours everywhere is compared without it, and that is said', () => {
    const { 質性文字描述: _text, 補考及格: _flag, ...row } = SCORE;
    const found = compare([student({ 學期成績: [row] })]);
    expect(types(found)).toEqual(['equal']);
    expect(found.remarks).toEqual([{ code: 'reconcile/column-missing', params: { sheet: '學期成績', columns: '補考及格、質性文字描述' } }]);
  });

  test('whose keys say nothing of what its rows are about is not compared, on either side', () => {
    const found = compare([student({ 學期成績: [{ 代號: 'x', 學分: '4', 學期學業成績: '85' }] })]);
    expect(types(found)).toEqual(['kept', 'kept']);
    expect(codes(found).slice(0, 1)).toEqual(['reconcile/keys-unknown']);
    expect(tally(found)).toEqual({ matched: 0, missing: 0, extra: 0, changed: 0, kept: 2 });
  });

  test('binds each key to one field, exact headers before those that look alike', () => {
    const { bound, unknown } = bindKeys(SCORES.mapping, SCORES.others, ['課程代碼', '課程 代碼', '成績及格', '？']);
    expect(bound.map(({ key, field }) => [key, field])).toEqual([['課程代碼', 'courseCode'], ['成績及格', 'passed']]);
    expect(unknown).toEqual(['課程 代碼', '？']);
  });
});

describe('a student', () => {
  test('is found under a corrected key, whichever side has the old one', () => {
    const old: StudentKey = { ...ME, birthDate: '2009-05-14' };
    const corrections = [{ from: old, to: ME }];
    const theirsOld = compare([student({ 學期成績: [SCORE] }, ME.idNumber, '0980514')], { corrections });
    const oursOld = compare([student({ 學期成績: [SCORE] })], { parts: [part(SCORES, [[old, SCORE]])], corrections });
    for (const found of [theirsOld, oursOld]) {
      expect(types(found)).toEqual(['equal']);
      expect(found.students[0]!.key).toEqual(ME);
    }
    expect(codes(theirsOld)).toEqual(['reconcile/alias-used']);
    const both = compare([student({ 學期成績: [SCORE] }), student({ 重修成績: [] }, ME.idNumber, '0980514')], { corrections });
    expect(both.students).toHaveLength(1);
  });

  test('nobody knows is a stranger, whose rows nobody sent', () => {
    const found = compare([student({ 學期成績: [SCORE] }), student({ 學期成績: [SCORE] }, OTHER.idNumber, '0980505')]);
    expect(found.students.map(({ key }) => key)).toEqual([ME, null]);
    expect(types(found)).toEqual(['equal', 'theirs-only']);
    expect(found.remarks).toEqual([{ code: 'reconcile/unknown-student', params: { student: 'B22345****' } }]);
  });

  test('of the school who was not submitted is known, and has rows nobody sent', () => {
    const found = compare([student({ 學期成績: [SCORE] }, OTHER.idNumber, '0980505')], { ours: [OTHER] });
    expect(found.students.map(({ key }) => key)).toEqual([ME, OTHER]);
    expect(types(found)).toEqual(['ours-only', 'theirs-only']);
  });

  test('is never joined by the id alone', () => {
    const two = compare([student({ 學期成績: [SCORE] }), student({ 學期成績: [SCORE] }, ME.idNumber, '0980505')]);
    expect(two.students.map(({ key }) => key)).toEqual([ME, null]);
    expect(two.remarks).toEqual([{ code: 'reconcile/two-birth-dates', params: { student: 'A12345****' } }]);
    const other = compare([student({ 學期成績: [SCORE] }, ME.idNumber, '0980505')]);
    expect(types(other)).toEqual(['ours-only', 'theirs-only']);
    expect(codes(other)).toEqual(['reconcile/other-birth-date']);
  });

  test('whose file gives no birth date is found by id where one student has it', () => {
    expect(types(compare([student({ 學期成績: [SCORE] }, 'a123456789', '')]))).toEqual(['equal']);
    const twin: StudentKey = { ...ME, birthDate: '2008-01-01' };
    expect(codes(compare([student({ 學期成績: [SCORE] }, ME.idNumber, '')], { parts: [part(SCORES, [[ME, SCORE], [twin, SCORE]])] }))).toEqual(['reconcile/other-birth-date']);
  });
});

describe('a correction', () => {
  const better = { ...SCORE, 學期學業成績: '90' };
  const parts = [part(SCORES, [[ME, SCORE], [OTHER, SCORE]]), part(SCORES, [[ME, better]])];

  test('takes the place of the student\'s rows of the sheet, and of nothing else', () => {
    expect(types(compare([student({ 學期成績: [better] }), student({ 學期成績: [SCORE] }, OTHER.idNumber, '0980505')], { parts }))).toEqual(['equal', 'equal']);
  });

  test('may take a student\'s rows away', () => {
    const gone = [...parts, { sheets: [], removed: [{ mapping: SCORES.mapping.id, key: ME }] }];
    expect(compare([student({ 學期成績: [SCORE] }, OTHER.idNumber, '0980505')], { parts: gone }).students.map(({ key }) => key)).toEqual([OTHER]);
  });

  test('answered to alone asks for nobody else', () => {
    const found = compare([student({ 學期成績: [better] })], { parts, partial: true });
    expect(found.students.map(({ key }) => key)).toEqual([ME]);
    expect(types(found)).toEqual(['equal']);
    expect(types(compare([], { parts, partial: true }))).toEqual(['ours-only']);
  });
});

describe('a file', () => {
  const WORKS = planOf('課程學習成果', '學期課程學習成果');
  const WORK = { 實際修課學期: '1', 課程代碼: SCORE.課程代碼, 科目名稱: '國語文', 開課年級: '1', 修課學分: '4', 課程學習成果文件檔案連結: 'C01.pdf', 課程學習成果影音檔案連結: '', 成果簡述: '心得' };
  const files: FileDigests = (link) => (link === 'C01.pdf' ? { sha256: 'a'.repeat(64), md5: 'b'.repeat(32) } : null);
  const found = (extra: ReceiptRow) => compare([student({ 學期課程學習成果: [{ ...WORK, ...extra }] })], { plans: [WORKS], parts: [part(WORKS, [[ME, WORK]])], files });

  test('is compared by whichever digest the receipt gives', () => {
    expect(types(found({ 文件檔案MD5: 'B'.repeat(32), 影音檔案MD5: 'd41d8cd98f00b204e9800998ecf8427e' }))).toEqual(['equal']);
    expect(types(found({ 文件檔案SHA256: 'a'.repeat(64) }))).toEqual(['equal']);
    const other = found({ 文件檔案MD5: 'c'.repeat(32) });
    expect(other.students[0]!.sheets[0]!.rows[0]).toMatchObject({ type: 'unequal', fields: [{ header: '文件檔案MD5', ours: 'b'.repeat(32), theirs: 'c'.repeat(32) }] });
    expect(codes(other)).toEqual([]);
    expect(types(found({ 文件檔案MD5: '' }))).toEqual(['unequal']);
  });

  test('that is gone is known by the beginning of its digest', () => {
    const gone = (extra: ReceiptRow) => compare([student({ 學期課程學習成果: [{ ...WORK, ...extra }] })], { plans: [WORKS], parts: [part(WORKS, [[ME, WORK]])], files: () => ({ sha256: 'a'.repeat(32), md5: null }) });
    expect(types(gone({ 文件檔案SHA256: 'a'.repeat(64), 文件檔案MD5: 'c'.repeat(32) }))).toEqual(['equal']);
    expect(types(gone({ 文件檔案SHA256: `b${'a'.repeat(63)}` }))).toEqual(['unequal']);
  });

  test('of which we have no digest is not guessed at', () => {
    expect(types(compare([student({ 學期課程學習成果: [{ ...WORK, 文件檔案MD5: 'c'.repeat(32) }] })], { plans: [WORKS], parts: [part(WORKS, [[ME, WORK]])] }))).toEqual(['equal']);
  });
});

describe('a list', () => {
  const LISTS = KINDS.kinds.flatMap(({ title: kind, sheets }) => sheets.flatMap(({ titles }) => titles.map((title) => [kind, title] as const)));

  test.each(LISTS)('of %s called %s is compared, and missed where it is not there', (kind, title) => {
    const plan = planOf(kind, title);
    const headers = plan.mapping.columns.filter(({ to }) => to !== 'idNumber' && to !== 'birthDate').map(({ definition }) => definition.headers[0]!);
    const row = Object.fromEntries(headers.map((header) => [header, '1']));
    const found = (received: readonly ReceiptStudent[]): string[] => types(reconcile({
      kind: kindOfFile(KINDS, kind)!, year: 114, students: received, plans: [plan], sent: sentAfter([part(plan, [[ME, row]])]), touched: null,
      identities: identities([]), isOurs: () => true, files: () => null,
    }));
    expect(found([student({ [title]: [row] })])).toEqual(['equal']);
    expect(found([student({})])).toEqual(['ours-only']);
  });
});
