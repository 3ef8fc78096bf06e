import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pairRows, type Said } from '../../../src/receipts/compare/pair-rows.ts';

const row = (code: string, score: string, pass = '1'): Said => new Map([['code', code], ['score', score], ['pass', pass]]);
const FIELDS = ['code', 'score', 'pass'];
const pairs = (ours: readonly Said[], theirs: readonly Said[], fields = FIELDS) => pairRows(ours, theirs, fields, ['code']).map(({ ours: one, theirs: other, unequal }) => [one, other, unequal.join(',')]);

describe('rows', () => {
  test('equal ones are paired however they are ordered, one for one', () => {
    expect(pairs([row('a', '1'), row('b', '2')], [row('b', '2'), row('a', '1')])).toEqual([[1, 0, ''], [0, 1, '']]);
    expect(pairs([row('a', '1'), row('a', '1')], [row('a', '1')])).toEqual([[0, 0, ''], [1, null, '']]);
    expect(pairs([row('a', '1')], [row('a', '1'), row('a', '1')])).toEqual([[0, 0, ''], [null, 1, '']]);
  });

  test('about the same thing are paired by fewest differences', () => {
    expect(pairs([row('a', '1', '1'), row('a', '5', '0')], [row('a', '6', '0'), row('a', '1', '0')])).toEqual([[1, 0, 'score'], [0, 1, 'pass']]);
  });

  test('about different things never are', () => {
    expect(pairs([row('a', '1')], [row('b', '1')])).toEqual([[0, null, ''], [null, 0, '']]);
  });

  test('without a field of the key that both have, only equal ones are paired', () => {
    expect(pairs([row('a', '1'), row('b', '2')], [row('x', '1'), row('y', '3')], ['score'])).toEqual([[0, 0, ''], [1, null, ''], [null, 1, '']]);
  });

  const rows = fc.array(fc.record({ code: fc.constantFrom('a', 'b', 'c'), score: fc.constantFrom('1', '2', '3'), pass: fc.constantFrom('0', '1') }).map(({ code, score, pass }) => row(code, score, pass)), { maxLength: 12 });
  const text = (one: Said): string => [...one.values()].join();

  test('none is lost, none is paired twice, and as many are equal as can be', () => {
    fc.assert(fc.property(rows, rows, (ours, theirs) => {
      const found = pairRows(ours, theirs, FIELDS, ['code']);
      expect(found.flatMap(({ ours: one }) => one ?? []).sort((a, b) => a - b)).toEqual([...ours.keys()]);
      expect(found.flatMap(({ theirs: other }) => other ?? []).sort((a, b) => a - b)).toEqual([...theirs.keys()]);
      const equal = Map.groupBy(ours, text);
      const most = [...Map.groupBy(theirs, text)].reduce((sum, [key, list]) => sum + Math.min(list.length, equal.get(key)?.length ?? 0), 0);
      const both = found.filter((pair) => pair.ours !== null && pair.theirs !== null);
      expect(both.filter(({ unequal }) => unequal.length === 0)).toHaveLength(most);
      for (const { ours: one, theirs: other, unequal } of both) {
        expect(unequal).toEqual(FIELDS.filter((field) => ours[one!]!.get(field) !== theirs[other!]!.get(field)));
        expect(ours[one!]!.get('code')).toBe(theirs[other!]!.get('code'));
      }
      // Within a key nothing is left on both sides.
      for (const code of ['a', 'b', 'c']) {
        const alone = found.filter((pair) => pair.ours === null || pair.theirs === null);
        const left = alone.filter((pair) => pair.ours !== null && ours[pair.ours]!.get('code') === code);
        const right = alone.filter((pair) => pair.theirs !== null && theirs[pair.theirs]!.get('code') === code);
        expect(Math.min(left.length, right.length)).toBe(0);
      }
    }));
  });

  test('a list held against itself, in any order, has no difference', () => {
    fc.assert(fc.property(rows.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))), ([ours, theirs]) => {
      expect(pairRows(ours, theirs, FIELDS, ['code']).every((pair) => pair.ours !== null && pair.theirs !== null && pair.unequal.length === 0)).toBe(true);
    }));
  });
});
