/** Archives of stored entries: what other programs make of them, and that nothing gets in which is not what it was said to be. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import type { ByteSource } from '../../../src/core/bytes.ts';
import { fileSource, joined, memorySource } from '../../../src/formats/bytes.ts';
import { openZip } from '../../../src/formats/zip/read.ts';
import { directoryRecord, endRecords, localHeader } from '../../../src/formats/zip/stored/records.ts';
import { openSink } from '../../../src/formats/zip/stored/sink.ts';
import { ChangedContent, type StoredInput, writeStored } from '../../../src/formats/zip/stored/write.ts';
import { has } from '../tools.ts';

const folder = mkdtempSync(join(tmpdir(), 'licheng-stored-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let next = 0;
const newPath = (): string => join(folder, `${next++}.zip`);

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

function entry(name: string, bytes: Uint8Array, source: ByteSource = memorySource(bytes)): StoredInput {
  return { name, size: bytes.length, crc32: crc32(bytes), sha256: sha256(bytes), open: async () => source };
}

/** A source that can only be streamed, in small chunks. */
const streamed = (bytes: Uint8Array): ByteSource => ({
  size: bytes.length, read: async (start, length) => bytes.subarray(start, start + length),
  async *stream(start = 0, end = bytes.length) { for (let at = start; at < end; at += 777) yield bytes.subarray(at, Math.min(end, at + 777)); },
});

async function read(path: string): Promise<Record<string, string>> {
  await using source = await fileSource(path);
  const archive = await openZip(source, path);
  expect(archive.problems).toEqual([]);
  const found: Record<string, string> = {};
  for (const one of archive.entries) found[one.name] = sha256(await joined(one.stream()));
  await archive.close();
  return found;
}

test('any files come back as they were, the digest is the archive\'s, and a second writing is the same bytes', async () => {
  const names = fc.uniqueArray(fc.stringMatching(/^[a-z0-9\u4e00-\u4eff]{1,12}$/), { maxLength: 20 });
  await fc.assert(fc.asyncProperty(names, fc.array(fc.uint8Array({ maxLength: 5000 }), { minLength: 20, maxLength: 20 }), async (some, contents) => {
    const entries = (way: (bytes: Uint8Array) => ByteSource): StoredInput[] => some.map((name, at) => entry(`${name}.bin`, contents[at]!, way(contents[at]!)));
    const paths = [newPath(), newPath()];
    const written = [await writeStored(paths[0]!, entries(memorySource)), await writeStored(paths[1]!, entries(streamed))];
    const bytes = readFileSync(paths[0]!);
    expect(written[0]).toEqual({ sha256: sha256(bytes), size: bytes.length });
    expect(readFileSync(paths[1]!).equals(bytes)).toBe(true);
    expect(written[1]).toEqual(written[0]);
    expect(await read(paths[0]!)).toEqual(Object.fromEntries(some.map((name, at) => [`${name}.bin`, sha256(contents[at]!)])));
  }), { numRuns: 25 });
});

describe('a large archive', () => {
  const blocks = Array.from({ length: 9 }, (_, at) => Buffer.alloc(9_000_001 + at, `${at} incompressible enough `));
  const entries = (): StoredInput[] => blocks.map((bytes, at) => entry(`${at}.bin`, bytes, at % 2 === 0 ? memorySource(bytes) : streamed(bytes)));
  const path = newPath();

  test('is written by another thread to the same effect', async () => {
    const written = await writeStored(path, entries());
    const bytes = readFileSync(path);
    expect(written).toEqual({ sha256: sha256(bytes), size: bytes.length });
    expect(await read(path)).toEqual(Object.fromEntries(blocks.map((block, at) => [`${at}.bin`, sha256(block)])));
  });

  test('ends in the error of its file, not in waiting for ever', async () => {
    const gone = entries();
    gone[5] = { ...gone[5]!, open: async () => { throw new Error('gone'); } };
    await expect(writeStored(newPath(), gone)).rejects.toThrow('gone');
  });

  test.runIf(existsSync('/dev/full')).each([0, 1e9])('ends in an error when the disk is full, expecting %i bytes', async (expected) => {
    const fd = openSync('/dev/full', 'w');
    const sink = openSink(fd, expected);
    try {
      await expect((async () => {
        for (let at = 0; at < 20; at++) await sink.put(new Uint8Array(2_000_000));
        await sink.end();
      })()).rejects.toMatchObject({ code: 'ENOSPC' });
    } finally {
      await sink.close();
      closeSync(fd);
    }
  });

  test.runIf(has('unzip'))('opens with unzip', () => {
    expect(execFileSync('unzip', ['-tq', path]).toString()).toContain('No errors detected');
  });

  test.runIf(has('7z'))('opens with 7-Zip', () => {
    expect(execFileSync('7z', ['t', path]).toString()).toContain('Everything is Ok');
  });

  test.runIf(has('python3'))('opens with Python', () => {
    expect(execFileSync('python3', ['-c', 'import sys, zipfile; print(zipfile.ZipFile(sys.argv[1]).testzip(), len(zipfile.ZipFile(sys.argv[1]).namelist()))', path]).toString().trim()).toBe('None 9');
  });
});

