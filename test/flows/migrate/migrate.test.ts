/** The flow from outside: what is refused, what is kept, what cannot be held, and that the same input gives the same bytes. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { CanonicalRecord } from '../../../src/core/record.ts';
import { sourceSystem, targetSystem } from '../../../src/flows/migrate/systems.ts';
import { writeXlsx } from '../../../src/formats/xlsx/write.ts';
import { joined, memorySource } from '../../../src/formats/bytes.ts';
import { writeZip } from '../../../src/formats/zip/write.ts';
import { folder, notHeld, put, readBack, registry, run, SCHOOL, writeSource } from './support.ts';

const NATIONAL = registry.adapter('national-roster')!;
const source = { input: '0'.repeat(32), table: 0, row: 2 };
const key = { idNumber: 'A123456789', birthDate: '2008-03-15' };

const cadre = (more: Partial<CanonicalRecord> = {}): CanonicalRecord =>
  ({ type: 'cadre', school: SCHOOL, term: '114-1', ...key, unit: '學生會', role: '會長', level: '1', startDate: '2025-08-01', endDate: '2026-01-31', source, ...more });
const student = (more: Partial<CanonicalRecord> = {}): CanonicalRecord => ({ type: 'student', school: SCHOOL, term: '114-1', ...key, grade: 1, source, ...more });
const NATIONAL_STUDENT = new Set(registry.mapping('national-roster/108-student')!.columns.map(({ to }) => to));

/** A student list of the Big5 layout in UTF-8, with the term in its columns. */
const students = (...rows: readonly string[]): string =>
  ['學年度,學期,學號,姓名,身分證字號,生日,性別,部別,群別代碼,科別代碼,班別,年級,班級,座號,入學方式,學籍狀態,異動日期', ...rows].join('\r\n');
const STUDENT = '114,1,1130001,王小明,A123456789,97/03/15,男,日間部,11,101,1,1,101,01,,,';

function tree(root: string): Record<string, string> {
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)).sort();
  return Object.fromEntries(files.map((path) => [path.slice(root.length + 1), createHash('sha256').update(readFileSync(path)).digest('hex')]));
}

describe('what is written', () => {
  test('several years and terms at once, each in its own edition, the same bytes whatever the order', async () => {
    using work = folder();
    const from = join(work.path, 'from');
    const records = ['107-1', '108-2', '113-1', '114-1'].flatMap((term) => [cadre({ term }), student({ term })]);
    expect(await writeSource(NATIONAL, records, from)).toHaveLength(8);
    const files = readdirSync(from).map((name) => join(from, name));
    const one = await run('national-roster', 'national-roster', files, join(work.path, 'one'));
    await run('national-roster', 'national-roster', files.toReversed(), join(work.path, 'two'));
    expect(one).toMatchObject({ terms: ['107-1', '108-2', '113-1', '114-1'], loss: [], defaulted: [], refused: [], to: { editions: ['107', '108'] } });
    expect(one.files.map(({ file }) => file)).toEqual(['107_1_學生資料名冊.xlsx', '107_1_校內幹部經歷名冊.xlsx', '108_2_學生資料名冊.xlsx', '108_2_校內幹部經歷名冊.xlsx', '113_1_學生資料名冊.xlsx', '113_1_校內幹部經歷名冊.xlsx', '114_1_學生資料名冊.xlsx', '114_1_校內幹部經歷名冊.xlsx']);
    expect(tree(join(work.path, 'one'))).toEqual(tree(join(work.path, 'two')));
    expect(tree(join(work.path, 'one', 'files'))).toEqual(tree(from));
  });

  test('only its owner can read it', async () => {
    using work = folder();
    await writeSource(NATIONAL, [cadre(), cadre({ unit: '堃' })], join(work.path, 'from'));
    const out = join(work.path, 'out');
    await run('national-roster', 'big5-csv', [join(work.path, 'from')], out);
    const entries = readdirSync(out, { recursive: true, withFileTypes: true });
    expect(entries.length).toBeGreaterThan(4);
    for (const entry of entries) expect(statSync(join(entry.parentPath, entry.name)).mode & 0o077).toBe(0);
    expect(statSync(out).mode & 0o077).toBe(0);
  });

  test('an edition of another year only when asked for', async () => {
    using work = folder();
    await writeSource(NATIONAL, [cadre()], join(work.path, 'from'));
    const path = put(work.path, '學生資料.csv', students(STUDENT.replace('114,1', '106,1')));
    const none = await run('big5-csv', 'national-roster', [path], join(work.path, 'none'));
    expect(none.loss).toEqual([{ type: 'student', kind: null, field: null, reason: 'no-edition', count: 1, example: null }]);
    const asked = await run('big5-csv', 'national-roster', [path], join(work.path, 'asked'), { edition: '108' });
    expect(asked.types).toEqual([{ type: 'student', read: 1, written: 1, notHeld: 0, notRead: 0 }]);
    expect(asked.files.map(({ file }) => file)).toEqual(['106_1_學生資料名冊.xlsx']);
  });

  test('what is only spelt differently is not lost', async () => {
    using work = folder();
    const path = put(work.path, '學生資料.csv', students(STUDENT.replace('97/03/15', ' 97-3-15 ').replace('A123456789', 'ａ123456789')));
    const out = join(work.path, 'out');
    const report = await run('big5-csv', 'national-roster', [path], out);
    expect(report.loss.map(({ field }) => field)).toEqual(['className', 'division', 'name', 'seat', 'studentNumber'].filter((field) => !NATIONAL_STUDENT.has(field)));
    expect(await readBack(NATIONAL, join(out, 'files'))).toMatchObject([key]);
  });
});

