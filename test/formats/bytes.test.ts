import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { fileSource, joined, memorySource, readAll } from '../../src/formats/bytes.ts';
import { codeOf } from './problems.ts';

const folder = mkdtempSync(join(tmpdir(), 'bytes-'));
const path = join(folder, 'data.bin');
const data = Uint8Array.from({ length: 700_000 }, (_, index) => index % 251);
writeFileSync(path, data);
afterAll(() => rmSync(folder, { recursive: true }));

describe.each([
  ['file', () => fileSource(path)],
  ['memory', async () => ({ ...memorySource(data), [Symbol.asyncDispose]: async () => undefined })],
])('%s source', (_, make) => {
  it('reads and streams any range', async () => {
    await using source = await make();
    expect(source.size).toBe(data.length);
    expect(Buffer.compare(await joined(source.stream()), data)).toBe(0);
    expect(Buffer.compare(await joined(source.stream(262_000, 600_001)), data.subarray(262_000, 600_001))).toBe(0);
    expect(Buffer.compare(await source.read(699_990, 100), data.subarray(699_990))).toBe(0);
    expect(await source.read(800_000, 10)).toHaveLength(0);
    expect(await joined(source.stream(5, 5))).toHaveLength(0);
    expect(await joined(source.stream(699_999, 900_000))).toHaveLength(1);
  });

  it('is read whole only within the cap', async () => {
    await using source = await make();
    expect(await readAll(source, data.length)).toHaveLength(data.length);
    expect(await codeOf(readAll(source, data.length - 1))).toBe('file/too-large');
  });
});

it('says when there is no such file, or it is a folder', async () => {
  await expect(fileSource(join(folder, 'missing'))).rejects.toMatchObject({ code: 'file/not-found' });
  await expect(fileSource(folder)).rejects.toMatchObject({ code: 'file/not-found' });
});
