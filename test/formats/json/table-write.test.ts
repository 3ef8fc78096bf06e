import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Fault } from '../../../src/core/fault.ts';
import { memorySource } from '../../../src/formats/bytes.ts';
import type { JsonShape } from '../../../src/formats/json/shape.ts';
import { openJson } from '../../../src/formats/json/table-read.ts';
import { type JsonTable, writeJsonTables } from '../../../src/formats/json/table-write.ts';

const SHAPE: JsonShape = {
  tables: [{ path: '/*/me' }, { path: '/*/me/posts/*' }, { path: '/*/works/*', flags: { again: 'works (again)' }, none: { stamp: '0000' } }],
  key: ['id'], keyIn: 'row', numbers: ['year'],
};
const valueOf = (tables: readonly JsonTable[], shape = SHAPE): unknown => JSON.parse(new TextDecoder().decode(writeJsonTables(tables, shape)));

async function readBack(tables: readonly JsonTable[], shape: JsonShape): Promise<JsonTable[]> {
  const file = await openJson(memorySource(writeJsonTables(tables, shape)), 'x.json', [shape]);
  return Promise.all(file.tables.map(async ({ sheet, header, rows }) => ({ sheet, header, rows: (await Array.fromAsync(rows())).flat().map(({ cells }) => cells) })));
}

describe('writeJsonTables', () => {
  test('rows of one key are written together, with every list of the shape', () => {
    const tables = [
      { sheet: 'me', header: ['id', 'year'], rows: [['A', '114'], ['B', '']] },
      { sheet: 'posts', header: ['id', 'unit'], rows: [['B', 'u']] },
      { sheet: 'works', header: ['id'], rows: [['A']] },
      { sheet: 'works (again)', header: ['id', 'stamp'], rows: [['A', '1081']] },
    ];
    expect(valueOf(tables)).toEqual([
      { me: { id: 'A', year: 114, posts: [] }, works: [{ id: 'A', stamp: '0000', again: false }, { id: 'A', stamp: '1081', again: true }] },
      { me: { id: 'B', year: null, posts: [{ id: 'B', unit: 'u' }] }, works: [] },
    ]);
  });

  test('a key around the rows is written once', () => {
    const shape: JsonShape = { tables: [{ path: '/*/rows/*' }], key: ['year'], keyIn: 'group', numbers: ['year'] };
    expect(valueOf([{ sheet: 'rows', header: ['year', 'a'], rows: [['114', 'x'], ['113', 'y'], ['114', 'z']] }], shape)).toEqual([
      { year: 114, rows: [{ a: 'x' }, { a: 'z' }] }, { year: 113, rows: [{ a: 'y' }] },
    ]);
  });

  test('an object around one list', () => {
    const shape: JsonShape = { tables: [{ path: '/dataRows/*' }], key: ['id'], keyIn: 'group' };
    expect(valueOf([{ sheet: 'dataRows', header: ['id', 'a', 'o'], rows: [['A', 'x', '{"k":[1]}']] }], shape)).toEqual({ id: 'A', dataRows: [{ a: 'x', o: { k: [1] } }] });
  });

  test('a number is written as one only when it stays the same', () => {
    const rows = [['A', '007'], ['A', '1.50'], ['A', '9'.repeat(16)]];
    expect(valueOf([{ sheet: 'posts', header: ['id', 'year'], rows }])).toMatchObject([{ me: { posts: [{ year: '007' }, { year: 1.5 }, { year: '9'.repeat(16) }] } }]);
  });

  test('two rows where one can stand are a fault, never a merger', () => {
    const twice = { sheet: 'me', header: ['id', 'year'], rows: [['A', '114'], ['A', '113']] };
    expect(() => writeJsonTables([{ sheet: 'posts', header: ['id'], rows: [['A']] }, twice], SHAPE)).toThrow(Fault);
  });

  test('a table without a place is a fault', () => {
    expect(() => writeJsonTables([{ sheet: 'else', header: [], rows: [] }], SHAPE)).toThrow(Fault);
  });

  test('what is written is read back', async () => {
    const cell = fc.string({ minLength: 1, maxLength: 8 }).filter((text) => !/^[[{]/.test(text));
    const row = fc.tuple(fc.constantFrom('A', 'B'), cell, cell).map((cells) => cells as readonly string[]);
    await fc.assert(fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 8 }), async (rows) => {
      const sorted = rows.toSorted(([a = ''], [b = '']) => (a < b ? -1 : a > b ? 1 : 0));
      const tables = [{ sheet: 'works', header: ['id', 'x', 'y'], rows: sorted }];
      expect(await readBack(tables, SHAPE)).toEqual(tables);
    }), { numRuns: 60 });
  });
});
