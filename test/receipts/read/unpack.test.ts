import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ProblemError } from '../../../src/core/problem.ts';
import { sha256 } from '../../../src/core/sha256.ts';
import { ReceiptRefused, unpackReceipt } from '../../../src/receipts/read/unpack.ts';
import { KEYS, KINDS, packOf } from '../support.ts';

const STUDENT = { 身分證號: 'A123456789', 出生日期: '0980504', 學期成績: [{ 課程代碼: 'c', 科目名稱: '國語文 { "括號" }' }] };
const RECEIPT = { 名冊資訊: [{ 名稱: '學生成績名冊', SHA: 'AB'.repeat(32) }], 修課紀錄: [STUDENT] };

type Files = Readonly<Record<string, unknown>>;

/** Packs values as JSON with a true list of their digests. */
async function unpack(files: Files, { perStudent = false, list = true } = {}) {
  const texts = Object.fromEntries(Object.entries(files).map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]));
  const digests = Object.entries(texts).map(([name, text]) => `${name},${sha256(text)}`).join('\n');
  return unpackReceipt(packOf(list ? { ...texts, 'sha.TXT': digests } : texts), { kinds: KINDS, keys: KEYS, perStudent });
}

async function refusal(files: Files, options = {}): Promise<string[]> {
  try {
    await unpack(files, options);
  } catch (error) {
    if (error instanceof ReceiptRefused) return error.problems.map(({ code }) => code);
    if (error instanceof ProblemError) return [error.problem.code];
    throw error;
  }
  throw new Error('not refused');
}

