/** What is said of a row without a file is what the writer and the reader make of it. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { memorySource } from '../../../src/formats/bytes.ts';
import { jsonPlace } from '../../../src/formats/json/carried.ts';
import type { JsonShape } from '../../../src/formats/json/shape.ts';
import { openJson } from '../../../src/formats/json/table-read.ts';
import { writeJsonTables } from '../../../src/formats/json/table-write.ts';

const shape: JsonShape = {
  tables: [{ path: '/*/人' }, { path: '/*/表/*', none: { c: '0000' }, flags: { 是: '表(是)' } }],
  key: ['id'], keyIn: 'row', numbers: ['b'],
};
const header = ['id', 'a', 'b', 'c'];
const text = fc.oneof(fc.constantFrom('', '0', '1.0', '-0', '01', '0000', '[]', '{}', '[1]', '{"x":[{"y":1}]}', '{"x": 1}', ' 甲 ', '12345678901234567', 'null', 'true'), fc.string({ maxLength: 6 }));

test.each(['人', '表', '表(是)'])('%s', async (sheet) => {
  const place = jsonPlace(sheet, header, shape)!;
  expect(place.single).toBe(sheet === '人');
  await fc.assert(fc.asyncProperty(fc.tuple(text, text, text), async (cells) => {
    const row = ['A', ...cells];
    const { tables } = await openJson(memorySource(writeJsonTables([{ sheet, header, rows: [row] }], shape)), 'x.json', [shape]);
    const table = tables.find((one) => one.sheet === sheet)!;
    const [[read] = []] = await Array.fromAsync(table.rows());
    const at = header.map((key) => table.header.indexOf(key));
    const said = place.carried(row);
    expect(at.map((index) => read!.cells[index] ?? '')).toEqual(said.cells);
    // A blank cell's kind says nothing.
    const kinds = (of: string | undefined, places: readonly number[]): string => places.map((index, i) => (said.cells[i] === '' ? '-' : (of?.[index] ?? 's'))).join('');
    expect(kinds(read!.kinds, at)).toBe(kinds(said.kinds, [0, 1, 2, 3]));
  }));
});

test('a table the shape lacks has no place', () => {
  expect(jsonPlace('別的', header, shape)).toBeNull();
});
