import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Proposal, proposeMapping } from '../../../src/adapters/infer/propose.ts';
import { writeProposals } from '../../../src/adapters/infer/write.ts';
import { readTable } from '../../../src/adapters/read.ts';
import { loadRegistry, ownAdapters } from '../../../src/adapters/registry.ts';
import { memoryTable } from '../../mapping/table.ts';

const registry = await loadRegistry();

const HEADER = ['學 年 度', '學期', '學生學號', '學生姓名', '身份證統一編號', '出生年月日', '課程代碼（23碼）', '科目', '年級別', '學分數', '學期總成績', '是否及格', '任課教師'];
const ROWS = [
  ['114', '1', '1130001', '王小明', 'A110070131', '2008/01/15', '114990301H11101A1110101', '國語文', '1', '4', '85.5', 'Y', '張老師'],
  ['114', '1', '1130002', '陳小華', 'B212244169', '2008/02/05', '114990301H11101A1110101', '英語文', '1', '4', '58', 'N', '李老師'],
];
const unknown = memoryTable('期末成績表', HEADER, ROWS, '期末成績表.csv');
const targets = ({ columns }: Proposal): Record<string, string | null> => Object.fromEntries(columns.map(({ header, guess }) => [header, guess?.to ?? null]));

describe('a mapping is proposed', () => {
  test('by what headers are like and what cells look like', async () => {
    const proposal = await proposeMapping(unknown, registry);
    expect(proposal.definition).toMatchObject({ record: 'courseRecord', constants: { kind: 'regular' }, certainty: 'D' });
    expect(targets(proposal)).toEqual({
      '學 年 度': 'term.year', 學期: 'term.part', 學生學號: 'studentNumber', 學生姓名: 'studentName', 身份證統一編號: 'idNumber', 出生年月日: 'birthDate',
      '課程代碼（23碼）': 'courseCode', 科目: 'subjectName', 年級別: 'grade', 學分數: 'credits', 學期總成績: 'score', 是否及格: 'passed', 任課教師: null,
    });
    expect(proposal.columns.find(({ header }) => header === '出生年月日')?.guess?.way).toMatchObject({ transform: 'vendorDate', options: { formats: ['ad/', 'ad-'] } });
    expect(proposal.missing).toEqual([]);
  });

  test('from the cells alone, where they can be only one thing', async () => {
    const renamed = memoryTable('期末成績表', HEADER.map((text, at) => ({ 4: '欄甲', 6: '欄乙' })[at] ?? text), ROWS);
    expect(targets(await proposeMapping(renamed, registry))).toMatchObject({ 欄甲: 'idNumber', 欄乙: 'courseCode' });
  });

  test('with less confidence where the cells contradict the header', async () => {
    const swapped = memoryTable('期末成績表', HEADER, ROWS.map((cells) => cells.with(10, '甲等')));
    const sure = async (table: typeof unknown): Promise<number> => (await proposeMapping(table, registry)).columns.find(({ header }) => header === '學期總成績')?.guess?.confidence ?? 0;
    expect(await sure(swapped)).toBeLessThan(await sure(unknown));
  });

  test('with what the record needs and nobody found', async () => {
    const without = memoryTable('期末成績表', HEADER.toSpliced(4, 2), ROWS.map((cells) => cells.toSpliced(4, 2)));
    expect((await proposeMapping(without, registry)).missing).toEqual(['idNumber', 'birthDate']);
  });

  test.each<[string, ReturnType<typeof memoryTable>]>([
    ['a sheet without headers', memoryTable('空', [])],
    ['a first row that is data', memoryTable('資料', ROWS[0]!, ROWS)],
    ['headers of another world', memoryTable('庫存', ['品號', '倉庫', '數量', '單價'], [['A1', '北', '3', '5']])],
  ])('not for %s', async (_, table) => {
    expect(await proposeMapping(table, registry)).toMatchObject({ definition: null, columns: [] });
  });

  test('within bounds for a header of strangers', async () => {
    const wide = memoryTable('學期成績', [...HEADER, ...Array.from({ length: 9_000 }, (_, at) => `成績${'x'.repeat(at % 300)}${at}`)], ROWS);
    expect((await proposeMapping(wide, registry)).columns.length).toBeLessThanOrEqual(200);
  });
});

describe('a proposal as a file', () => {
  let root: string;
  let adapter: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'licheng-infer-'));
    adapter = join(root, 'our-system');
    cpSync(join(ownAdapters(), '_template'), adapter, { recursive: true });
    writeFileSync(join(adapter, 'manifest.json'), readFileSync(join(adapter, 'manifest.json'), 'utf8').replaceAll('adapter-id', 'our-system'));
    rmSync(join(adapter, 'mapping/student.json'));
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  test('is refused until a person has confirmed every column, then reads the file', async () => {
    const [path] = writeProposals(join(adapter, 'mapping'), [await proposeMapping(unknown, registry)]);
    await expect(loadRegistry([adapter])).rejects.toMatchObject({ code: 'adapter/invalid', params: { detail: expect.stringContaining('not confirmed by a person yet') } });
    writeFileSync(path!, readFileSync(path!, 'utf8').replaceAll(',"confirmed":false', ''));
    const mapping = (await loadRegistry([adapter])).mapping('our-system/course-record-regular')!;
    const batches = await Array.fromAsync(readTable(unknown, mapping, { school: '990301', term: null, input: 'i', tableIndex: 0 }));
    expect(batches.flatMap(({ rejected }) => rejected)).toEqual([]);
    expect(batches.flatMap(({ records }) => records)[0]).toMatchObject({ term: '114-1', idNumber: 'A110070131', birthDate: '2008-01-15', score: 85.5, passed: true, extra: { 任課教師: '張老師' } });
  });

  test('tells its reasons and no cell of a person', async () => {
    writeProposals(join(root, 'out'), [await proposeMapping(unknown, registry)]);
    expect(readdirSync(join(root, 'out'))).toEqual(['course-record-regular.json', 'course-record-regular.md']);
    const written = readdirSync(join(root, 'out')).map((name) => readFileSync(join(root, 'out', name), 'utf8')).join('');
    expect(written).toContain('A999999999');
    expect(ROWS.flat().filter((cell) => cell.length > 2 && written.includes(cell))).toEqual([]);
  });

  test('never takes the place of a file, and two of one kind stand side by side', async () => {
    const proposal = await proposeMapping(unknown, registry);
    const paths = writeProposals(join(root, 'out'), [proposal, { ...proposal, definition: null }, proposal]);
    expect(paths.map((path) => path?.slice(root.length + 5) ?? null)).toEqual(['course-record-regular.json', null, 'course-record-regular-2.json']);
    expect(() => writeProposals(join(root, 'out'), [proposal])).toThrow(expect.objectContaining({ code: 'file/exists' }));
  });
});
