import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { joined, memorySource } from '../../src/formats/bytes.ts';
import { openZip } from '../../src/formats/zip/read.ts';
import { type BagContent, bagEntries, zipBag } from '../../src/package/bag.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const CONTENT: BagContent = {
  payload: [{ name: '學生成績名冊.xlsx', bytes: utf8('scores') }, { name: 'a/學生資料名冊.xlsx', bytes: utf8('students') }],
  tags: [{ name: 'submission.json', bytes: utf8('{}\n') }],
  info: [['Bag-Software-Agent', 'licheng 1'], ['External-Identifier', 'x']],
};

async function entries(zip: Uint8Array): Promise<Map<string, Uint8Array>> {
  const archive = await openZip(memorySource(zip), 'bag.zip');
  expect(archive.problems).toEqual([]);
  const found = new Map<string, Uint8Array>();
  for (const entry of archive.entries) found.set(entry.name, await joined(entry.stream()));
  await archive.close();
  return found;
}

const manifestOf = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(new TextDecoder().decode(bytes).trim().split('\n').map((line) => [line.slice(66), line.slice(0, 64)]));

describe('a bag', () => {
  test('has declaration, info and manifests first, then its payload', () => {
    expect(bagEntries(CONTENT).map(({ name }) => name)).toEqual([
      'bagit.txt', 'bag-info.txt', 'manifest-sha256.txt', 'submission.json', 'tagmanifest-sha256.txt', 'data/a/學生資料名冊.xlsx', 'data/學生成績名冊.xlsx',
    ]);
  });

  test('lists every file of the payload, and every other file but itself, with its SHA-256', async () => {
    const found = await entries(await zipBag(CONTENT));
    const payload = manifestOf(found.get('manifest-sha256.txt')!);
    const tags = manifestOf(found.get('tagmanifest-sha256.txt')!);
    expect(Object.keys({ ...payload, ...tags, 'tagmanifest-sha256.txt': '' }).sort()).toEqual([...found.keys()].sort());
    for (const [name, sum] of Object.entries({ ...payload, ...tags })) expect(sum).toBe(digest(found.get(name)!));
    expect(new TextDecoder().decode(found.get('bag-info.txt'))).toBe('Bag-Software-Agent: licheng 1\nExternal-Identifier: x\nPayload-Oxum: 14.2\n');
  });

  test('does not depend on the order things are given in', async () => {
    const other = { ...CONTENT, payload: CONTENT.payload.toReversed() };
    expect(digest(await zipBag(other))).toBe(digest(await zipBag(CONTENT)));
  });

  test('writes names that would break a manifest\'s lines as percent codes', async () => {
    const [, , manifest] = bagEntries({ payload: [{ name: 'a%b\nc', bytes: utf8('') }], tags: [], info: [] });
    expect(new TextDecoder().decode(await joined(manifest!.source.stream()))).toMatch(/^[0-9a-f]{64} {2}data\/a%25b%0Ac\n$/);
  });

  test('any bytes come out as they went in', async () => {
    const payload = fc.uniqueArray(fc.record({ name: fc.stringMatching(/^[a-z學生名冊]{1,12}$/), bytes: fc.uint8Array({ maxLength: 5000 }) }), { selector: ({ name }) => name, maxLength: 6 });
    await fc.assert(fc.asyncProperty(payload, async (files) => {
      const found = await entries(await zipBag({ payload: files, tags: [], info: [] }));
      for (const { name, bytes } of files) expect(Buffer.from(found.get(`data/${name}`)!).equals(bytes)).toBe(true);
    }), { numRuns: 30 });
  });
});