describe('a file that is not what it was said to be', () => {
  const bytes = Buffer.from('hello');
  test.each<[string, StoredInput]>([
    ['longer', entry('x', bytes, memorySource(Buffer.from('hello!')))],
    ['shorter', entry('x', bytes, memorySource(Buffer.from('hell')))],
    ['of another byte', entry('x', bytes, memorySource(Buffer.from('hallo')))],
    ['longer, streamed', entry('x', bytes, streamed(Buffer.from('hello!')))],
  ])('%s, is never packed', async (_, one) => {
    await expect(writeStored(newPath(), [one])).rejects.toThrow(ChangedContent);
  });

  test('is read from disk as any other', async () => {
    const path = join(folder, 'plain');
    writeFileSync(path, bytes);
    const to = newPath();
    await writeStored(to, [{ ...entry('x', bytes), open: () => fileSource(path) }]);
    expect(await read(to)).toEqual({ x: sha256(bytes) });
  });
});

test.each([['../x', 'zip/bad-name'], ['a\\b', 'zip/bad-name'], ['x/', 'zip/bad-name']])('the name %j is refused', async (name, code) => {
  await expect(writeStored(newPath(), [entry(name, Buffer.from('x'))])).rejects.toMatchObject({ problem: { code } });
});

test('a file that is there is not written over', async () => {
  const path = newPath();
  writeFileSync(path, 'kept');
  await expect(writeStored(path, [])).rejects.toThrow(/EEXIST/);
  expect(readFileSync(path, 'utf8')).toBe('kept');
});

describe('numbers too large for their places', () => {
  const name = new TextEncoder().encode('x');
  const GiB = 1024 ** 3;

  test('go into the ZIP64 fields, and only those', () => {
    const small = directoryRecord({ name, size: 5, crc32: 1 }, 7);
    expect([small.readUInt32LE(24), small.readUInt16LE(30), small.readUInt32LE(42)]).toEqual([5, 0, 7]);
    const far = directoryRecord({ name, size: 5, crc32: 1 }, 5 * GiB);
    expect([far.readUInt32LE(24), far.readUInt32LE(42), far.readUInt16LE(47), far.readUInt16LE(49), far.readBigUInt64LE(51)]).toEqual([5, 0xffffffff, 1, 8, BigInt(5 * GiB)]);
    const large = directoryRecord({ name, size: 6 * GiB, crc32: 1 }, 5 * GiB);
    expect([large.readUInt32LE(20), large.readUInt32LE(24), large.readUInt16LE(49)]).toEqual([0xffffffff, 0xffffffff, 24]);
    expect([large.readBigUInt64LE(51), large.readBigUInt64LE(59), large.readBigUInt64LE(67)]).toEqual([BigInt(6 * GiB), BigInt(6 * GiB), BigInt(5 * GiB)]);
    const local = localHeader({ name, size: 6 * GiB, crc32: 1 });
    expect([local.readUInt32LE(18), local.readUInt32LE(22), local.readUInt16LE(28), local.readBigUInt64LE(35)]).toEqual([0xffffffff, 0xffffffff, 20, BigInt(6 * GiB)]);
  });

  test('end in a ZIP64 record with its locator', () => {
    expect(endRecords(3, 100, 50)).toHaveLength(22);
    const many = endRecords(70_000, 100, 50);
    expect(many).toHaveLength(56 + 20 + 22);
    expect([many.readUInt32LE(0), many.readBigUInt64LE(24), many.readBigUInt64LE(48), many.readUInt32LE(56), many.readBigUInt64LE(64)]).toEqual([0x06064b50, 70_000n, 100n, 0x07064b50, 150n]);
    expect(many.readUInt16LE(56 + 20 + 8)).toBe(0xffff);
  });

  test('more entries than 16 bits count are read back', async () => {
    const path = newPath();
    const bytes = Buffer.from('x');
    await writeStored(path, Array.from({ length: 0x10000 }, (_, at) => entry(`${at}`, bytes)));
    expect(Object.keys(await read(path))).toHaveLength(0x10000);
  }, 120_000);
});
