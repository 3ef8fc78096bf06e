/** JSON files that are no exports: told by their keys, and read whatever is missing in them. */
import { describe, expect, test } from 'vitest';
import { memorySource } from '../../../src/formats/bytes.ts';
import type { DocumentShape, JsonShape } from '../../../src/formats/json/shape.ts';
import { openJson } from '../../../src/formats/json/table-read.ts';

const REPLY: DocumentShape = {
  document: 'reply', signs: ['id', 'state'], key: ['id'], keyIn: 'group',
  tables: [{ path: '', sheet: 'status' }, { path: '/errors/*', inside: ['detail'] }],
};
const LIST: JsonShape = { tables: [{ path: '/errors/*' }], key: [], keyIn: 'row' };

async function read(value: unknown): Promise<{ document: string | undefined; tables: unknown[] }> {
  const file = await openJson(memorySource(new TextEncoder().encode(JSON.stringify(value))), 'x.json', [LIST], [REPLY]);
  const tables = await Promise.all(file.tables.map(async ({ sheet, header, rows }) => [sheet, [...header], ...(await Array.fromAsync(rows())).flat().map(({ cells }) => [...cells])]));
  return { document: file.document, tables };
}

describe('a document', () => {
  test('is told from an export by keys all of which it has', async () => {
    expect((await read({ id: 1, state: 'x', errors: [{ a: 1 }] })).document).toBe('reply');
    for (const other of [{ id: 1, errors: [{ a: 1 }] }, [{ id: 1, state: 'x' }], { errors: [{ id: 1, state: 'x' }] }]) expect((await read(other)).document).toBeUndefined();
  });

  test('may be a row itself, and its key stands in the rows below', async () => {
    expect((await read({ id: 'A', state: 'done', errors: [{ line: 3 }] })).tables).toEqual([
      ['status', ['id', 'state'], ['A', 'done']], ['errors', ['line', 'id'], ['3', 'A']],
    ]);
    expect((await read({ id: 'A', state: 'done', errors: [] })).tables).toEqual([['status', ['id', 'state'], ['A', 'done']]]);
  });

  test('has the keys of objects in its rows as columns; what is no object stays what it is', async () => {
    const errors = [{ line: 1, detail: { code: ['X'], more: { deep: 1 } } }, { line: 2, detail: null }, { line: 3, detail: 'text' }, 'no row'];
    const { tables: [, table] } = await read({ id: 'A', state: '', errors });
    expect(table).toEqual(['errors', ['line', 'detail.code', 'detail.more', 'id', 'detail'], ['1', '["X"]', '{"deep":1}', 'A', ''], ['2', '', '', 'A', ''], ['3', '', '', 'A', 'text'], ['', '', '', 'A', '']]);
  });
});
