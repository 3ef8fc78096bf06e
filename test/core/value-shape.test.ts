import fc from 'fast-check';
import { expect, test } from 'vitest';
import { VALUE_SHAPES, valueShape } from '../../src/core/value-shape.ts';

test.each([
  ['', 'blank'], [' \t', 'blank'], ['-1', 'minus-one'], ['2008/03/15', 'gregorian-date'], ['2008-3-5', 'gregorian-date'], ['2008/03/15 上午 10:00:00', 'gregorian-date'],
  ['20080315', 'gregorian-digits'], ['97/03/15', 'roc-date'], ['097.03.15', 'roc-date'], ['民國97年3月15日', 'roc-date'], ['0970315', 'roc-digits'],
  ['1.14990301E+22', 'scientific'], ['０９７０３１５', 'full-width'], ['60.0', 'trailing-zero'], ["'0970315", 'quoted'], ['="0970315"', 'quoted'],
  ['a123456789', 'lower-case'], ['??', 'lost-characters'], ['王\ufffd明', 'lost-characters'],
] as const)('%j looks like %s', (text, shape) => {
  expect(valueShape(text)).toBe(shape);
});

test.each(['2008/03-15', '2008/13/15', '970315', '1141301', '國語文', 'A123456789', '114990301H1110111010102', '60', '60.5', '王?', 'Amy Lin'])('%j looks like nothing in particular', (text) => {
  expect(valueShape(text)).toBeNull();
});

test('a text of any length is looked at in no time and has one shape or none', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
    const shape = valueShape(text.repeat(500));
    expect(shape === null || Object.hasOwn(VALUE_SHAPES, shape)).toBe(true);
  }), { numRuns: 200 });
});
