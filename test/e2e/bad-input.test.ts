/** Whatever a school hands in: a coded finding that says where and what to do, quarantine, and everything else goes on. */
import { beforeAll, describe, expect, test } from 'vitest';
import { rawZip } from '../formats/zip/raw-zip.ts';
import { type Json, type Outcome, schoolHome, type Workspace } from '../licheng.ts';
import { csv, SCHOOL, sheet, type Sheet, sheetsOf, TERM, withCells, workbook, zip } from '../rosters.ts';

const CSV_NAME = '114_1_學生成績名冊_學期成績.csv';
const GOOD_NAME = 'good/114_1_學生成績名冊_轉學轉科成績.csv';
const clean = sheetsOf(6);
const scores = sheet(clean, '學期成績', '學生成績名冊');
const students = sheet(clean, '學生資料');

const mapHeader = (one: Sheet, map: (header: string) => string): Sheet => ({ ...one, header: one.header.map(map) });
const without = (one: Sheet, header: string): Sheet => {
  const keep = (_: string, index: number): boolean => one.header[index] !== header;
  return { ...one, header: one.header.filter(keep), rows: one.rows.map((row) => row.filter(keep)) };
};
const doubled = (one: Sheet, header: string): Sheet => ({
  ...one, header: [...one.header, header], rows: one.rows.map((row) => [...row, row[one.header.indexOf(header)]!]),
});
const replaced = (bytes: Uint8Array, from: readonly number[], to: readonly number[]): Buffer => {
  const copy = Buffer.from(bytes);
  copy.set(to, copy.indexOf(Buffer.from(from)));
  return copy;
};
const brokenQuote = (bytes: Uint8Array): string => {
  const lines = Buffer.from(bytes).toString().split('\r\n');
  return lines.with(4, lines[4]!.replace(',國語文,', ',"國語文,').replace(/,1,/, ',"1,')).join('\r\n');
};

interface Expected {
  readonly code: string;
  readonly sheet?: string | null;
  readonly row?: number | null;
  readonly column?: string | null;
}

interface Case extends Expected {
  readonly name: string;
  readonly bytes: () => Promise<Uint8Array | string> | Uint8Array | string;
  /** Name of the file the finding is about, when it is not the one handed in. */
  readonly about?: string;
  /** Records taken in and rows set aside; left out when the whole file is. */
  readonly records?: number;
  readonly rejected?: number;
}

