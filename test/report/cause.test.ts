import { describe, expect, test } from 'vitest';
import { causesOf } from '../../src/report/cause.ts';
import { causeHeadline } from '../../src/report/cause-words.ts';
import type { FileLine, RuleColumn, RuleCount } from '../../src/report/model.ts';

const sheets = (sizes: Readonly<Record<string, readonly [read: number, imported: number]>>): FileLine[] => [{
  file: 'a.xlsx', system: null, edition: null, status: 'imported',
  sheets: Object.entries(sizes).map(([sheet, [rowsRead, imported]]) => ({ sheet, rowsRead, imported, rejected: rowsRead - imported })),
}];
const column = (count: number, more: Partial<RuleColumn> = {}): RuleColumn => ({ file: 'a.xlsx', sheet: 'S', column: 'C', count, shape: null, shapeCount: count, ...more });
const rule = (columns: readonly RuleColumn[], more: Partial<RuleCount> = {}): RuleCount =>
  ({ rule: 'a/b', severity: 'error', count: columns.reduce((sum, { count }) => sum + count, 0), students: 1, columns, ...more });
const files = sheets({ S: [1000, 1000], T: [500, 100], few: [10, 10] });

describe('one cause', () => {
  test('is a column wrong in nine rows of ten, and no fewer', () => {
    expect(causesOf([rule([column(899)])], files)).toEqual([]);
    expect(causesOf([rule([column(900)])], files)).toEqual([{
      column: 'C', shape: null, count: 900, total: 1000, places: [{ file: 'a.xlsx', sheet: 'S', count: 900, total: 1000 }], rules: [{ rule: 'a/b', severity: 'error', count: 900 }],
    }]);
  });

  test('is a few dozen cells that only a program makes look so', () => {
    const scientific = { shape: 'scientific', shapeCount: 30 } as const;
    expect(causesOf([rule([column(30, scientific)])], files)).toMatchObject([{ shape: 'scientific', count: 30, total: 1000 }]);
    expect(causesOf([rule([column(19, { ...scientific, shapeCount: 19 })])], files)).toEqual([]);
    expect(causesOf([rule([column(40, scientific)])], files), 'a quarter look otherwise').toEqual([]);
    expect(causesOf([rule([column(30, { shape: 'blank', shapeCount: 30 })])], files), 'any cell may be blank').toEqual([]);
  });

  test('is told of the rows that were read where they became no records', () => {
    expect(causesOf([rule([column(100, { sheet: 'T' })])], files)).toMatchObject([{ total: 100 }]);
    expect(causesOf([rule([column(400, { sheet: 'T', rejected: true })])], files)).toEqual([]);
    expect(causesOf([rule([column(480, { sheet: 'T', rejected: true })])], files)).toMatchObject([{ count: 480, total: 500 }]);
  });

  test('is not told of more findings than the sheet has rows, of a handful of rows, nor of what is only noted', () => {
    expect(causesOf([rule([column(1001)])], files)).toEqual([]);
    expect(causesOf([rule([column(10, { sheet: 'few' })])], files)).toEqual([]);
    expect(causesOf([rule([column(950)], { severity: 'info' })], files)).toEqual([]);
    expect(causesOf([{ rule: 'a/b', severity: 'error', count: 950, students: 1 }], files), 'about no column').toEqual([]);
  });

  test('gathers the sheets it is in, and every rule that says so of the same cells', () => {
    const gregorian = (count: number, sheet: string): RuleColumn => column(count, { sheet, shape: 'gregorian-date', shapeCount: count });
    const found = causesOf([
      rule([gregorian(100, 'T'), gregorian(950, 'S')]),
      rule([gregorian(940, 'S')], { rule: 'a/c', severity: 'warning' }),
      rule([column(990, { column: 'D' })], { rule: 'a/d' }),
    ], files);
    expect(found.map((cause) => [cause.column, cause.count, cause.total, cause.places.map(({ sheet }) => sheet), cause.rules.map((one) => one.rule)])).toEqual([
      ['C', 1050, 1100, ['S', 'T'], ['a/b', 'a/c']],
      ['D', 990, 1000, ['S'], ['a/d']],
    ]);
  });

  test('is one headline in both languages', () => {
    const [gregorian] = causesOf([rule([column(1000, { column: '出生日期', shape: 'gregorian-date', shapeCount: 990 })])], files);
    expect(causeHeadline(gregorian!)).toEqual({ 'zh-TW': '「出生日期」1,000 列中有 1,000 列是西元日期', en: '"出生日期": dates in the Gregorian calendar in 1,000 of 1,000 rows' });
    const [mixed] = causesOf([rule([column(1000)])], files);
    expect(causeHeadline(mixed!, () => 'X')['zh-TW']).toBe('「X」1,000 列中有 1,000 列都有同樣的問題');
  });
});
