import { describe, expect, test } from 'vitest';
import { type ReadBatch, readTable } from '../../src/adapters/read.ts';
import { loadRegistry } from '../../src/adapters/registry.ts';
import type { Table } from '../../src/core/table.ts';
import type { CompiledMapping } from '../../src/mapping/compile.ts';
import { printedHeader } from '../../src/mapping/invert.ts';
import { memoryTable } from '../mapping/table.ts';

const registry = await loadRegistry();
const scores = registry.mapping('national-roster/108-score-regular')!;
const header = printedHeader(scores);
const good = ['A123456789', '0970315', '114990301H11101A1010101', '國語文', '1', '4', '85', '1', '-1', '-1', '1', '認真'];
const put = (index: number, text: string): readonly string[] => good.with(index, text);

async function read(table: Table, mapping: CompiledMapping = scores): Promise<ReadBatch[]> {
  const batches: ReadBatch[] = [];
  for await (const batch of readTable(table, mapping, { school: '990301', term: '114-1', input: 'input', tableIndex: 0 })) batches.push(batch);
  return batches;
}

describe('readTable', () => {
  test('hands on what the reader yields, batch by batch', async () => {
    const batches = await read(memoryTable('學期成績', header, Array.from({ length: 7 }, () => good)));
    expect(batches.map((batch) => batch.records.length)).toEqual([3, 3, 1]);
    expect(batches.flatMap((batch) => batch.records.map((record) => record.source.row))).toEqual([2, 3, 4, 5, 6, 7, 8]);
  });

  test('a header that cannot be read stops the table before a row is taken', async () => {
    await expect(read(memoryTable('學期成績', header.slice(1)))).rejects.toMatchObject({
      problem: { code: 'mapping/missing-column', file: 'memory.xlsx', sheet: '學期成績', row: 1, column: '身分證號' },
    });
  });

  test('remarks about the header come once, with its place', async () => {
    const [first, ...rest] = await read(memoryTable('學期成績', [...header, '導師'], [[...good, '林'], [...good, '陳']]));
    expect(first).toEqual({ records: [], rejected: [], remarks: [{ code: 'mapping/unknown-column', file: 'memory.xlsx', sheet: '學期成績', row: 1, column: '導師', params: { column: '導師' } }] });
    expect(rest.flatMap((batch) => batch.remarks)).toEqual([]);
    expect(rest.flatMap((batch) => batch.records.map((record) => record.extra))).toEqual([{ 導師: '林' }, { 導師: '陳' }]);
  });

  test.each<[string, readonly string[], string, object]>([
    ['a text beyond its length', put(11, '長'.repeat(10_001)), 'mapping/too-long', { column: '質性文字描述', field: 'description', limit: 10_000, length: 10_001 }],
    ['a course code beyond its length', put(2, 'X'.repeat(41)), 'mapping/too-long', { column: '課程代碼', field: 'courseCode', limit: 40, length: 41 }],
    ['a number beyond its range', put(6, '1000000'), 'mapping/not-conforming', { column: '學期學業成績', field: 'score' }],
  ])('%s rejects the row and names the field', async (_, cells, code, params) => {
    const [batch] = await read(memoryTable('學期成績', header, [good, cells]));
    expect(batch?.records).toHaveLength(1);
    expect(batch?.rejected).toMatchObject([{ row: 3, cells, problem: { code, row: 3, params } }]);
  });

  test('a score the ministry would not take is imported: rules find it', async () => {
    const [batch] = await read(memoryTable('學期成績', header, [put(6, '120'), put(0, 'A123456780')]));
    expect(batch?.records.map((record) => [record.idNumber, record['score']])).toEqual([['A123456789', 120], ['A123456780', 85]]);
  });

  test('a table without rows yields nothing', async () => {
    expect(await read(memoryTable('學期成績', header))).toEqual([]);
  });
});