const CASES: Readonly<Record<string, Case>> = {
  'a file nobody recognises': { name: 'shopping.csv', bytes: () => '品名,數量\r\n蘋果,3\r\n', code: 'intake/unrecognised' },
  'a picture that calls itself a CSV': { name: 'picture.csv', bytes: () => Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), code: 'file/unknown-format' },
  'an empty file': { name: 'empty.csv', bytes: () => '', code: 'file/empty' },
  'a truncated workbook': { name: 'cut.xlsx', bytes: async () => (await workbook([students])).slice(0, -300), code: 'zip/damaged' },
  'a truncated ZIP': { name: 'cut.zip', bytes: async () => (await zip([{ name: CSV_NAME, bytes: await csv(scores) }])).slice(0, 400), code: 'zip/damaged' },
  'a bombed ZIP': { name: 'bomb.zip', bytes: () => rawZip([{ name: 'b.csv', data: Buffer.alloc(20 * 1024 * 1024, '0'), deflate: true }]), about: 'bomb.zip!b.csv', code: 'zip/bomb' },
  'a ZIP entry that was changed': { name: 'crc.zip', bytes: () => rawZip([{ name: 'c.csv', data: 'a,b\n1,2\n', crc: 1 }]), about: 'crc.zip!c.csv', code: 'zip/bad-crc' },
  'a locked ZIP entry': { name: 'locked.zip', bytes: () => rawZip([{ name: 'l.csv', data: 'a,b\n1,2\n', flags: 0x801 }]), about: 'locked.zip!l.csv', code: 'zip/encrypted' },
  'a ZIP without data': { name: 'nothing.zip', bytes: () => zip([{ name: '__MACOSX/x', bytes: Buffer.from('x') }]), code: 'intake/empty-archive' },
  'a ZIP in a ZIP': { name: 'outer.zip', bytes: async () => zip([{ name: 'inner.zip', bytes: await zip([{ name: CSV_NAME, bytes: await csv(scores) }]) }]), about: 'outer.zip!inner.zip', code: 'intake/nested-archive' },
  'a cover of another school': { name: 'other-school.xlsx', bytes: () => workbook([students], { school: '014302' }), code: 'intake/wrong-school', sheet: '封面', row: 2, column: '學校代碼' },
  'a cover with half a school code': { name: 'half-code.xlsx', bytes: () => workbook([students], { school: '9903' }), code: 'intake/wrong-school', sheet: '封面', row: 2, column: '學校代碼' },
  'a cover whose term is none': { name: '114_1_學生資料名冊.xlsx', bytes: () => workbook([students], { part: '9' }), code: 'intake/bad-term', sheet: '封面', row: 2, column: '學期' },
  'a cover whose year is none': { name: 'no-year.xlsx', bytes: () => workbook([students], { year: '２０２５' }), code: 'intake/bad-term', sheet: '封面', row: 2, column: '學年度' },
  'a cover whose year no edition knows': { name: 'year-105.xlsx', bytes: () => workbook([scores], { year: '105' }), code: 'intake/unknown-edition', sheet: '封面', row: 2, column: '學年度' },
  'a cover without row 2': { name: 'no-row-2.xlsx', bytes: () => workbook([students], { filled: false }), code: 'xlsx/bad-cover', sheet: '封面', row: 2 },
  'nothing that says the term': { name: '學期成績.csv', bytes: () => csv(scores), code: 'intake/no-term' },
  'a column that is missing': { name: 'missing.xlsx', bytes: () => workbook([without(scores, '課程代碼')]), code: 'mapping/missing-column', sheet: '學期成績', row: 1, column: '課程代碼' },
  'a column that is doubled': { name: 'doubled.xlsx', bytes: () => workbook([doubled(scores, '課程代碼')]), code: 'mapping/doubled-column', sheet: '學期成績', row: 1, column: '課程代碼' },
  'a column that is renamed': { name: 'renamed.xlsx', bytes: () => workbook([mapHeader(scores, (text) => (text === '課程代碼' ? '課程代碼X' : text))]), code: 'mapping/renamed-column', sheet: '學期成績', row: 1, column: '課程代碼X' },
  'a sheet nobody maps': { name: 'extra-sheet.xlsx', bytes: () => workbook([students, { roster: '', title: '家庭狀況', header: ['父', '母'], rows: [['甲', '乙'], ['丙', '丁']] }]), code: 'intake/unmapped-sheet', sheet: '家庭狀況', records: 6, rejected: 2 },
  'an impossible date': { name: 'date.xlsx', bytes: () => workbook([withCells(students, 2, { 出生日期: '0990230' })]), code: 'mapping/impossible-date', sheet: '學生資料', row: 4, column: '出生日期', records: 5, rejected: 1 },
  'a word in a score': { name: 'score.xlsx', bytes: () => workbook([withCells(scores, 3, { 學期學業成績: '缺考' })]), code: 'mapping/not-a-number', sheet: '學期成績', row: 5, column: '學期學業成績', records: scores.rows.length - 1, rejected: 1 },
  'a row without id': { name: 'no-id.xlsx', bytes: () => workbook([withCells(students, 0, { 身分證號: '' })]), code: 'mapping/blank-key', sheet: '學生資料', row: 2, column: '身分證號', records: 5, rejected: 1 },
  'a broken quote': { name: `quote/${CSV_NAME}`, bytes: async () => brokenQuote(await csv(scores)), code: 'csv/broken-quote', row: 5, records: scores.rows.length - 1, rejected: 1 },
  'bytes that CP950 does not define': { name: `big5/${CSV_NAME}`, bytes: async () => replaced(await csv(scores, 'cp950'), [0xb0, 0xea, 0xbb, 0x79], [0xa3, 0xc0]), code: 'text/undefined-bytes', row: 2, column: '科目名稱', records: scores.rows.length - 1, rejected: 1 },
  'bytes that are no UTF-8': { name: `utf8/${CSV_NAME}`, bytes: async () => replaced(await csv(scores), [...Buffer.from('國語文')], [0xe5, 0xff]), code: 'text/undefined-bytes', row: 2, column: '科目名稱', records: scores.rows.length - 1, rejected: 1 },
};

