import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { joined, memorySource } from '../../../src/formats/bytes.ts';
import { openZip } from '../../../src/formats/zip/read.ts';
import { writeZip, type ZipInput } from '../../../src/formats/zip/write.ts';
import { codeOf } from '../problems.ts';
import { has, pythonWith, run } from '../tools.ts';

const utf8 = new TextEncoder();
const entry = (name: string, content: string, store = false): ZipInput => ({ name, source: memorySource(utf8.encode(content)), store });
const SAMPLE = [entry('a.txt', 'plain '.repeat(500)), entry('王小明/成果.pdf', 'stored', true), entry('王小明/空.txt', ''), entry('𠮷.csv', '"a","b"\n')];

const folder = mkdtempSync(join(tmpdir(), 'zip-write-'));
const path = join(folder, 'sample.zip');
writeFileSync(path, await joined(writeZip(SAMPLE)));
afterAll(() => rmSync(folder, { recursive: true }));

describe('writeZip', () => {
  it('gives the same bytes twice, whatever the clock and the time zone', async () => {
    const first = await joined(writeZip(SAMPLE));
    const zone = process.env['TZ'];
    process.env['TZ'] = 'Pacific/Kiritimati';
    const second = await joined(writeZip(SAMPLE));
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
    expect(Buffer.compare(first, second)).toBe(0);
    expect(Buffer.from(first).readUInt32LE(10)).toBe(0x00210000);
  });

  it('deflates unless told to store', async () => {
    const content = 'x'.repeat(10_000);
    expect((await joined(writeZip([entry('a', content)]))).length).toBeLessThan(1000);
    expect((await joined(writeZip([entry('a', content, true)]))).length).toBeGreaterThan(10_000);
  });

  it('is read back as it was', async () => {
    await fc.assert(fc.asyncProperty(
      fc.uniqueArray(fc.tuple(fc.stringMatching(/^[a-z王𠮷][a-z0-9 .王]{0,10}[a-z]$/u), fc.uint8Array({ maxLength: 3000 }), fc.boolean()), { selector: ([name]) => name, maxLength: 6 }),
      async (files) => {
        const bytes = await joined(writeZip(files.map(([name, content, store]) => ({ name, source: memorySource(content), store }))));
        const archive = await openZip(memorySource(bytes), 'x.zip');
        expect(archive.problems).toEqual([]);
        const back = await Promise.all(archive.entries.map(async (item) => [item.name, Buffer.from(await joined(item.stream())).toString('hex')]));
        expect(back).toEqual(files.map(([name, content]) => [name, Buffer.from(content).toString('hex')]));
      },
    ), { numRuns: 40 });
  });

  it('refuses names it would not read', async () => {
    expect(await codeOf(joined(writeZip([entry('../a', '')])))).toBe('zip/bad-name');
    expect(await codeOf(joined(writeZip([entry('114:1/a', ''), entry('c:/a', '')])))).toBe('zip/bad-name');
    expect(await codeOf(joined(writeZip([entry('folder/', '')])))).toBe('zip/bad-name');
    expect(await codeOf(joined(writeZip([entry('A', ''), entry('a', '')])))).toBe('zip/name-twin');
  });

  it('passes on the error of a source', async () => {
    const broken = { name: 'b', source: { async *stream() { yield utf8.encode('some'); throw new Error('disk gone'); } } };
    await expect(joined(writeZip([entry('a', 'fine'), broken, entry('c', 'never')]))).rejects.toThrow('disk gone');
  });

  it('can be left early', async () => {
    for await (const chunk of writeZip(SAMPLE)) {
      expect(chunk.length).toBeGreaterThan(0);
      break;
    }
  });

  it.skipIf(!has('unzip', '-v'))('passes unzip -t', () => {
    expect(run('unzip', '-t', path)).toContain('No errors detected');
  });

  it.skipIf(!has('7z', 'i'))('passes 7z t', () => {
    expect(run('7z', 't', path)).toContain('Everything is Ok');
  });

  it.skipIf(pythonWith('zipfile') === null)('is read by Python with the right names', () => {
    const script = 'import sys, zipfile\nz = zipfile.ZipFile(sys.argv[1])\nassert z.testzip() is None\nprint("|".join(z.namelist()))';
    expect(run(pythonWith('zipfile')!, '-c', script, path).trim()).toBe('a.txt|王小明/成果.pdf|王小明/空.txt|𠮷.csv');
  });
});