describe('what the target cannot hold', () => {
  test('a character without a cell keeps its row out, and never becomes another', async () => {
    using work = folder();
    const records = [cadre({ unit: '熱舞社' }), cadre({ unit: '堃社' }), cadre({ unit: '\u{20BB7}社' }), cadre({ unit: '\uE000社' })];
    expect(await writeSource(NATIONAL, records, join(work.path, 'from'))).toHaveLength(4);
    const out = join(work.path, 'out');
    const report = await run('national-roster', 'big5-csv', [join(work.path, 'from')], out);
    expect(report.types).toEqual([{ type: 'cadre', read: 4, written: 2, notHeld: 2, notRead: 0 }]);
    expect(report.loss.filter(({ reason }) => reason === 'character')).toEqual([{ type: 'cadre', kind: null, field: 'unit', reason: 'character', count: 2, example: '堃 U+5803' }]);
    expect(report.coined).toBe(1);
    expect(notHeld(out).map(({ reason, field, record }) => [reason, field, record['unit']])).toEqual([['character', 'unit', '堃社'], ['character', 'unit', '\u{20BB7}社']]);
    expect((await readBack(registry.adapter('big5-csv')!, join(out, 'files'))).map((record) => record['unit'])).toEqual(['熱舞社', '\uE000社']);
    expect(readFileSync(join(out, 'files', '校內幹部.csv')).includes('?')).toBe(false);
  });

  test('a code the target has no word for is left out, not written as it is', async () => {
    using work = folder();
    await writeSource(NATIONAL, [student({ sex: '9', grade: 2 })], join(work.path, 'from'));
    const out = join(work.path, 'out');
    const report = await run('national-roster', 'big5-csv', [join(work.path, 'from')], out);
    expect(report.loss).toContainEqual({ type: 'student', kind: null, field: 'sex', reason: 'not-read-back', count: 1, example: '9' });
    const [back] = await readBack(registry.adapter('big5-csv')!, join(out, 'files'));
    expect(back).toMatchObject({ idNumber: 'A123456789', grade: 2 });
    expect(back).not.toHaveProperty('sex');
  });

  test('a term the target cannot say keeps the row out', async () => {
    using work = folder();
    await writeSource(NATIONAL, [cadre({ term: '114-0' })], join(work.path, 'from'));
    const report = await run('national-roster', 'big5-csv', [join(work.path, 'from')], join(work.path, 'out'));
    expect(report.loss).toEqual([{ type: 'cadre', kind: null, field: 'term', reason: 'row-refused', count: 1, example: '114-0' }]);
    expect(report.files).toEqual([]);
  });

  test('what XML cannot hold does not reach a workbook', async () => {
    using work = folder();
    const path = put(work.path, '學生資料.csv', students(STUDENT.replace('101,01', '10\u00011,01'), STUDENT.replace('101,01', '=1+1,01')));
    const out = join(work.path, 'out');
    const report = await run('big5-csv', 'national-roster', [path], out);
    expect(report.loss).toContainEqual({ type: 'student', kind: null, field: 'className', reason: 'character', count: 1, example: 'U+0001' });
    expect((await readBack(NATIONAL, join(out, 'files'))).map((record) => record['className'])).toEqual(['=1+1']);
  });

  test('examples are masked', async () => {
    using work = folder();
    const path = put(work.path, '學生資料.csv', `\uFEFF${students(`${STUDENT},樂器`).replace('異動日期', '異動日期,專長')}`);
    const out = join(work.path, 'out');
    const report = await run('big5-csv', 'national-roster', [path], out);
    expect(report.remarks).toMatchObject([{ code: 'mapping/unknown-column', count: 1 }]);
    expect(report.loss.find(({ field }) => field === 'extra.專長')).toMatchObject({ reason: 'no-column', count: 1, example: '(2 字)' });
    expect(report.loss.find(({ field }) => field === 'name')).toMatchObject({ reason: 'no-column', count: 1, example: '王○○' });
    const shown = readFileSync(join(out, 'loss.json'), 'utf8') + readFileSync(join(out, 'loss.html'), 'utf8');
    expect(shown).not.toMatch(/A123456789|王小明|97\/03\/15|2008-03-15/);
  });
});

