import { expect, test } from 'vitest';
import { itemWords, rejectedTables } from '../../../src/flows/quarantine/rejected-tables.ts';
import type { QuarantineItem, SchoolStore } from '../../../src/store/port.ts';

const HEADER = ['身分證號', '出生日期'];

function item(row: number, more: Partial<QuarantineItem> = {}): QuarantineItem {
  return {
    id: `a:0:${row}`, input: 'a', file: '成績.csv', sheet: '學期成績', row, header: HEADER, cells: ['Z900000001', '0970230'],
    problem: { code: 'mapping/blank-key', params: { column: '身分證號' }, column: '身分證號' }, ...more,
  };
}

const storeWith = (items: readonly QuarantineItem[]): SchoolStore => ({ quarantine: () => items }) as unknown as SchoolStore;

test('one table a sheet, in the order of the files; cells as they were, reasons in front', () => {
  const tables = rejectedTables(storeWith([item(3), item(9), item(2, { input: 'b', file: '名冊.xlsx' })]), 'zh-TW');
  expect(tables.map(({ file, rows }) => [file, rows.length])).toEqual([['名冊.xlsx', 1], ['成績.csv', 2]]);
  expect(tables[1]?.header).toEqual(['列', '退回原因', '怎麼改', ...HEADER]);
  expect(tables[1]?.rows[0]).toEqual(['3', expect.stringContaining('身分證號'), expect.stringContaining('請'), 'Z900000001', '0970230']);
});

test('reasons never repeat the cell, in either language', () => {
  const spoilt = item(3, { problem: { code: 'mapping/impossible-date', params: { column: '出生日期', value: '0970230', expected: '0970315' }, column: '出生日期', value: '0970230' } });
  for (const lang of ['zh-TW', 'en'] as const) expect(itemWords(spoilt, lang).message).not.toContain('0970230');
});
