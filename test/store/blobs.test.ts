import { createHash } from 'node:crypto';
import { appendFileSync, cpSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { crc32 } from 'node:zlib';
import type { ByteSource } from '../../src/core/bytes.ts';
import { openHome } from '../../src/store/home.ts';
import { SCHOOL, temporaryFolder, temporaryStore } from './support.ts';

/** Hands the bytes out in pieces of `step`. */
function source(bytes: Uint8Array, step = 10_000): ByteSource {
  return {
    size: bytes.length,
    async *stream(start = 0, end = bytes.length) {
      for (let at = start; at < end; at += step) yield bytes.subarray(at, Math.min(end, at + step));
    },
    read: async (start, length) => bytes.subarray(start, start + length),
  };
}

async function all(from: ByteSource, start?: number, end?: number): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of from.stream(start, end)) parts.push(part);
  return Buffer.concat(parts);
}

/** Content that compresses in places and does not in others. */
function content(size: number): Buffer {
  const bytes = Buffer.alloc(size, '114,1,王小明,國語文,85\n');
  let state = 7;
  for (let at = 0; at < size; at++) {
    if (Math.floor(at / 300_000) % 2 === 1) bytes[at] = (state = (state * 1103515245 + 12345) & 0x7fffffff) >> 16;
  }
  return bytes;
}

const CHUNK = 262_144;
const sizes = [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 2_000_001];

test.each(sizes)('%i bytes come back, whole and in any range', async (size) => {
  const { store } = await temporaryStore();
  const bytes = content(size);
  const put = await store.blobs.put(source(bytes));
  expect(put).toEqual({ sha256: createHash('sha256').update(bytes).digest('hex'), size, crc32: crc32(bytes) });
  expect(store.blobs.has(put.sha256)).toBe(true);
  const blob = await store.blobs.open(put.sha256);
  expect(blob.size).toBe(size);
  expect((await all(blob)).equals(bytes)).toBe(true);
  await fc.assert(fc.asyncProperty(fc.nat(size + 10), fc.nat(700_000), async (start, length) => {
    const expected = bytes.subarray(start, start + length);
    expect(Buffer.from(await blob.read(start, length)).equals(expected)).toBe(true);
    expect((await all(blob, start, start + length)).equals(expected)).toBe(true);
  }), { numRuns: 15 });
});

test('equal content is not written again', async () => {
  const { store, home } = await temporaryStore();
  const { sha256 } = await store.blobs.put(source(content(100_000)));
  const path = join(home.paths(SCHOOL).blobs, sha256.slice(0, 2), sha256);
  utimesSync(path, 1000, 1000);
  const before = readFileSync(path);
  await store.blobs.put(source(content(100_000), 333));
  expect(statSync(path).mtimeMs).toBe(1_000_000);
  expect(readFileSync(path).equals(before)).toBe(true);
  expect(readdirSync(home.paths(SCHOOL).blobs, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())).toHaveLength(1);
});

test('a source that changes between its two readings leaves nothing behind', async () => {
  const { store, home } = await temporaryStore();
  let reading = 0;
  const changing: ByteSource = {
    size: 5,
    async *stream() { yield Buffer.from(`read${reading++}`); },
    read: async () => Buffer.from('read0'),
  };
  await expect(store.blobs.put(changing)).rejects.toMatchObject({ code: 'file/changing' });
  expect(readdirSync(home.paths(SCHOOL).blobs, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())).toEqual([]);
});

test('unknown content is not found', async () => {
  const { store } = await temporaryStore();
  expect(store.blobs.has('0'.repeat(64))).toBe(false);
  await expect(store.blobs.open('0'.repeat(64))).rejects.toMatchObject({ code: 'record/not-found' });
  await expect(store.blobs.open('../../licheng.json')).rejects.toMatchObject({ code: 'record/not-found' });
});

const damages: [string, (path: string, other: string) => void][] = [
  ['a bit is flipped in the first chunk', (path) => writeFileSync(path, readFileSync(path).map((byte, index) => (index === 40 ? byte ^ 1 : byte)))],
  ['the file is cut', (path) => truncateSync(path, statSync(path).size - 1)],
  ['the file is empty', (path) => truncateSync(path, 0)],
  ['something is appended', (path) => appendFileSync(path, 'x')],
  ['another blob lies under its name', (path, other) => cpSync(other, path)],
  ['two chunks change places', (path) => {
    const sealed = CHUNK + 16;
    const bytes = readFileSync(path);
    const [first, second] = [bytes.subarray(24, 24 + sealed), bytes.subarray(24 + sealed, 24 + 2 * sealed)];
    writeFileSync(path, Buffer.concat([bytes.subarray(0, 24), second, first, bytes.subarray(24 + 2 * sealed)]));
  }],
];

test.each(damages)('damage is seen when %s', async (_name, damage) => {
  const { store, home } = await temporaryStore();
  const noise = createHash('sha512');
  const bytes = Buffer.concat(Array.from({ length: 12_800 }, (_, index) => noise.copy().update(String(index)).digest()));
  const { sha256 } = await store.blobs.put(source(bytes));
  const other = await store.blobs.put(source(Buffer.from('other')));
  const pathOf = (sha: string): string => join(home.paths(SCHOOL).blobs, sha.slice(0, 2), sha);
  damage(pathOf(sha256), pathOf(other.sha256));
  const reading = (async () => all(await store.blobs.open(sha256)))();
  await expect(reading).rejects.toMatchObject({ code: 'store/damaged', params: { what: SCHOOL } });
});

test('a home restored elsewhere opens', async () => {
  const { store, home, masterKeyPath } = await temporaryStore();
  const bytes = content(200_000);
  const { sha256 } = await store.blobs.put(source(bytes));
  await store.close();
  await home.close();
  const restored = join(temporaryFolder(), 'restored');
  cpSync(home.path, restored, { recursive: true });
  const again = await openHome(restored, { masterKeyPath });
  const school = await again.school(SCHOOL);
  expect((await all(await school.blobs.open(sha256))).equals(bytes)).toBe(true);
  await school.close();
  await again.close();
});

test('a large file is read once where its size never came, and known again after', async () => {
  const { store, home } = await temporaryStore();
  const bytes = content(16 * 1024 * 1024);
  let readings = 0;
  const watched: ByteSource = { ...source(bytes), stream: (...range) => { readings += 1; return source(bytes, 1_000_000).stream(...range); } };
  const put = await store.blobs.put(watched);
  expect(put).toEqual({ sha256: createHash('sha256').update(bytes).digest('hex'), size: bytes.length, crc32: crc32(bytes) });
  expect(readings).toBe(1);
  expect(await store.blobs.put(watched)).toEqual(put);
  expect(readings).toBe(2);
  // Another file of the same size, and the same one where the hint is gone: neither is lost nor kept twice.
  bytes[5] = 0x31;
  const other = await store.blobs.put(watched);
  expect(other.sha256).not.toBe(put.sha256);
  expect(readings).toBe(4);
  const folder = home.paths(SCHOOL).blobs;
  rmSync(join(folder, 'sizes'), { recursive: true });
  expect(await store.blobs.put(watched)).toEqual(other);
  expect(readings).toBe(5);
  expect((await all(await store.blobs.open(other.sha256))).equals(bytes)).toBe(true);
  expect(readdirSync(join(folder, 'aside'))).toEqual([]);
});