describe('a receipt of the whole school', () => {
  test('is read from the files the adapter of the central database is tested with', async () => {
    const folder = join(import.meta.dirname, '../../../adapters/central-database/fixtures/receipt/input');
    const names = readdirSync(folder).sort();
    const { files, remarks } = await unpack(Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')])));
    expect(files.map(({ file }) => [file.kind.title, file.rosters.length, file.claims.schools, file.claims.terms, file.students.flatMap(({ sheets }) => [...sheets.values()]).flat().length]).sort()).toEqual([
      ['修課紀錄', 1, ['990301'], ['114-1'], 5], ['多元表現', 1, ['990301'], ['114-0'], 3], ['校內幹部經歷', 1, ['990301'], ['114-1'], 1], ['課程學習成果', 1, ['990301'], ['114-0'], 2],
    ]);
    expect(remarks).toEqual([]);
  });

  test('is read as it stands: mark, unknown sheets and keys, braces and quotes in texts, nested objects', async () => {
    const nested = { 身分證號: 'B223456780', 出生日期: '0980505', 沒見過的分頁: [{ 內容: '「}{」', 細項: { 深: [1, { 更深: '}' }] } }], 班級: '一年1班' };
    const { files, remarks } = await unpack({ '114_1_修課紀錄_梯次.json': `\uFEFF${JSON.stringify({ ...RECEIPT, 修課紀錄: [STUDENT, nested], 版本: '2' })}` });
    const [{ file }] = files as [typeof files[0]];
    expect(file).toMatchObject({ kind: { id: 'course-record' }, batch: '', rosters: [{ name: '學生成績名冊', sha: 'ab'.repeat(32) }], claims: { schools: [], terms: ['114-1'] } });
    expect(file.students.map(({ idNumber, birthDate, sheets }) => ({ idNumber, birthDate, sheets: Object.fromEntries(sheets) }))).toEqual([
      { idNumber: 'A123456789', birthDate: '0980504', sheets: { 學期成績: STUDENT.學期成績 } },
      { idNumber: 'B223456780', birthDate: '0980505', sheets: { 沒見過的分頁: nested.沒見過的分頁 } },
    ]);
    expect(remarks.map(({ code, params }) => [code, params])).toEqual([['receipt/unknown-key', { key: '版本' }]]);
  });

  test('is of the first kind its name contains, in the order of the kinds', async () => {
    const kindOf = async (name: string, key: string) => (await unpack({ [name]: { 名冊資訊: [], [key]: [] } })).files[0]!.file.kind.title;
    expect(await kindOf('課程學習成果與多元表現.json', '多元表現')).toBe('多元表現');
    expect(await kindOf('校內幹部經歷（修課紀錄）.json', '修課紀錄')).toBe('修課紀錄');
    expect(await kindOf('第一梯次課程學習成果.json', '課程學習成果')).toBe('課程學習成果');
  });

  test('leaves a file of no known kind alone, and says so', async () => {
    const { files, remarks } = await unpack({ '修課紀錄.json': RECEIPT, '說明.json': { 任何: 1 } });
    expect(files).toHaveLength(1);
    expect(remarks).toMatchObject([{ code: 'receipt/unknown-kind', params: { entry: '說明.json' } }]);
  });

  test('puts a student who stands there twice together', async () => {
    const { files, remarks } = await unpack({ '修課紀錄.json': { 修課紀錄: [STUDENT, { ...STUDENT, 學期成績: [{ 課程代碼: 'd' }] }] } });
    expect(files[0]!.file.students.map(({ sheets }) => sheets.get('學期成績'))).toEqual([[...STUDENT.學期成績, { 課程代碼: 'd' }]]);
    expect(remarks).toMatchObject([{ code: 'receipt/student-twice', params: { students: 1 } }]);
  });

  test('is refused whole for one thing that cannot be believed', async () => {
    expect(await refusal({ '修課紀錄.json': RECEIPT }, { list: false })).toEqual(['receipt/no-digests']);
    expect(await refusal({ '修課紀錄.json': JSON.stringify(RECEIPT).slice(0, -2) })).toEqual(['json/syntax']);
    expect(await refusal({ '修課紀錄.json': '{"修課紀錄":[],"修課紀錄":[]}' })).toEqual(['json/bad-key']);
    expect(await refusal({ '修課紀錄.json': '['.repeat(5000) })).toEqual(['json/too-deep']);
    expect(await refusal({ '修課紀錄.json': [] })).toEqual(['receipt/shape']);
    expect(await refusal({ '修課紀錄.json': { 名冊資訊: [] } })).toEqual(['receipt/shape']);
    expect(await refusal({ '修課紀錄.json': { 修課紀錄: [['A123456789']] } })).toEqual(['receipt/shape']);
    expect(await refusal({ '修課紀錄.json': { 修課紀錄: [{ 出生日期: '0980504', 學期成績: [] }] } })).toEqual(['receipt/shape']);
    expect(await refusal({ '修課紀錄.json': { 修課紀錄: [{ ...STUDENT, 學期成績: ['85'] }] } })).toEqual(['receipt/shape']);
    expect(await refusal({ '修課紀錄.json': { 修課紀錄: [{ ...STUDENT, 學期成績: [{ 身分證號: 'B223456780' }] }] } })).toEqual(['receipt/row-of-another']);
    expect(await refusal({ '說明.json': {} })).toEqual(['receipt/unknown-kind', 'receipt/nothing-known']);
  });

  test('a key that would become an object\'s prototype is refused, not swallowed', async () => {
    expect(await refusal({ '修課紀錄.json': '{"修課紀錄":[{"身分證號":"A123456789","__proto__":[]}]}' })).toEqual(['json/bad-key']);
  });
});

describe('per-student files', () => {
  const options = { perStudent: true, list: false };

  test('name their student inside, in the folder, or in every row', async () => {
    const { files, remarks } = await unpack({
      '甲/修課紀錄.json': { 修課紀錄: [STUDENT] },
      '乙/修課紀錄.json': STUDENT,
      'A123456789_多元表現.json': { 競賽參與紀錄: [{ 競賽名稱: '科展' }] },
      'B223456780/課程學習成果.json': [{ 科目名稱: '物理' }],
      '丙/課程學習成果.json': [{ 身分證號: 'C123456787', 出生日期: '0980506', 科目名稱: '化學' }],
    }, options);
    expect(files.map(({ file }) => file.students.map(({ idNumber, birthDate, sheets }) => [idNumber, birthDate, [...sheets.keys()]]))).toEqual([
      [['A123456789', '0980504', ['學期成績']]], [['A123456789', '0980504', ['學期成績']]], [['A123456789', '', ['競賽參與紀錄']]],
      [['B223456780', '', ['課程學習成果']]], [['C123456787', '0980506', ['課程學習成果']]],
    ]);
    expect(remarks.map(({ code }) => code)).toEqual(['receipt/no-digests-per-student']);
  });

  test('of nobody are refused', async () => {
    expect(await refusal({ '甲/多元表現.json': { 競賽參與紀錄: [] } }, options)).toEqual(['receipt/shape']);
  });

  test('are held against a list of digests where there is one', async () => {
    expect(await refusal({ '甲/修課紀錄.json': STUDENT, 'SHA.txt': 'x' }, { perStudent: true, list: false })).toEqual(['receipt/digest-missing']);
  });
});
