/** A part of a yearly submission: a bag that stands alone. */
import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { memorySource } from '../../../src/formats/bytes.ts';
import { packedName } from '../../../src/package/year/name.ts';
import { type PackedFile, type PartContent, preparePart } from '../../../src/package/year/part.ts';

function file(text: string, name = `${text}.pdf`): PackedFile {
  const bytes = Buffer.from(text);
  return { name, sha256: createHash('sha256').update(bytes).digest('hex'), size: bytes.length, crc32: crc32(bytes), open: async () => memorySource(bytes) };
}

const content = (files: readonly PackedFile[]): PartContent => ({ school: '990399', term: '114-0', edition: 'year-submission', version: '1.0.0', rosters: [], tags: [], files });

describe('a part', () => {
  test('holds each content once, and the manifest names it', async () => {
    const { entries, bytes } = await preparePart(content([file('b'), file('a'), file('b')]));
    expect(entries.map(({ name }) => name)).toEqual(['bagit.txt', 'bag-info.txt', 'manifest-sha256.txt', 'tagmanifest-sha256.txt', 'data/a.pdf', 'data/b.pdf']);
    expect(bytes).toBe(2);
    const manifest = entries.find(({ name }) => name === 'manifest-sha256.txt')!;
    expect(Buffer.from(await (await manifest.open()).read(0, manifest.size)).toString()).toBe(`${file('a').sha256}  data/a.pdf\n${file('b').sha256}  data/b.pdf\n`);
  });

  test('has the same key for the same files only', async () => {
    const key = async (files: readonly PackedFile[]): Promise<string> => (await preparePart(content(files))).key;
    expect(await key([file('a'), file('b')])).toBe(await key([file('b'), file('a')]));
    expect(await key([file('a')])).not.toBe(await key([file('b')]));
  });

  test('refuses two contents of one name', async () => {
    await expect(preparePart(content([file('a', 'x.pdf'), file('b', 'x.pdf')]))).rejects.toThrow(TypeError);
  });
});

describe('the name of a file', () => {
  const sha256 = 'ab'.repeat(32);
  test.each([['jpg', '我的照片.JPEG', '.jpg'], ['pdf', 'x', '.pdf'], ['heic', 'x.HEIC', '.heic'], ['unknown', 'none', '']])('%s %s ends in %j', (format, fileName, extension) => {
    expect(packedName({ sha256, format, fileName })).toBe(`${'ab'.repeat(16)}${extension}`);
  });
});