let home: Workspace;
let folder: string;
let outcome: { code: number | null; value: Json };
let said: Outcome;
let report: { code: number | null; value: Json };
let quarantine: Json;

beforeAll(async () => {
  home = await schoolHome(SCHOOL);
  folder = `${home.root}/files`;
  for (const { name, bytes } of Object.values(CASES)) home.file(name, await bytes());
  home.file(GOOD_NAME, await csv(sheet(clean, '轉學轉科成績')));
  outcome = await home.json('import', folder, '--school', SCHOOL);
  report = await home.json('check', '--school', SCHOOL, '--term', TERM, '--lang', 'zh-TW');
  quarantine = (await home.json('quarantine', 'list', '--school', SCHOOL, '--lang', 'zh-TW')).value;
  said = await home.run('import', folder, '--school', SCHOOL, '--lang', 'zh-TW');
});

describe.each(Object.entries(CASES))('%s', (_, { name, about = name, code, sheet: inSheet, row, column, records, rejected }) => {
  const whole = records === undefined;

  test(`sets the ${whole ? 'file aside' : 'row aside and takes the others'}`, () => {
    const file = outcome.value.files.find((one: Json) => one.file === about);
    expect(file).toMatchObject({ status: whole ? 'quarantined' : 'imported', rejected: rejected ?? 0 });
    expect(file.reasons).toContain(code);
    expect(Object.values<number>(file.records).reduce((sum, count) => sum + count, 0)).toBe(records ?? 0);
  });

  test('is a finding that says where and what to do', () => {
    const finding = report.value.findings.find((one: Json) => one.rule === code && one.file === about);
    expect(finding).toMatchObject({ severity: 'error', ...(inSheet === undefined ? {} : { sheet: inSheet }), ...(row === undefined ? {} : { row }), ...(column === undefined ? {} : { column }) });
    for (const text of [finding.message, finding.fix]) {
      expect(text).toMatch(/[\u4e00-\u9fff]{2}/);
      expect(text).not.toMatch(/[{}]|undefined|null|NaN|\[object/);
    }
  });

  test('waits in quarantine with its reason', () => {
    const items = quarantine.items.filter((one: Json) => one.file === about && one.problem === code);
    expect(items).toHaveLength(rejected ?? 1);
    if (row !== undefined && !whole) expect(items[0].row).toBe(row);
  });
});

test('the good file of the drop is taken in', () => {
  expect(outcome.value.files.find((one: Json) => one.file === GOOD_NAME)).toMatchObject({ status: 'imported', records: { courseRecord: sheet(clean, '轉學轉科成績').rows.length }, rejected: 0, system: 'national-roster' });
});

test('every data file has exactly one line', () => {
  expect(outcome.value.files.map((one: Json) => one.file).sort()).toEqual([...Object.values(CASES).map(({ name, about = name }) => about), GOOD_NAME].sort());
});

test('exit codes say that errors were found, and no stack trace is shown', () => {
  expect([outcome.code, report.code, said.code]).toEqual([2, 2, 2]);
  expect(said.stdout + said.stderr).not.toMatch(/\bat .*\.(?:ts|js):\d+|node:internal|Error:/);
  expect(said.stderr).toBe('');
});

test('a finding is shown where it is with what to do about it', () => {
  expect(said.stdout).toContain('mapping/missing-column (學期成績 · 第 1 列 · 課程代碼)');
  expect(said.stdout).toMatch(/→ 請重新由校務系統匯出/);
});

test('rows read are rows taken in and rows set aside, in every sheet of the report', () => {
  const sheets = report.value.files.flatMap((file: Json) => file.sheets);
  expect(sheets.length).toBeGreaterThan(5);
  for (const { rowsRead, imported, rejected } of sheets) expect(imported + rejected).toBe(rowsRead);
});

test('a date in the wrong place shows its year only', () => {
  const finding = report.value.findings.find((one: Json) => one.rule === 'mapping/impossible-date');
  expect(finding.value).toBe('099****');
  expect(finding.message).not.toContain('0990230');
});
