/** Other contents in an archive: what is not replaced keeps its bytes, and what is can be read by others. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { joined, memorySource } from '../../../src/formats/bytes.ts';
import { openZip } from '../../../src/formats/zip/read.ts';
import { replaceEntries } from '../../../src/formats/zip/replace.ts';
import { writeZip } from '../../../src/formats/zip/write.ts';
import { folder } from '../../flows/migrate/support.ts';
import { has, run } from '../tools.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const zip = async (entries: Readonly<Record<string, Uint8Array>>, store = false): Promise<Uint8Array> =>
  joined(writeZip(Object.entries(entries).map(([name, content]) => ({ name, source: memorySource(content), store }))));

async function contents(archive: Uint8Array): Promise<Record<string, string>> {
  const opened = await openZip(memorySource(archive), 'x.zip');
  expect(opened.problems).toEqual([]);
  return Object.fromEntries(await Promise.all(opened.entries.map(async (entry) => [entry.name, Buffer.from(await joined(entry.stream())).toString('base64')])));
}

const names = fc.uniqueArray(fc.stringMatching(/^[a-z課]{1,8}\.xml$/), { minLength: 1, maxLength: 6 });
const content = fc.uint8Array({ maxLength: 300 });

test('only what is replaced reads otherwise, whatever it is and wherever it stands', async () => {
  await fc.assert(fc.asyncProperty(names, fc.array(content, { minLength: 6, maxLength: 6 }), content, fc.nat(5), fc.boolean(), async (all, old, fresh, at, store) => {
    const entries = Object.fromEntries(all.map((name, index) => [name, old[index]!]));
    const name = all[at % all.length]!;
    const archive = await zip(entries, store);
    const replaced = await replaceEntries(archive, 'x.zip', new Map([[name, fresh]]));
    expect(await contents(replaced!)).toEqual(await contents(await zip({ ...entries, [name]: fresh })));
    expect(await replaceEntries(archive, 'x.zip', new Map())).toEqual(Buffer.from(archive));
  }), { numRuns: 60 });
});

describe('an archive', () => {
  const entries = { 'a.xml': bytes('甲'.repeat(500)), 'b.xml': bytes('乙'.repeat(500)), 'c.xml': bytes('丙') };

  test('keeps the bytes of what stays, header and all', async () => {
    const archive = Buffer.from(await zip(entries));
    const replaced = Buffer.from((await replaceEntries(archive, 'x.zip', new Map([['b.xml', bytes('丁'.repeat(9))]])))!);
    const [a, b, c] = ['a.xml', 'b.xml', 'c.xml'].map((name) => archive.indexOf(name) - 30);
    expect(replaced.subarray(0, b)).toEqual(archive.subarray(0, b));
    expect(a).toBe(0);
    const end = archive.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    const tail = archive.subarray(c, end);
    expect(replaced.indexOf(tail)).toBe(replaced.indexOf('c.xml') - 30);
  });

  test.skipIf(!has('unzip', '-v') || !has('7z'))('is an archive to others', async () => {
    using work = folder();
    const path = join(work.path, 'x.zip');
    writeFileSync(path, (await replaceEntries(await zip(entries), 'x.zip', new Map([['a.xml', bytes('新')], ['c.xml', bytes('')]])))!);
    expect(run('unzip', '-t', path)).toContain('No errors');
    expect(run('7z', 't', path)).toContain('Everything is Ok');
    expect(run('unzip', '-p', path, 'a.xml')).toBe('新');
  });

  test('is left alone where the name is not there, or the archive is none', async () => {
    expect(await replaceEntries(await zip(entries), 'x.zip', new Map([['d.xml', bytes('')]]))).toBeNull();
    await expect(replaceEntries(bytes('not a zip'), 'x.zip', new Map())).rejects.toMatchObject({ problem: { code: 'zip/damaged' } });
  });
});
