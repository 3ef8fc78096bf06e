import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeEscapes, encodeEscapes } from '../../../src/formats/xlsx/escapes.ts';
import { isDateFormat } from '../../../src/formats/xlsx/number-format.ts';
import { numberText } from '../../../src/formats/xlsx/number-text.ts';
import { columnLetters, columnOf } from '../../../src/formats/xlsx/reference.ts';
import { serialDate } from '../../../src/formats/xlsx/serial-date.ts';

describe('numberText', () => {
  it.each([
    ['0', '0'], ['-0', '0'], ['007', '7'], ['60.5', '60.5'], ['85.100000000000001', '85.1'], ['1.5E-7', '0.00000015'], ['-2e-9', '-0.000000002'],
    ['1E2', '100'], ['.5', '0.5'], ['+3', '3'], ['999999999999999', '999999999999999'], ['1000000000000000', 'lost'], ['-1e22', 'lost'],
    ['', null], ['1,5', null], ['0x10', null], ['Infinity', null], ['NaN', null], ['1e999', null], [' 1', null],
  ])('%j is %j', (stored, text) => {
    expect(numberText(stored)).toBe(text);
  });

  it('never changes a decimal of up to 15 digits, never shows an exponent', () => {
    fc.assert(fc.property(fc.integer({ min: -999_999_999, max: 999_999_999 }), fc.integer({ min: 0, max: 9 }), (digits, scale) => {
      const value = digits / 10 ** scale;
      const text = numberText(String(value))!;
      expect(text).toMatch(/^-?\d+(\.\d+)?$/);
      expect(Number(text)).toBe(Number(value.toPrecision(15)) + 0);
    }));
  });
});

describe('serialDate', () => {
  it('agrees with the calendar in both systems', () => {
    fc.assert(fc.property(fc.integer({ min: 61, max: 2_958_465 }), fc.integer({ min: 0, max: 86_399 }), (day, second) => {
      const iso = new Date(Date.UTC(1899, 11, 30) + day * 86_400_000 + second * 1000).toISOString().slice(0, 19);
      const expected = second === 0 ? iso.slice(0, 10) : iso;
      expect(serialDate(day + second / 86_400, false)).toBe(expected);
      if (day >= 1463) expect(serialDate(day - 1462 + second / 86_400, true)).toBe(expected);
    }));
  });

  it.each([
    [1, '1900-01-01'], [59, '1900-02-28'], [60, null], [60.5, null], [61, '1900-03-01'], [2_958_465, '9999-12-31'], [2_958_465.99999999, null],
    [0, null], [0.5, '12:00:00'], [0.999999999, '1900-01-01'], [-1, null], [Number.NaN, null],
  ])('%d is %s', (serial, text) => {
    expect(serialDate(serial, false)).toBe(text);
  });
});

it.each([
  ['General', false], ['0.00', false], ['@', false], ['0.00E+00', false], ['"day"0', false], ['0\\d', false], ['[Red]0;[Blue]-0', false], ['[h]:mm', false],
  ['#,##0_d', false], ['0"年"', false],
  ['yyyy/m/d', true], ['[$-404]e/m/d', true], ['[$-404]e"年"m"月"d"日";@', true], ['h:mm:ss', true], ['mmm-yy', true], ['[$-F800]dddd', true],
])('the format %j is a date: %s', (code, expected) => {
  expect(isDateFormat(200, code)).toBe(expected);
});

it('built-in formats are told by number, unless the workbook redefines them', () => {
  expect([0, 1, 9, 13, 14, 22, 27, 36, 37, 45, 46, 49, 50, 58, 59].filter((id) => isDateFormat(id, undefined))).toEqual([14, 22, 27, 36, 45, 50, 58]);
  expect(isDateFormat(14, '0.0')).toBe(false);
});

it('column letters and numbers are each other\'s inverse', () => {
  for (let column = 0; column < 16_384; column++) expect(columnOf(`${columnLetters(column)}7`)).toBe(column);
  expect([0, 25, 26, 701, 702, 16_383].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA', 'XFD']);
  expect(['', '7', 'a1', 'ABCD1', '1A'].map(columnOf)).toEqual([-1, -1, -1, -1, -1]);
});

describe('escapes', () => {
  it('come back as they were', () => {
    const text = fc.array(fc.constantFrom('_', 'x', 'X', '0', '04', '41', '_x0041_', '_x005F_', '王', '𠮷', 'x00_', '_x')).map((parts) => parts.join(''));
    fc.assert(fc.property(text, (value) => { expect(decodeEscapes(encodeEscapes(value))).toBe(value); }));
  });

  it.each([
    ['a_x0009_b', 'a\tb'], ['_x005F_x0041_', '_x0041_'], ['_xd842__xdfb7_', '𠮷'], ['_xD842_', '_xD842_'], ['_x0000_', '_x0000_'], ['_x12_', '_x12_'],
  ])('%j is %j', (stored, text) => {
    expect(decodeEscapes(stored)).toBe(text);
  });
});
