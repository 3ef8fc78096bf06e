import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { STANDARD_CELLS } from '../../../src/formats/text/cp950-cells.ts';
import { cp950Decoder, decodeCp950 } from '../../../src/formats/text/decode-cp950.ts';
import { encodeCp950 } from '../../../src/formats/text/encode-cp950.ts';
import { hex } from '../../../src/formats/text/encoding.ts';
import { bytesOf, inPieces } from './pieces.ts';

/** Lead 81-FE by trail 40-7E, A1-FE: the 19,782 places of RULE-602. */
const SQUARE: number[] = [];
for (let lead = 0x81; lead <= 0xfe; lead += 1) {
  for (let trail = 0x40; trail <= 0xfe; trail += 1) {
    if (trail <= 0x7e || trail >= 0xa1) SQUARE.push((lead << 8) | trail);
  }
}

const pair = (cell: number): Uint8Array => Uint8Array.of(cell >> 8, cell & 0xff);
const characterAt = (cell: number): string | undefined => {
  const { text, errors } = decodeCp950(pair(cell));
  return errors.length === 0 ? text : undefined;
};
const isPrivate = (char: string): boolean => char >= '\ue000' && char <= '\uf8ff';

/** Second cells of ten characters, which are never written (RULE-603). */
const READ_ONLY = ['A2CC', 'A2CE', 'F9E9', 'F9EA', 'F9EB', 'F9F9', 'F9FA', 'F9FB', 'F9FC', 'F9FD'];

describe('the CP950 square', () => {
  test('has 13,503 standard, 6,217 user-defined and 62 undefined cells', () => {
    const characters = SQUARE.map(characterAt);
    expect(SQUARE).toHaveLength(19_782);
    expect(characters.filter((char) => char === undefined)).toHaveLength(62);
    expect(characters.filter((char) => char !== undefined && isPrivate(char))).toHaveLength(6_217);
    expect(characters.filter((char) => char !== undefined && !isPrivate(char))).toHaveLength(13_503);
  });

  test('has its undefined cells at A3C0-A3FE, all but the euro sign', () => {
    const undefinedCells = SQUARE.filter((cell) => characterAt(cell) === undefined);
    expect(undefinedCells.every((cell) => cell >= 0xa3c0 && cell <= 0xa3fe && cell !== 0xa3e1)).toBe(true);
  });

  test('is the table it was when it was made', () => {
    const lines = STANDARD_CELLS.map(([first, characters]) => first.toString(16).toUpperCase() + characters).join('\n');
    expect(createHash('sha256').update(lines).digest('hex')).toBe('8e404f248b3a991ac47035246b7668c7a4d0c3fdfd69db0c525cffa14e1b9420');
  });

  test.each([
    ['FA40', 0xe000], ['FA7E', 0xe03e], ['FAA1', 0xe03f], ['FEFE', 0xe310], ['8E40', 0xe311], ['A0FE', 0xeeb7],
    ['8140', 0xeeb8], ['8DFE', 0xf6b0], ['C6A1', 0xf6b1], ['C6FE', 0xf70e], ['C8FE', 0xf848], ['A451', 0x5341],
    ['A2CC', 0x5341], ['A4CA', 0x5345], ['A2CE', 0x5345], ['F9F9', 0x2550], ['A2A4', 0x2550], ['F9D6', 0x7881],
    ['A3E1', 0x20ac], ['A440', 0x4e00], ['F9D5', 0x9f98],
  ])('reads %s as U+%i', (bytes, code) => {
    expect(decodeCp950(Buffer.from(bytes, 'hex'))).toEqual({ text: String.fromCharCode(code), errors: [] });
  });

  test('reads every user-defined cell by the formula of RULE-601', () => {
    const place = (cell: number): number => {
      const lead = cell >> 8;
      const t = (cell & 0xff) < 0x7f ? (cell & 0xff) - 0x40 : (cell & 0xff) - 0x62;
      if (lead >= 0xfa) return 0xe000 + 157 * (lead - 0xfa) + t;
      if (lead >= 0xc6) return 0xf672 + 157 * (lead - 0xc6) + t;
      return lead >= 0x8e ? 0xe311 + 157 * (lead - 0x8e) + t : 0xeeb8 + 157 * (lead - 0x81) + t;
    };
    const cells = SQUARE.filter((cell) => cell >= 0xfa40 || (cell >= 0xc6a1 && cell <= 0xc8fe) || cell <= 0xa0fe);
    expect(cells).toHaveLength(6_217);
    expect(cells.filter((cell) => characterAt(cell) !== String.fromCharCode(place(cell)))).toEqual([]);
  });

  test('goes to text and back without a loss, but for the second cells of ten characters', () => {
    const changed = SQUARE.filter((cell) => {
      const char = characterAt(cell);
      return char !== undefined && hex(encodeCp950(char).bytes) !== hex(pair(cell));
    });
    expect(changed.map((cell) => hex(pair(cell)))).toEqual(READ_ONLY);
  });
});

