/** Text with the school's cells says what the encoder writes with them. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeCp950 } from '../../../src/formats/text/encode-cp950.ts';
import { ownCells } from '../../../src/formats/text/own-cells.ts';

const cells = new Map([['堃', 0xfa40], ['\u{20BB7}', 0xfefe], ['喆', 0x8e40], ['王', 0xc6a1]]);
const coined = (character: string): number | null => cells.get(character) ?? null;

test('the bytes are those of the encoder, and what neither has stays lost', () => {
  const piece = fc.constantFrom(...cells.keys(), '十', '\uE000', '\uF848', 'a', ',', '碁', '裏', '\u{2A6D6}', '\uD842', '\u{1F600}');
  fc.assert(fc.property(fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join('')), (text) => {
    const [own, hooked] = [encodeCp950(ownCells(text, coined)), encodeCp950(text, coined)];
    expect(own.bytes).toEqual(hooked.bytes);
    expect(own.lost.map(({ char }) => char)).toEqual(hooked.lost.map(({ char }) => char));
  }));
});

test('a character CP950 has itself is left alone', () => {
  expect(ownCells('王堃\u{20BB7}', coined)).toBe('王\uE000\uE310');
});
