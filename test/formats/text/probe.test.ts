import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ProblemError } from '../../../src/core/problem.ts';
import { fileSource, memorySource } from '../../../src/formats/bytes.ts';
import { encodeCp950 } from '../../../src/formats/text/encode-cp950.ts';
import type { Encoding } from '../../../src/formats/text/encoding.ts';
import { probeEncoding } from '../../../src/formats/text/probe.ts';
import { firstError, scanned } from '../../../src/formats/text/scan.ts';
import { decodeCp950 } from '../../../src/formats/text/decode-cp950.ts';
import { firstInvalid } from '../../../src/formats/text/utf8-sequence.ts';
import { bytesOf, inPieces } from './pieces.ts';

const FIXTURES = fileURLToPath(new URL('../../../fixtures/encodings/', import.meta.url));
const BOTH: readonly Encoding[] = ['utf-8', 'cp950'];

async function probeFixture(name: string, allowed = BOTH): ReturnType<typeof probeEncoding> {
  await using source = await fileSource(join(FIXTURES, name));
  return await probeEncoding(source, allowed);
}

describe('fixtures', () => {
  test('a byte order mark decides, even against the setting', async () => {
    expect(await probeFixture('utf8-bom.csv')).toMatchObject({ encoding: 'utf-8', bom: 3, reason: 'bom' });
    expect(await probeFixture('utf8-bom.csv', ['cp950'])).toMatchObject({ encoding: 'utf-8', bom: 3, reason: 'bom' });
  });

  test('user-defined cells are valid CP950', async () => {
    expect(await probeFixture('cp950-user-defined.csv')).toEqual({
      encoding: 'cp950', bom: 0, reason: 'valid', firstErrors: { 'utf-8': 0, cp950: null },
    });
  });

  test('a file that is neither goes by the later error', async () => {
    const broken = await probeFixture('cp950-undefined.csv');
    expect(broken).toMatchObject({ encoding: 'cp950', reason: 'later-error' });
    const mixed = await probeFixture('mixed.csv');
    expect(mixed).toMatchObject({ encoding: 'utf-8', reason: 'later-error' });
    expect(mixed.firstErrors['utf-8']).toBeGreaterThan(mixed.firstErrors.cp950!);
  });

  test('UTF-16 is refused by name', async () => {
    const error = await probeFixture('utf16.csv').catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ProblemError);
    expect((error as ProblemError).problem.code).toBe('text/utf-16');
  });

  test('with one encoding allowed, that one is taken unseen', async () => {
    expect(await probeFixture('mixed.csv', ['cp950'])).toMatchObject({ encoding: 'cp950', reason: 'only-one-allowed' });
  });
});

test('the whole file counts, not its beginning', async () => {
  const bytes = Buffer.concat([Buffer.alloc(300_000, 'a,b\n'), encodeCp950('王').bytes]);
  expect(await probeEncoding(memorySource(bytes), BOTH)).toMatchObject({ encoding: 'cp950', firstErrors: { 'utf-8': 300_000, cp950: null } });
});

test('any text is recognised in the encoding it was written in, unless it reads as UTF-8 either way', async () => {
  const names = fc.string({ unit: fc.constantFrom(...'王小明十卅\ue000\uf848陳,\n"A1') });
  await fc.assert(fc.asyncProperty(names, async (text) => {
    expect(await probeEncoding(memorySource(Buffer.from(text)), BOTH)).toMatchObject({ encoding: 'utf-8', reason: 'valid' });
    const { bytes } = encodeCp950(text);
    const expected = firstInvalid(bytes) === -1 ? 'utf-8' : 'cp950';
    expect(await probeEncoding(memorySource(bytes), BOTH)).toMatchObject({ encoding: expected, reason: 'valid' });
  }));
});

test('first errors do not depend on the chunk borders', async () => {
  const bytes = bytesOf(fc.constantFrom(0x41, 0x80, 0xa3, 0xa4, 0xc0, 0xe7, 0x8e, 0x8b, 0xf0, 0xff));
  await fc.assert(fc.asyncProperty(bytes, fc.array(fc.nat(5), { minLength: 1 }), async (all, sizes) => {
    const source = { ...memorySource(all), async *stream() { yield* inPieces(all, sizes); } };
    const utf8 = firstInvalid(all);
    const expected = { 'utf-8': utf8 === -1 ? null : utf8, cp950: decodeCp950(all).errors[0]?.offset ?? null };
    expect({ 'utf-8': await firstError(source, 'utf-8'), cp950: await firstError(source, 'cp950') }).toEqual(expected);

    const watched = scanned(source);
    expect(watched.found()).toBeNull();
    for await (const chunk of watched.source.stream()) expect(watched.found()).toBe(chunk && null);
    expect(watched.found()).toEqual({ firstErrors: expected, lineFeeds: null });
    const outcome = async (...probe: Parameters<typeof probeEncoding>): Promise<unknown> => probeEncoding(...probe).catch((error: ProblemError) => error.problem);
    expect(await outcome(memorySource(all), BOTH, expected)).toEqual(await outcome(memorySource(all), BOTH));
  }));
});
