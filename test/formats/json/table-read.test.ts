import { describe, expect, test } from 'vitest';
import type { Row, Table } from '../../../src/core/table.ts';
import { memorySource } from '../../../src/formats/bytes.ts';
import type { JsonShape } from '../../../src/formats/json/shape.ts';
import { openJson } from '../../../src/formats/json/table-read.ts';
import { problemOf } from '../problems.ts';

const open = (value: unknown, shapes: readonly JsonShape[] = [], name = 'drop.json') => openJson(memorySource(new TextEncoder().encode(JSON.stringify(value))), name, shapes);
const rowsOf = async (table: Table): Promise<Row[]> => (await Array.fromAsync(table.rows())).flat();
const seen = async (value: unknown, shapes: readonly JsonShape[] = []) =>
  Promise.all((await open(value, shapes)).tables.map(async (table) => ({ sheet: table.sheet, header: table.header, rows: (await rowsOf(table)).map(({ row, cells }) => [row, ...cells]) })));

const SHAPE: JsonShape = {
  tables: [
    { path: '/*/me' },
    { path: '/*/me/posts/*' },
    { path: '/*/works/*', flags: { again: 'works (again)', lent: 'works (lent)' }, none: { stamp: '0000' } },
  ],
  key: ['id'], keyIn: 'row', numbers: ['year'],
};

describe('openJson without a shape', () => {
  test('the innermost lists are tables, and what stands around them is in every row', async () => {
    const value = { school: '990301', parts: [{ year: 114, rows: [{ a: 'x' }, { b: 2 }] }, { year: 113, rows: [{ a: 'y', year: 1 }] }] };
    expect(await seen(value)).toEqual([{ sheet: 'rows', header: ['a', 'school', 'year', 'b'], rows: [[1, 'x', '990301', '114', ''], [2, '', '990301', '114', '2'], [3, 'y', '990301', '1', '']] }]);
  });

  test('a list at the top is titled by the file', async () => {
    expect((await open([{ a: 1 }], [], 'folder/plan.json')).tables[0]?.sheet).toBe('plan');
  });

  test('cells say what they were; what is no text and no table stays as JSON', async () => {
    const [table] = (await open([{ s: '01', n: 1.5, b: true, z: null, o: { k: [1] }, e: [] }])).tables;
    expect(await rowsOf(table!)).toEqual([{ row: 1, cells: ['01', '1.5', '1', '', '{"k":[1]}', ''], kinds: 'snbsss' }]);
  });

  test('nothing that stands in a list is passed over', async () => {
    const rows = await rowsOf((await open([{ a: 1 }, 7])).tables[0]!);
    expect(rows.map(({ row, problem }) => [row, problem?.code])).toEqual([[1, undefined], [2, 'json/not-a-row']]);
  });

  test('a number that lost digits is rejected', async () => {
    const rows = await rowsOf((await open([{ id: 12345678901234567890n.toString() }, { id: 1 }])).tables[0]!);
    expect(rows.map(({ problem }) => problem)).toEqual([undefined, undefined]);
    const source = memorySource(new TextEncoder().encode('[{"id": 12345678901234567890}]'));
    const [long] = await rowsOf((await openJson(source, 'x.json')).tables[0]!);
    expect(long?.problem).toMatchObject({ code: 'json/number-too-long', column: 'id' });
  });

  test('can be read twice', async () => {
    const [table] = (await open([{ a: 1 }, { a: 2 }])).tables;
    expect(await rowsOf(table!)).toEqual(await rowsOf(table!));
  });

  test.each([
    ['json/no-table', {}], ['json/no-table', []], ['json/no-table', { a: [1, 2] }], ['json/no-table', 7],
    ['json/too-many-keys', [Object.fromEntries(Array.from({ length: 401 }, (_, at) => [`k${at}`, 1]))]],
    ['json/too-many-tables', Object.fromEntries(Array.from({ length: 201 }, (_, at) => [`k${at}`, [{ a: 1 }]]))],
  ])('%s', async (code, value) => {
    expect((await problemOf(open(value))).code).toBe(code);
  });
});

describe('openJson with a shape', () => {
  const me = (id: string, more: object = {}) => ({ id, name: 'n', ...more });

  test('objects and lists become the tables it names', async () => {
    const value = [
      { me: me('A', { posts: [{ id: 'A', unit: 'u' }, { unit: 'v' }] }), works: [{ id: 'A', stamp: '0000' }] },
      { me: me('B', { posts: [] }), works: [{ id: 'B', stamp: '1081' }] },
    ];
    expect(await seen(value, [SHAPE])).toEqual([
      { sheet: 'me', header: ['id', 'name'], rows: [[1, 'A', 'n'], [2, 'B', 'n']] },
      { sheet: 'posts', header: ['id', 'unit'], rows: [[1, 'A', 'u'], [2, 'A', 'v']] },
      { sheet: 'works', header: ['id', 'stamp'], rows: [[1, 'A', ''], [2, 'B', '1081']] },
    ]);
  });

  test('flags sort rows into tables; two at once are a rejected row', async () => {
    const works = [{ n: 1, again: false, lent: false }, { n: 2, again: true, lent: false }, { n: 3, again: 1, lent: '1' }, { n: 4, lent: true }];
    const tables = (await open([{ me: me('A'), works }], [SHAPE])).tables.slice(1);
    const rows = await Promise.all(tables.map(async (table) => [table.sheet, ...(await rowsOf(table)).map(({ row, problem }) => [row, problem?.code])]));
    expect(rows).toEqual([['works', [1, undefined], [3, 'json/two-flags']], ['works (again)', [2, undefined]], ['works (lent)', [4, undefined]]]);
    expect(tables.map(({ header }) => header)).toEqual([['n'], ['n'], ['n']]);
  });

  test('a flag that is neither true nor false is not swallowed', async () => {
    expect((await seen([{ me: me('A'), works: [{ again: 'maybe' }] }], [SHAPE])).at(-1)).toEqual({ sheet: 'works', header: ['again'], rows: [[1, 'maybe']] });
  });

  test('a list it does not name is a table too', async () => {
    expect(await seen([{ me: me('A'), more: [{ x: 1 }], version: '2' }], [SHAPE])).toEqual([
      { sheet: 'me', header: ['id', 'name', 'version'], rows: [[1, 'A', 'n', '2']] },
      { sheet: 'more', header: ['x', 'version'], rows: [[1, '1', '2']] },
    ]);
  });

  test('the shape with most in common is taken', async () => {
    const other: JsonShape = { tables: [{ path: '/dataRows/*', named: true }], key: ['id'], keyIn: 'group' };
    const file = await open({ id: 'A', dataRows: [{ a: 1 }] }, [SHAPE, other], 'x/performance3.json');
    expect(file.tables.map(({ sheet, header }) => [sheet, header])).toEqual([['performance3', ['a', 'id']]]);
  });
});
