import fc from 'fast-check';
import { expect, test } from 'vitest';
import { refuseBadTitles } from '../../src/formats/xlsx/titles.ts';
import { sheetTitles } from '../../src/report/sheet-titles.ts';

test('titles keep what a workbook takes, and each is its own', () => {
  expect(sheetTitles(['學期成績', '學期成績', '檢核結果', 'a/b:c', "'x'", '', '𠮷'.repeat(40)], ['檢核結果'])).toEqual([
    '學期成績', '學期成績 (2)', '檢核結果 (2)', 'a b c', 'x', '—', '𠮷'.repeat(15),
  ]);
});

test('whatever the names, a workbook takes the titles', () => {
  fc.assert(fc.property(fc.array(fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.constantFrom('x', 'X', "'''", 'x (2)')), { maxLength: 30 }), (names) => {
    const titles = sheetTitles(names, ['X']);
    expect(titles).toHaveLength(names.length);
    expect(() => refuseBadTitles(['X', ...titles])).not.toThrow();
  }));
});
