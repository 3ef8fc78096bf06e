import fc from 'fast-check';
import { expect, test } from 'vitest';
import { windows } from '../../../src/formats/csv/windows.ts';
import { inPieces } from '../text/pieces.ts';

async function cut(text: string, chunks: readonly number[], size: number): Promise<string[]> {
  const source = async function* (): AsyncGenerator<Uint8Array> { yield* inPieces(Buffer.from(text), chunks); };
  const pieces: string[] = [];
  for await (const piece of windows(source(), size)) pieces.push(Buffer.from(piece).toString());
  return pieces;
}

test('pieces end after a line feed where they hold one', async () => {
  expect(await cut('ab\ncd\nefgh', [10], 7)).toEqual(['ab\ncd\n', 'efgh']);
  expect(await cut('abcdefgh\ni', [3], 4)).toEqual(['abcd', 'efgh', '\n', 'i']);
  expect(await cut('ab\ncd\nef\ngh', [4], 7)).toEqual(['ab\n', 'cd\n', 'ef\n', 'gh']);
});

test('pieces are the source, none longer than asked for', async () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n'), maxLength: 80 });
  await fc.assert(fc.asyncProperty(text, fc.array(fc.nat(20), { minLength: 1 }), fc.integer({ min: 1, max: 30 }), async (whole, chunks, size) => {
    const pieces = await cut(whole, chunks, size);
    expect(pieces.join('')).toBe(whole);
    expect(Math.max(0, ...pieces.map(({ length }) => length))).toBeLessThanOrEqual(size);
  }));
});
