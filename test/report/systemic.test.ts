import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/core/finding.ts';
import type { FileLine, RuleCount } from '../../src/report/model.ts';
import { systemic } from '../../src/report/systemic.ts';

const files: readonly FileLine[] = [{ file: 'a.xlsx', system: null, edition: null, status: 'imported', sheets: [{ sheet: 'S', rowsRead: 1000, imported: 1000, rejected: 0 }, { sheet: 'few', rowsRead: 10, imported: 10, rejected: 0 }] }];
const rule = (count: number, columns?: RuleCount['columns']): RuleCount => ({ rule: 'a/b', severity: 'error', count, students: count, ...(columns && { columns }) });
const at = (row: number, column = 'C', sheet = 'S'): Finding => ({ rule: 'a/b', severity: 'error', params: {}, file: 'a.xlsx', sheet, row, column, value: '', student: null, record: null });
const rows = (length: number, step = 1): Finding[] => Array.from({ length }, (_, index) => at(2 + index * step));

describe('a rule broken in nearly every row of a column', () => {
  test('is told from exact counts by column, the fullest first', () => {
    const columns = [{ file: 'a.xlsx', sheet: 'S', column: 'C', count: 900 }, { file: 'a.xlsx', sheet: 'S', column: 'D', count: 950 }];
    expect(systemic(rule(1850, columns), [], files)).toEqual({ sheet: 'S', column: 'D', count: 950, total: 1000 });
  });

  test('is not told below nine in ten', () => {
    expect(systemic(rule(899, [{ file: 'a.xlsx', sheet: 'S', column: 'C', count: 899 }]), [], files)).toBeNull();
  });

  test('is told from capped samples only when they leave no rows out', () => {
    expect(systemic(rule(950), rows(100), files)).toEqual({ sheet: 'S', column: 'C', count: 950, total: 1000 });
    expect(systemic(rule(950), rows(100, 3), files)).toBeNull();
    expect(systemic(rule(950), [...rows(99), at(101, 'D')], files)).toBeNull();
  });

  test('is not told of more findings than the sheet has rows, nor of a handful of rows', () => {
    expect(systemic(rule(1001), rows(100), files)).toBeNull();
    expect(systemic(rule(10), Array.from({ length: 10 }, (_, index) => at(index + 2, 'C', 'few')), files)).toBeNull();
  });

  test('is not told of findings without a place', () => {
    expect(systemic(rule(1000), rows(1000).map((finding) => ({ ...finding, column: null })), files)).toBeNull();
  });
});
