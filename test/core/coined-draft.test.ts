import { expect, test } from 'vitest';
import { cnsCode, coinedEntry } from '../../src/core/coined-draft.ts';

const TODAY = '2026-11-22';
const DRAFT = { cell: 'FA40', unicode: 'U+5803', verifiedBy: '註冊組', date: '2026-09-01' };

test('what is written in another way comes out in one form', () => {
  const entry = { cell: 'FA40', unicode: 'U+5803', verifiedBy: '註冊組', date: '2026-09-01' };
  for (const draft of [
    DRAFT, { ...DRAFT, cell: ' fa40 ' }, { ...DRAFT, cell: '0xFA40' }, { ...DRAFT, unicode: '5803' }, { ...DRAFT, unicode: 'u+5803' },
    { ...DRAFT, unicode: '堃' }, { ...DRAFT, date: '1150901' }, { ...DRAFT, note: ' ', cns: '', glyph: '' },
  ]) expect(coinedEntry(draft, TODAY)).toEqual(entry);
  expect(coinedEntry({ ...DRAFT, unicode: '𠮷', cns: '4-256f', note: 'n' }, TODAY)).toEqual({ ...entry, unicode: 'U+20BB7', cns: '4-256F', note: 'n' });
});

test.each([
  ['a standard cell', { cell: 'A440' }, 'coined/bad-cell'], ['no cell', { cell: '' }, 'coined/bad-cell'], ['a code point', { cell: 'U+E000' }, 'coined/bad-cell'],
  ['a plane of 0', { cns: '0-2144' }, 'coined/bad-cns'], ['a byte below 21', { cns: '3-2044' }, 'coined/bad-cns'], ['a byte above 7E', { cns: '3-217F' }, 'coined/bad-cns'],
  ['private use', { unicode: 'U+E000' }, 'coined/bad-unicode'], ['plane 15', { unicode: 'U+F0000' }, 'coined/bad-unicode'],
  ['a surrogate', { unicode: 'U+D842' }, 'coined/bad-unicode'], ['the replacement character', { unicode: '\uFFFD' }, 'coined/bad-unicode'],
  ['two characters', { unicode: '堃堃' }, 'coined/bad-unicode'], ['past the end', { unicode: 'U+110000' }, 'coined/bad-unicode'],
  ['ASCII', { unicode: '?' }, 'coined/bad-unicode'], ['a blank', { unicode: 'U+3000' }, 'coined/bad-unicode'], ['zero width', { unicode: 'U+200B' }, 'coined/bad-unicode'],
  ['nothing', { unicode: '' }, 'coined/no-meaning'], ['nobody', { verifiedBy: ' ' }, 'coined/not-verified'], ['a long name', { verifiedBy: '王'.repeat(101) }, 'coined/not-verified'],
  ['no date', { date: '' }, 'coined/bad-date'], ['no day', { date: '2026-02-30' }, 'coined/bad-date'], ['tomorrow', { date: '2026-11-23' }, 'coined/bad-date'],
  ['a long note', { note: 'x'.repeat(501) }, 'coined/bad-note'],
])('%s is refused', (_what, wrong, code) => {
  expect(coinedEntry({ ...DRAFT, ...wrong }, TODAY)).toMatchObject({ code });
});

test('codes of CNS 11643', () => {
  expect(['3-2144', '03-2144', '15-7e7e', '', '3-21', '3_2144', '100-2144'].map(cnsCode)).toEqual(['3-2144', '3-2144', '15-7E7E', '', null, null, null]);
});