describe('a target whose format is JSON', () => {
  const JSON_TARGET = registry.adapter('exchange-json')!;

  test('is one file a school, a student once around what is theirs; a second row of another term is kept aside', async () => {
    using work = folder();
    const from = join(work.path, 'from');
    const other = { idNumber: 'B123456780', birthDate: '2008-04-16' };
    await writeSource(NATIONAL, [student({ term: '113-2' }), student(), cadre(), student(other), cadre({ unit: '合唱團' })], from);
    const out = join(work.path, 'out');
    const report = await run('national-roster', 'exchange-json', [from], out);
    expect(report.types).toEqual([{ type: 'student', read: 3, written: 2, notHeld: 1, notRead: 0 }, { type: 'cadre', read: 2, written: 2, notHeld: 0, notRead: 0 }]);
    expect(report.files).toEqual([{ file: `${SCHOOL}.json`, rows: 4, recognised: true }]);
    expect(report.loss.filter(({ reason }) => reason === 'no-place')).toEqual([{ type: 'student', kind: null, field: null, reason: 'no-place', count: 1, example: null }]);
    expect(notHeld(out)).toMatchObject([{ reason: 'no-place', field: null, record: { ...key, term: '114-1' } }]);
    expect(report.defaulted).toEqual([
      { type: 'student', kind: null, field: 'attendedSchool', count: 2, example: SCHOOL },
      { type: 'cadre', kind: null, field: 'attendedSchool', count: 2, example: SCHOOL },
    ]);
    const written = JSON.parse(readFileSync(join(out, 'files', `${SCHOOL}.json`), 'utf8')) as { 基本資料: { 擔任學校幹部經歷紀錄: unknown[] } }[];
    expect(written.map(({ 基本資料 }) => 基本資料.擔任學校幹部經歷紀錄.length).sort()).toEqual([0, 2]);
    expect((await readBack(JSON_TARGET, join(out, 'files'))).filter(({ type }) => type === 'student').map(({ term }) => term).sort()).toEqual(['113-2', '114-1']);
  });

  test('is a source as well, and says whose it is', async () => {
    using work = folder();
    await writeSource(JSON_TARGET, [cadre()], join(work.path, 'from'));
    const report = await run('exchange-json', 'national-roster', [join(work.path, 'from')], join(work.path, 'out'), { school: null });
    expect(report).toMatchObject({ school: SCHOOL, refused: [], types: [{ type: 'cadre', read: 1, written: 1, notHeld: 0, notRead: 0 }] });
  });

  test('a text that stands for nothing there is not promised', async () => {
    using work = folder();
    await writeSource(JSON_TARGET, [cadre({ attendedUnit: '000000000' })], join(work.path, 'from'));
    expect((await readBack(JSON_TARGET, join(work.path, 'from')))[0]).not.toHaveProperty('attendedUnit');
  });
});

