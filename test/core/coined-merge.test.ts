import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CoinedEntry, CoinedTable } from '../../src/core/coined.ts';
import { type CoinedRow, mergeCoined, withoutCell } from '../../src/core/coined-merge.ts';

const VERIFIED = { verifiedBy: 'registrar', date: '2026-09-01' };
const entry = (cell: string, more: Partial<CoinedEntry>): CoinedEntry => ({ cell, ...VERIFIED, ...more });
const rows = (...entries: CoinedEntry[]): CoinedRow[] => entries.map((one, at) => ({ entry: one, row: at + 2 }));
const codes = (merge: ReturnType<typeof mergeCoined>): unknown[] => merge.refused.map(({ code, row }) => [row, code]);
const KUN: CoinedTable = { entries: [entry('FA40', { unicode: 'U+5803' })] };

describe('a table has every cell and every character once', () => {
  test('one cell twice in a file: neither row is believed', () => {
    const merge = mergeCoined({ entries: [] }, rows(entry('FA40', { unicode: 'U+5803' }), entry('FA41', { unicode: 'U+5586' }), entry('FA40', { unicode: 'U+7460' })), { replace: false });
    expect(codes(merge)).toEqual([[2, 'coined/cell-twice'], [4, 'coined/cell-twice']]);
    expect(merge.table.entries.map(({ cell }) => cell)).toEqual(['FA41']);
    expect(merge.refused[0]?.params).toEqual({ cell: 'FA40', rows: '2, 4' });
  });

  test('one character in two cells, of the file or of the table, by Unicode or by CNS code', () => {
    expect(codes(mergeCoined({ entries: [] }, rows(entry('FA40', { unicode: 'U+5803' }), entry('FA41', { unicode: 'U+5803' })), { replace: false })))
      .toEqual([[2, 'coined/character-twice'], [3, 'coined/character-twice']]);
    const merge = mergeCoined(KUN, rows(entry('FA41', { unicode: 'U+5803' })), { replace: true });
    expect(merge.refused).toEqual([{ code: 'coined/character-twice', params: { character: '堃', cells: 'FA40, FA41' }, row: 2 }]);
    expect(merge.table).toEqual(KUN);
    expect(codes(mergeCoined({ entries: [] }, rows(entry('FA40', { cns: '3-2144' }), entry('FA41', { cns: '3-2144' })), { replace: false }))).toHaveLength(2);
  });

  test('a refused row brings back what its cell held, with all that follows', () => {
    const merge = mergeCoined(KUN, rows(entry('FA40', { unicode: 'U+5586' }), entry('FA41', { unicode: 'U+5803' }), entry('FA42', { unicode: 'U+5586' })), { replace: true });
    expect(merge.taken).toEqual([]);
    expect(merge.refused).toHaveLength(3);
    expect(merge.table).toEqual(KUN);
  });

  test('whatever comes, taken and refused are all rows', () => {
    const any = fc.record({
      cell: fc.constantFrom('FA40', 'FA41', 'FA42', 'FA43'), unicode: fc.option(fc.constantFrom('U+5803', 'U+5586', 'U+7460'), { nil: undefined }),
      cns: fc.option(fc.constantFrom('3-2144', '3-2145'), { nil: undefined }),
    }).map(({ cell, unicode, cns }) => entry(cell, { glyph: 'a'.repeat(64), ...(unicode ? { unicode } : {}), ...(cns ? { cns } : {}) }));
    fc.assert(fc.property(fc.array(fc.tuple(fc.array(any, { maxLength: 5 }), fc.boolean()), { maxLength: 4 }), (files) => {
      let table: CoinedTable = { entries: [] };
      for (const [entries, replace] of files) {
        const merge = mergeCoined(table, rows(...entries), { replace });
        expect(merge.taken.length + merge.refused.length).toBe(entries.length);
        expect(new Set([...merge.taken, ...merge.refused].map(({ row }) => row)).size).toBe(entries.length);
        for (const name of ['cell', 'unicode', 'cns'] as const) {
          const values = merge.table.entries.flatMap((one) => one[name] ?? []);
          expect(new Set(values).size).toBe(values.length);
        }
        table = merge.table;
      }
    }));
  });
});

test('what was verified is not replaced in silence', () => {
  const other = rows(entry('FA40', { unicode: 'U+5586' }));
  expect(codes(mergeCoined(KUN, other, { replace: false }))).toEqual([[2, 'coined/cell-taken']]);
  expect(mergeCoined(KUN, other, { replace: true }).table.entries).toEqual([entry('FA40', { unicode: 'U+5586' })]);
});

test('what agrees adds to it', () => {
  const merge = mergeCoined(KUN, rows(entry('FA40', { cns: '3-2144', date: '2026-10-01' })), { replace: false });
  expect(merge.table.entries).toEqual([entry('FA40', { unicode: 'U+5803', cns: '3-2144', date: '2026-10-01' })]);
});

test('a cell is taken out, one that is not there is told', () => {
  expect(withoutCell(KUN, 'FA40')).toEqual({ entries: [] });
  expect(withoutCell(KUN, 'FA41')).toBeNull();
});
