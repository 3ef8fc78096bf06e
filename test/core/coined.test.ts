import fc from 'fast-check';
import { expect, test } from 'vitest';
import { characterOf, coinedSpots, coinedEncoder, coinedLookup, coinedMeaning, coinedName, type CoinedEntry, resolveCoined } from '../../src/core/coined.ts';
import { codePointLabel } from '../../src/core/characters.ts';
import { cp950Cell } from '../../src/core/private-use.ts';
import { decodeCp950 } from '../../src/formats/text/decode-cp950.ts';
import { encodeCp950 } from '../../src/formats/text/encode-cp950.ts';

const VERIFIED = { verifiedBy: 'registrar', date: '2026-09-01' };

/** Ideographs that CP950 lacks, in the blocks names use. */
const outside = fc.constantFrom([0x3400, 0x4dbf], [0x4e00, 0x9fff], [0x20000, 0x2a6df], [0x30000, 0x3134a])
  .chain(([first, last]) => fc.integer({ min: first!, max: last! }))
  .filter((codePoint) => encodeCp950(String.fromCodePoint(codePoint)).lost.length > 0);
const cell = fc.integer({ min: 0xe000, max: 0xf848 }).map((codePoint) => cp950Cell(codePoint)!);

const table = fc.tuple(fc.uniqueArray(cell, { minLength: 1, maxLength: 20 }), fc.uniqueArray(outside, { minLength: 20, maxLength: 20 }))
  .map(([cells, codePoints]) => ({ entries: cells.map((one, at): CoinedEntry => ({ cell: one, unicode: codePointLabel(codePoints[at]!), ...VERIFIED })) }));

test('with a table, bytes → private use → the real characters → bytes is the identity', () => {
  fc.assert(fc.property(table.chain((one) => fc.tuple(fc.constant(one), fc.array(fc.constantFrom(...one.entries.map((entry) => entry.cell), 'A4FD', 'A451', '41'), { maxLength: 12 }))), ([one, cells]) => {
    const bytes = Buffer.from(cells.join(''), 'hex');
    const { text, errors } = decodeCp950(bytes);
    expect(errors).toEqual([]);
    const real = resolveCoined(text, coinedLookup(one));
    expect(real).not.toMatch(/\p{Co}/u);
    for (const written of [text, real]) {
      const back = encodeCp950(written, coinedEncoder(one));
      expect(back.lost).toEqual([]);
      expect(Buffer.from(back.bytes).equals(bytes)).toBe(true);
    }
  }));
});

test('characters a table has no cell for are lost as before, never replaced', () => {
  fc.assert(fc.property(table, outside, (one, codePoint) => {
    const character = String.fromCodePoint(codePoint);
    fc.pre(one.entries.every((entry) => characterOf(entry) !== character));
    expect(encodeCp950(`a${character}b`, coinedEncoder(one))).toEqual({ bytes: new Uint8Array([0x61, 0x62]), lost: [{ index: 1, char: character }] });
  }));
});

test('an entry says what it knows', () => {
  expect(coinedMeaning({ cell: 'FA40', unicode: 'U+5803', cns: '3-2144', ...VERIFIED })).toBe('堃 U+5803 · CNS 3-2144');
  expect(coinedMeaning({ cell: 'FA40', glyph: 'ab'.repeat(32), ...VERIFIED })).toBe('SHA-256 abababababab');
  expect(coinedLookup({ entries: [{ cell: 'FA40', cns: '3-2144', ...VERIFIED }] })('\ue001')).toBeNull();
  const lookup = coinedLookup({ entries: [{ cell: 'FA41', unicode: 'U+5803', ...VERIFIED }] });
  expect(coinedSpots('王\ue001\ue000\ue001', lookup)).toEqual([{ cell: 'FA41', entry: lookup('\ue001') }, { cell: 'FA40', entry: null }]);
  expect([coinedName('\ue000'), coinedName('\uf8ff'), coinedName('\u{f0000}')]).toEqual(['FA40', 'U+F8FF', 'U+F0000']);
});