describe("the school's table of coined characters", () => {
  const entry = (cell: string, unicode: string) => ({ cell, unicode, verifiedBy: '註冊組', date: '2026-01-05' });
  const table = (work: string, entries: readonly object[], school = SCHOOL): string => put(work, 'coined.json', JSON.stringify({ school, entries }));

  test('what CP950 lacks goes to the cells the school has for it, CP950 itself first', async () => {
    using work = folder();
    const units = ['堃社', '\u{20BB7}社', '\uE002社', '王社', '喆社'];
    const from = join(work.path, 'from');
    await writeSource(NATIONAL, units.map((unit) => cadre({ unit })), from);
    // 王 has a standard cell, which comes before any of the school's (RULE-618).
    const coined = table(work.path, [entry('FA40', 'U+5803'), entry('FA41', 'U+20BB7'), entry('FA43', 'U+738B')]);
    const report = await run('national-roster', 'big5-csv', [from], join(work.path, 'out'), { coined });
    expect(report.types).toEqual([{ type: 'cadre', read: 5, written: 4, notHeld: 1, notRead: 0 }]);
    expect(report.loss.filter(({ field }) => field === 'unit')).toEqual([{ type: 'cadre', kind: null, field: 'unit', reason: 'character', count: 1, example: '喆 U+5586' }]);
    expect(report.coined).toBe(3);
    expect((await readBack(registry.adapter('big5-csv')!, join(work.path, 'out', 'files'))).map((record) => record['unit'])).toEqual(['\uE000社', '\uE001社', '\uE002社', '王社']);
    const bytes = readFileSync(join(work.path, 'out', 'files', '校內幹部.csv'));
    for (const cell of [[0xfa, 0x40], [0xfa, 0x41], [0xfa, 0x42], [0xa4, 0xfd]]) expect(bytes.includes(Buffer.from(cell))).toBe(true);
  });

  test('changes nothing where the target is not Big5', async () => {
    using work = folder();
    const path = put(work.path, '學生資料.csv', students(STUDENT.replace('101,01', '堃,01')));
    const coined = table(work.path, [entry('FA40', 'U+5803')]);
    const out = join(work.path, 'out');
    await run('big5-csv', 'national-roster', [path], out, { coined });
    expect(await readBack(NATIONAL, join(out, 'files'))).toMatchObject([{ className: '堃' }]);
  });

  test('is refused as a whole when anything in it is wrong, before a byte is written', async () => {
    using work = folder();
    const path = put(work.path, '學生資料.csv', students(STUDENT));
    const refused = async (entries: readonly object[], school?: string) => {
      const coined = table(work.path, entries, school);
      return run('big5-csv', 'big5-csv', [path], join(work.path, 'out'), { coined }).catch((error: { problem?: unknown }) => error.problem);
    };
    const good = entry('FA40', 'U+5803');
    expect(await refused([good], '990302')).toMatchObject({ code: 'coined/other-school', file: 'coined.json' });
    expect(await refused([good, { cell: 'FA41' }])).toMatchObject({ code: 'coined/bad-entry', file: 'coined.json', row: 2 });
    expect(await refused([good, entry('A440', 'U+5586')])).toMatchObject({ code: 'coined/bad-cell', row: 2 });
    expect(await refused([good, { ...entry('FA41', 'U+5586'), date: '2026-02-11' }])).toMatchObject({ code: 'coined/bad-date', row: 2 });
    expect(await refused([good, entry('FA41', 'U+5803')])).toMatchObject({ code: 'coined/character-twice', row: 1 });
    expect(readdirSync(work.path).sort()).toEqual(['coined.json', '學生資料.csv']);
  });
});