describe('writing', () => {
  test.each([['十', 'A451'], ['卅', 'A4CA'], ['╞', 'A2A5'], ['╪', 'A2A6'], ['╡', 'A2A7'], ['═', 'A2A4'], ['╭', 'A27E'], ['╮', 'A2A1'], ['╰', 'A2A2'], ['╯', 'A2A3']])(
    'writes %s as %s', (char, bytes) => expect(hex(encodeCp950(char).bytes)).toBe(bytes));

  test('names the characters that have no cell, and where they stand', () => {
    expect(encodeCp950('王堃,A').lost).toEqual([{ index: 1, char: '堃' }]);
    expect([...'堃喆瑠凃煊珉峯'].filter((char) => encodeCp950(char).lost.length === 0)).toEqual([]);
    expect(encodeCp950('𠮷a\ud842').lost).toEqual([{ index: 0, char: '𠮷' }, { index: 3, char: '\ud842' }]);
    expect(encodeCp950('\ufffd\u0080\uf849').lost).toHaveLength(3);
  });

  test('leaves no byte for a lost character', () => {
    expect(hex(encodeCp950('a堃b').bytes)).toBe('6162');
  });
});

describe('bytes that are no character', () => {
  test.each([
    ['an undefined cell', '41A3C042', 'A\ufffdB', [{ offset: 1, bytes: 'A3C0' }]],
    ['half a character at the end', '41A4', 'A\ufffd', [{ offset: 1, bytes: 'A4' }]],
    ['half a character before a comma', 'A42C42', '\ufffd,B', [{ offset: 0, bytes: 'A4' }]],
    ['half a character before a line break', 'A40D0A', '\ufffd\r\n', [{ offset: 0, bytes: 'A4' }]],
    ['a lead byte and a byte that is never a trail', 'A48041', '\ufffdA', [{ offset: 0, bytes: 'A480' }]],
    ['80 and FF', '80FFA440', '\ufffd\ufffd一', [{ offset: 0, bytes: '80' }, { offset: 1, bytes: 'FF' }]],
  ])('%s', (_, bytes, text, errors) => {
    expect(decodeCp950(Buffer.from(bytes, 'hex'))).toEqual({ text, errors });
  });

  test('any bytes at all can be put together again from text and errors', () => {
    const twice = new Set(READ_ONLY);
    fc.assert(fc.property(bytesOf(fc.constantFrom(0x2c, 0x0a, 0x40, 0x7f, 0x80, 0xa3, 0xa4, 0xc0, 0xc6, 0xfa, 0xff)), (bytes) => {
      const decoder = cp950Decoder();
      const text = decoder.decode(bytes) + decoder.end();
      let at = 0;
      let back = '';
      for (const { at: index, bytes: raw } of decoder.errors) {
        back += hex(encodeCp950(text.slice(at, index)).bytes) + raw;
        at = index + 1;
      }
      back += hex(encodeCp950(text.slice(at)).bytes);
      expect(hex(decodeToCells(bytes, twice))).toBe(back);
    }));
  });
});

/** The bytes with each second cell of RULE-603 replaced by the one that is written. */
function decodeToCells(bytes: Uint8Array, twice: ReadonlySet<string>): Uint8Array {
  const copy = Uint8Array.from(bytes);
  for (let i = 0; i < copy.length; i += 1) {
    if (copy[i]! < 0x81 || copy[i] === 0xff || i + 1 === copy.length) continue;
    if (copy[i + 1]! < 0x40 || copy[i + 1] === 0x7f) continue;
    if (twice.has(hex(copy, i, i + 2))) copy.set(encodeCp950(decodeCp950(copy.subarray(i, i + 2)).text).bytes, i);
    i += 1;
  }
  return copy;
}

test('chunk borders change neither text nor errors', () => {
  const arbitrary = bytesOf(fc.constantFrom(0x41, 0x7f, 0x80, 0xa3, 0xa4, 0xc0, 0xfa, 0xff));
  fc.assert(fc.property(arbitrary, fc.array(fc.nat(8), { minLength: 1 }), (bytes, sizes) => {
    const whole = cp950Decoder();
    const text = whole.decode(bytes) + whole.end();
    const pieces = cp950Decoder();
    const joined = inPieces(bytes, sizes).map((piece) => pieces.decode(piece)).join('') + pieces.end();
    expect(joined).toBe(text);
    expect(pieces.errors).toEqual(whole.errors);
  }));
});
