import { expect, test } from 'vitest';
import { cellCodePoint, cp950Cell } from '../../src/core/private-use.ts';

test.each([
  [0xe000, 'FA40'], [0xe03e, 'FA7E'], [0xe03f, 'FAA1'], [0xe310, 'FEFE'], [0xe311, '8E40'], [0xeeb7, 'A0FE'],
  [0xeeb8, '8140'], [0xf6b0, '8DFE'], [0xf6b1, 'C6A1'], [0xf70e, 'C6FE'], [0xf848, 'C8FE'],
])('%i stands in cell %s', (codePoint, cell) => {
  expect(cp950Cell(codePoint)).toBe(cell);
});

test.each([0x4e00, 0xdfff, 0xf849, 0xf8ff, 0xf0000])('%i has no cell', (codePoint) => {
  expect(cp950Cell(codePoint)).toBeNull();
});

test('all 6,217 cells are different and have a trail byte of CP950', () => {
  const cells = Array.from({ length: 0xf849 - 0xe000 }, (_, index) => cp950Cell(0xe000 + index));
  expect(new Set(cells).size).toBe(6217);
  for (const cell of cells) expect(cell).toMatch(/^[89A-F][0-9A-F](?:[4-6][0-9A-F]|7[0-9A-E]|A[1-9A-F]|[B-E][0-9A-F]|F[0-9A-E])$/);
});

test('a cell leads back to its code point, and every other cell of the square to none', () => {
  const found = new Set<number>();
  for (let bytes = 0; bytes <= 0xffff; bytes += 1) {
    const cell = bytes.toString(16).toUpperCase().padStart(4, '0');
    const codePoint = cellCodePoint(cell);
    if (codePoint === null) continue;
    expect(cp950Cell(codePoint)).toBe(cell);
    found.add(codePoint);
  }
  expect(found.size).toBe(6217);
  for (const other of ['fa40', 'FA4', 'FA400', '', 'C67E', 'A440', 'FA7F', 'FAA0', 'FAFF']) expect(cellCodePoint(other)).toBeNull();
});