describe('what is refused', () => {
  test('files of another system, another school, no known kind, damaged or given twice; the rest goes on', async () => {
    using work = folder();
    await writeSource(NATIONAL, [cadre()], join(work.path, 'from'));
    const good = join(work.path, 'from', '114_1_校內幹部經歷名冊.xlsx');
    const bytes = readFileSync(good);
    const sheets = (code: string) => [{ title: '封面', header: ['學校代碼', '學年度', '學期', '名冊別'], rows: [[code, '114', '2', '24']] }, { title: '幹部經歷紀錄', header: ['身分證號', '出生日期', '單位名稱', '開始日期', '結束日期', '擔任職務', '幹部等級'], rows: [] }];
    const zip = await joined(writeZip([{ name: '內/114_1_校內幹部經歷名冊.xlsx', source: memorySource(bytes) }, { name: '說明.rar', source: memorySource(Buffer.from('Rar!')) }]));
    const files = [
      good,
      put(work.path, '學生資料.csv', students(STUDENT)),
      put(work.path, '別校.xlsx', await writeXlsx({ sheets: sheets('990302') })),
      put(work.path, '成績.csv', 'a,b\r\n1,2\r\n'),
      put(work.path, '壞.xlsx', bytes.subarray(0, 900)),
      put(work.path, '兩次.zip', zip),
      put(work.path, '空.zip', await joined(writeZip([{ name: '.DS_Store', source: memorySource(Buffer.from('x')) }]))),
    ];
    const report = await run('national-roster', 'big5-csv', files, join(work.path, 'out'));
    expect(report.types).toEqual([{ type: 'cadre', read: 1, written: 1, notHeld: 0, notRead: 0 }]);
    expect(Object.fromEntries(report.refused.map(({ file, code }) => [file, code]))).toEqual({
      '兩次.zip!內/114_1_校內幹部經歷名冊.xlsx': 'migrate/twice',
      '兩次.zip!說明.rar': 'file/unknown-format',
      '別校.xlsx': 'intake/wrong-school',
      '壞.xlsx': expect.stringMatching(/^(?:zip|xlsx)\//),
      '學生資料.csv': 'migrate/other-system',
      '成績.csv': 'intake/unrecognised',
      '空.zip': 'intake/empty-archive',
    });
    expect(report.refused.every(({ message }) => !/\{\w+\}/.test(message['zh-TW'] + message.en))).toBe(true);
  });

  test('rows the source system itself would not take are kept beside, and counted', async () => {
    using work = folder();
    const path = put(work.path, '學生資料.csv', students(STUDENT, STUDENT.replace('97/03/15', '97/02/30'), '"114,1'));
    const out = join(work.path, 'out');
    const report = await run('big5-csv', 'national-roster', [path], out);
    expect(report.types).toEqual([{ type: 'student', read: 3, written: 1, notHeld: 0, notRead: 2 }]);
    const kept = JSON.parse(readFileSync(join(out, 'not-read.json'), 'utf8')) as { row: number; code: string; cells: string[]; message: Record<string, string> }[];
    expect(kept.map(({ row, code }) => [row, code])).toEqual([[3, 'mapping/impossible-date'], [4, 'csv/broken-quote']]);
    expect(kept[0]?.cells).toContain('97/02/30');
  });

  test('a folder with something in it', async () => {
    using work = folder();
    await expect(run('national-roster', 'big5-csv', [put(work.path, 'a.csv', 'a')], work.path)).rejects.toMatchObject({ code: 'file/exists' });
  });

  test('files that do not say whose they are, when nobody does', async () => {
    using work = folder();
    const path = put(work.path, '學生資料.csv', students(STUDENT));
    await expect(run('big5-csv', 'national-roster', [path], join(work.path, 'out'), { school: null })).rejects.toMatchObject({ code: 'migrate/no-school' });
    expect(readdirSync(work.path)).toEqual(['學生資料.csv']);
  });

  test('nothing stays behind when the work fails', async () => {
    using work = folder();
    await writeSource(NATIONAL, [cadre()], join(work.path, 'from'));
    const broken = { step: () => { throw new RangeError('out of room'); }, end: () => {} };
    await expect(run('national-roster', 'big5-csv', [join(work.path, 'from')], join(work.path, 'out'), { progress: broken })).rejects.toThrow('out of room');
    expect(readdirSync(work.path)).toEqual(['from']);
  });
});

describe('systems', () => {
  test('are known by their ids; the nearest is named', () => {
    expect(sourceSystem(registry, 'national-roster')).toBe(NATIONAL);
    expect(() => sourceSystem(registry, 'nationl-roster')).toThrow(expect.objectContaining({ code: 'migrate/unknown-system', params: { system: 'nationl-roster', near: 'national-roster' } }));
    expect(() => targetSystem(registry, 'national-roster', '109')).toThrow(expect.objectContaining({ code: 'migrate/unknown-edition', params: { system: 'national-roster', edition: '109', near: '108' } }));
    expect(() => targetSystem(registry, 'national-roster', 'nineties')).toThrow(expect.objectContaining({ code: 'migrate/unknown-edition' }));
  });

  test('that do not write or read are refused as such', () => {
    const mute = { ...NATIONAL, manifest: { ...NATIONAL.manifest, writes: false, reads: false } };
    const alone = { ...registry, adapter: () => mute };
    expect(() => targetSystem(alone, 'national-roster', null)).toThrow(expect.objectContaining({ code: 'migrate/not-writing' }));
    expect(() => sourceSystem(alone, 'national-roster')).toThrow(expect.objectContaining({ code: 'migrate/not-reading' }));
    // Its sheets are there for reading an odd export, not for handing data over.
    const other = { ...NATIONAL, manifest: { ...NATIONAL.manifest, formats: ['json', 'xlsx'] as const } };
    expect(() => targetSystem({ ...registry, adapter: () => other }, 'national-roster', null)).toThrow(expect.objectContaining({ code: 'migrate/not-writing' }));
  });
});

test('a row that does not read back as promised stops everything', async () => {
  using work = folder();
  await writeSource(NATIONAL, [cadre()], join(work.path, 'from'));
  const big5 = registry.adapter('big5-csv')!;
  const mapping = big5.mappings.find(({ definition }) => definition.record === 'cadre')!;
  let reads = 0;
  // Reads otherwise from the second time on, as no honest column does.
  const fickle = { ...mapping, columns: mapping.columns.map((column) => (column.to !== 'unit' ? column : new Proxy(column, {
    get: (target, name) => (name === 'read' ? (text: string) => (reads++ < 1 ? target.read(text, 's') : { ...target.read(text, 's'), value: '別的' }) : (Reflect.get(target, name, target) as unknown)),
  }))) };
  const to = { ...big5, mappings: big5.mappings.map((one) => (one === mapping ? fickle : one)) };
  await expect(run('national-roster', 'big5-csv', [join(work.path, 'from')], join(work.path, 'out'), { to })).rejects.toMatchObject({ code: 'migrate/not-proved' });
  expect(existsSync(join(work.path, 'out'))).toBe(false);
});
