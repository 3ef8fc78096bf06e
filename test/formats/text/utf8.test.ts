import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { utf8Decoder } from '../../../src/formats/text/decode-utf8.ts';
import { cutTail, firstInvalid } from '../../../src/formats/text/utf8-sequence.ts';
import { bytesOf, inPieces } from './pieces.ts';

const troublesome = fc.constantFrom(0x2c, 0x80, 0xbf, 0xc1, 0xc3, 0xe0, 0xa0, 0xe7, 0x8e, 0xed, 0xf0, 0x90, 0xf4, 0xff);
const mixed = fc.array(fc.oneof(bytesOf(troublesome), fc.string({ unit: 'binary' }).map((text) => new TextEncoder().encode(text)))).map((parts) => new Uint8Array(Buffer.concat(parts)));

function decode(pieces: readonly Uint8Array[]): { text: string; errors: { offset: number; bytes: string; at: number }[] } {
  const decoder = utf8Decoder();
  const text = pieces.map((piece) => decoder.decode(piece)).join('') + decoder.end();
  return { text, errors: decoder.errors };
}

describe('decoding UTF-8', () => {
  test('gives what the standard decoder gives, whatever the chunk borders', () => {
    const standard = new TextDecoder('utf-8', { ignoreBOM: true });
    fc.assert(fc.property(mixed, fc.array(fc.nat(8), { minLength: 1 }), (bytes, sizes) => {
      const whole = decode([bytes]);
      expect(whole.text).toBe(standard.decode(bytes));
      expect(decode(inPieces(bytes, sizes))).toEqual(whole);
    }));
  });

  test('says where each bad byte is, in the bytes and in the text', () => {
    const { text, errors } = decode([Buffer.from('E78E8BA3C0E7', 'hex')]);
    expect(text).toBe('王\ufffd\ufffd\ufffd');
    expect(errors).toEqual([
      { offset: 3, bytes: 'A3', at: 1 }, { offset: 4, bytes: 'C0', at: 2 }, { offset: 5, bytes: 'E7', at: 3 },
    ]);
  });

  test('takes genuine U+FFFD, U+FFFF and U+FEFF as text', () => {
    expect(decode([Buffer.from('a\ufffd\uffff\ufeffb')])).toEqual({ text: 'a\ufffd\uffff\ufeffb', errors: [] });
  });
});

describe('looking at sequences', () => {
  test('the first bad byte is where a strict decoder stops', () => {
    const strict = new TextDecoder('utf-8', { fatal: true });
    fc.assert(fc.property(mixed, (bytes) => {
      const at = firstInvalid(bytes);
      if (at === -1) expect(() => strict.decode(bytes)).not.toThrow();
      else {
        expect(() => strict.decode(bytes.subarray(0, at))).not.toThrow();
        expect(() => strict.decode(bytes)).toThrow('not valid');
      }
    }));
  });

  test('a cut tail is what a valid character still lacks bytes of', () => {
    const character = new TextEncoder().encode('𠮷');
    expect([0, 1, 2, 3, 4].map((size) => cutTail(character.subarray(0, size)))).toEqual([0, 1, 2, 3, 0]);
    expect(cutTail(Uint8Array.of(0x41, 0xc0))).toBe(0);
    expect(cutTail(Uint8Array.of(0x80, 0x80, 0x80, 0x80))).toBe(0);
  });
});
