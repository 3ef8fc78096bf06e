import fc from 'fast-check';
import { expect, test } from 'vitest';
import { idIsValid, idKind, idSum, normaliseId, sexOfId } from '../../src/core/national-id.ts';
import type { IdKind } from '../../src/core/national-id.ts';

/** Fabricated numbers with their sums, computed independently. */
const VECTORS: readonly (readonly [text: string, kind: IdKind | null, sum: number | null, valid: boolean])[] = [
  ['A123456789', 'national', 130, true],
  ['B299887764', 'national', 260, true],
  ['F100000006', 'national', 60, true],
  ['I231231236', 'national', 120, true],
  ['O198765438', 'national', 260, true],
  ['W202020209', 'national', 70, true],
  ['Z111111114', 'national', 70, true],
  ['A800123450', 'arc-new', 100, true],
  ['B990001128', 'arc-new', 160, true],
  ['I888777661', 'arc-new', 310, true],
  ['AC01234567', 'arc-old', 80, true],
  ['BD98765430', 'arc-old', 230, true],
  ['HA12345672', 'arc-old', 150, true],
  ['OB76543214', 'arc-old', 200, true],
  ['A123456780', 'national', 121, false],
  ['B299887765', 'national', 261, false],
  ['F100000007', 'national', 61, false],
  ['I231231237', 'national', 121, false],
  ['O198765439', 'national', 261, false],
  ['W202020200', 'national', 61, false],
  ['Z111111115', 'national', 71, false],
  ['A800123451', 'arc-new', 101, false],
  ['B990001129', 'arc-new', 161, false],
  ['I888777662', 'arc-new', 311, false],
  ['AC01234568', 'arc-old', 81, false],
  ['BD98765431', 'arc-old', 231, false],
  ['HA12345673', 'arc-old', 151, false],
  ['OB76543215', 'arc-old', 201, false],
  ['A123456798', 'national', 130, true],
  ['E123456789', 'national', 166, false],
  ['A323456789', null, null, false],
  ['a123456789', null, null, false],
  ['A12345678', null, null, false],
  ['AE12345678', null, null, false],
  ['Ａ123456789', null, null, false],
  ['A1234567８９', null, null, false],
  ['I1234567890', null, null, false],
  ['', null, null, false],
];

test.each(VECTORS)('%s is %s, sum %s, valid %s', (text, kind, sum, valid) => {
  expect(idKind(text)).toBe(kind);
  expect(idSum(text)).toBe(sum);
  expect(idIsValid(text)).toBe(valid);
});

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const anyId = fc.tuple(fc.constantFrom(...LETTERS), fc.constantFrom(...'1289ABCD'), fc.stringMatching(/^\d{8}$/)).map((parts) => parts.join(''));

test('exactly one of the ten last digits fits', () => {
  fc.assert(fc.property(anyId, (id) => {
    const valid = [...'0123456789'].filter((digit) => idIsValid(id.slice(0, 9) + digit));
    expect(valid).toHaveLength(1);
  }));
});

test('swapping the last two digits goes unseen', () => {
  fc.assert(fc.property(anyId, (id) => {
    expect(idIsValid(id.slice(0, 8) + id.charAt(9) + id.charAt(8))).toBe(idIsValid(id));
  }));
});

test.each(['BNZ', 'AMW', 'KLY', 'JVX', 'HU', 'GT', 'FS', 'ER', 'DOQ', 'CIP'])('first letters %s are not told apart', (letters) => {
  expect(new Set([...letters].map((letter) => (idSum(`${letter}123456789`) ?? NaN) % 10)).size).toBe(1);
});

test.each([['A123456789', '1'], ['B299887764', '2'], ['A800123450', '1'], ['B990001128', '2'], ['AC01234567', '1'], ['BD98765430', '2'], ['A12345678', null]])('%s speaks of sex %s', (id, sex) => {
  expect(sexOfId(id)).toBe(sex);
});

test('full width, lower case and blanks are undone', () => {
  expect(normaliseId(' \uff41123 456\uff17\uff18\uff19\u3000')).toBe('A123456789');
  fc.assert(fc.property(anyId, (id) => {
    expect(normaliseId(id.toLowerCase())).toBe(id);
  }));
});
