import { describe, expect, it } from 'vitest';
import { joined, memorySource } from '../../../src/formats/bytes.ts';
import { openZip, type ZipOptions } from '../../../src/formats/zip/read.ts';
import { encodeCp950 } from '../../../src/formats/text/encode-cp950.ts';
import { codeOf } from '../problems.ts';
import { rawZip, type RawEntry } from './raw-zip.ts';

const open = (bytes: Uint8Array, options?: ZipOptions) => openZip(memorySource(bytes), 'drop.zip', options);
const codes = async (entries: RawEntry[], options?: ZipOptions) => (await open(rawZip(entries), options)).problems.map((problem) => problem.code);
const text = async (chunks: AsyncIterable<Uint8Array>) => new TextDecoder().decode(await joined(chunks));

describe('an ordinary archive', () => {
  it('gives its entries in order, folders left out', async () => {
    const archive = await open(rawZip([
      { name: '名冊/', attributes: 0x41ed0010 },
      { name: '名冊/一.csv', data: 'stored' },
      { name: '名冊/二.csv', data: 'deflated '.repeat(50), deflate: true },
    ], { comment: 'a comment with PK\x05\x06 in it' }));
    expect(archive.problems).toEqual([]);
    expect(archive.entries.map(({ name, size }) => [name, size])).toEqual([['名冊/一.csv', 6], ['名冊/二.csv', 450]]);
    expect(await text(archive.entries[0]!.stream())).toBe('stored');
    expect(await text(archive.entries[1]!.stream())).toBe('deflated '.repeat(50));
  });

  it('can be empty', async () => {
    expect((await open(rawZip([]))).entries).toEqual([]);
  });

  it.each([[true, 1024], [false, 1024], [true, 10], [false, 10]])('reads an entry at any place (deflated %s, %i bytes in memory)', async (deflate, inMemory) => {
    const data = Array.from({ length: 300 }, (_, index) => `line ${index}\n`).join('');
    const archive = await open(rawZip([{ name: 'first', data: 'x' }, { name: 'a.txt', data, deflate }]), { limits: { inMemory } });
    const source = await archive.entries[1]!.source();
    expect(source.size).toBe(data.length);
    expect(new TextDecoder().decode(await source.read(100, 20))).toBe(data.slice(100, 120));
    expect(new TextDecoder().decode(await source.read(data.length - 5, 50))).toBe(data.slice(-5));
    expect(await text(source.stream(7, 1500))).toBe(data.slice(7, 1500));
    expect(await text(source.stream())).toBe(data);
  });

  it('decodes names without the UTF-8 flag as UTF-8 where valid, else as CP950', async () => {
    const { bytes } = encodeCp950('成績名冊.csv');
    const archive = await open(rawZip([{ name: bytes, data: 'a' }, { name: new TextEncoder().encode('瑠.csv'), data: 'b' }]));
    expect(archive.entries.map((entry) => entry.name)).toEqual(['成績名冊.csv', '瑠.csv']);
  });
});

describe('an archive that lies about itself is refused whole', () => {
  const good = rawZip([{ name: 'a', data: 'aaaa' }, { name: 'b', data: 'bbbb' }]);

  it.each([
    ['truncated', good.subarray(0, good.length - 3), 'zip/damaged'],
    ['bytes appended', Buffer.concat([good, Buffer.from('tail')]), 'zip/damaged'],
    ['bytes prepended', Buffer.concat([Buffer.from('head'), good]), 'zip/damaged'],
    ['no ZIP at all', Buffer.from('hello'), 'zip/damaged'],
    ['too few entries stated', rawZip([{ name: 'a' }, { name: 'b' }], { count: 1 }), 'zip/count-lies'],
    ['too many entries stated', rawZip([{ name: 'a' }, { name: 'b' }], { count: 3 }), 'zip/count-lies'],
    ['very many entries stated', rawZip([{ name: 'a' }, { name: 'b' }], { count: 60_000 }), 'zip/count-lies'],
    ['directory elsewhere', rawZip([{ name: 'a' }], { directoryStart: 3 }), 'zip/damaged'],
    ['one local header for two entries', rawZip([{ name: 'a', data: 'aaaa' }, { name: 'b', data: 'aaaa', sameAs: 0 }]), 'zip/overlap'],
    ['data running into the next entry', rawZip([{ name: 'a', data: 'aaaa', packedSize: 10, size: 10 }, { name: 'b', data: 'bbbb' }]), 'zip/overlap'],
  ])('%s', async (_, bytes, code) => {
    expect(await codeOf(open(bytes))).toBe(code);
  });

  it('holds the limits on entries and on the total', async () => {
    expect(await codeOf(open(good, { limits: { entries: 1 } }))).toBe('zip/too-many-entries');
    expect(await codeOf(open(good, { limits: { totalBytes: 7 } }))).toBe('zip/too-large');
    expect(await codeOf(open(good, { limits: { directoryBytes: 50 } }))).toBe('zip/too-large');
    expect((await open(good, { limits: { entries: 2, totalBytes: 8 } })).entries).toHaveLength(2);
  });

  it('never lets a flipped byte through unnoticed', async () => {
    const whole = rawZip([{ name: 'name.csv', data: 'some content, compressed '.repeat(8), deflate: true }, { name: 'b.csv', data: 'stored' }]);
    const truth = JSON.stringify(await contents(whole));
    let refused = 0;
    for (let at = 0; at < whole.length; at++) {
      const bytes = Buffer.from(whole);
      bytes[at] = bytes[at]! ^ 0x55;
      const result = await contents(bytes).catch((error: Error) => error);
      if (result instanceof Error) {
        expect(result.name, `byte ${at}: ${result.stack}`).toBe('ProblemError');
        refused++;
      } else {
        const kept = result.filter(([, content]) => !truth.includes(JSON.stringify(content)));
        expect(kept, `byte ${at}`).toEqual([]);
      }
    }
    expect(refused).toBeGreaterThan(whole.length / 2);
  });

  it('refuses every truncation', async () => {
    for (let length = 0; length < good.length; length++) {
      expect(await codeOf(open(good.subarray(0, length))), `${length} bytes`).toBe('zip/damaged');
    }
  });
});

async function contents(bytes: Uint8Array): Promise<[string, string][]> {
  const archive = await open(bytes);
  return Promise.all(archive.entries.map(async (entry): Promise<[string, string]> => [entry.name, await text(entry.stream())]));
}

describe('one bad entry is left out with its problem, the others stay', () => {
  it.each([
    ['../escape.csv'], ['a/../../b'], ['/absolute'], ['C:/windows'], ['c:relative'], ['a\\b'], ['a\0b'], ['a\nb'], ['a//b'], ['./a'], ['a/.'],
    ['..'], [''], ['/'], ['\u202egpj.exe'], ['a\ufffdb'], ['x'.repeat(256)], [`${'long/'.repeat(300)}x`],
  ])('an unusable name (#%#)', async (name) => {
    const archive = await open(rawZip([{ name, data: 'evil' }, { name: 'good.csv', data: 'good' }]));
    expect(archive.problems.map((problem) => problem.code)).toEqual(['zip/bad-name']);
    expect(archive.entries.map((entry) => entry.name)).toEqual(['good.csv']);
  });

  it('names in no encoding', async () => {
    expect(await codes([{ name: new Uint8Array([0xff, 0xfe, 0x41]) }])).toEqual(['zip/bad-name']);
    expect(await codes([{ name: new Uint8Array([0xa4, 0xa4]), flags: 0x800 }])).toEqual(['zip/bad-name']);
  });

  it.each([
    ['the same name twice', 'a.csv', 'a.csv'],
    ['case twins', '名冊/A.csv', '名冊/a.CSV'],
    ['composition twins', 'caf\u00e9.csv', 'cafe\u0301.csv'],
  ])('%s: neither is used', async (_, one, two) => {
    const archive = await open(rawZip([{ name: one, data: '1' }, { name: 'other', data: 'o' }, { name: two, data: '2' }]));
    expect(archive.problems.map((problem) => problem.code)).toEqual(['zip/name-twin', 'zip/name-twin']);
    expect(archive.entries.map((entry) => entry.name)).toEqual(['other']);
  });

  it('a file where a folder is', async () => {
    expect(await codes([{ name: 'a', data: '1' }, { name: 'A/b', data: '2' }])).toEqual(['zip/name-twin']);
    expect(await codes([{ name: 'a/' }, { name: 'a', data: '2' }])).toEqual(['zip/name-twin']);
    expect(await codes([{ name: 'a/' }, { name: 'a/' }, { name: 'a/b', data: '2' }])).toEqual([]);
  });

  it.each([
    ['symbolic link', 0xa1ff], ['named pipe', 0x11a4], ['device', 0x61a4], ['socket', 0xc1a4],
  ])('%s', async (_, mode) => {
    expect(await codes([{ name: 'x', data: '/etc/passwd', attributes: mode * 65536 }])).toEqual(['zip/link']);
  });

  it('a folder with content, or marked as a file', async () => {
    expect(await codes([{ name: 'folder/', data: 'x' }])).toEqual(['zip/link']);
    expect(await codes([{ name: 'folder/', attributes: 0x81a40000 }])).toEqual(['zip/link']);
  });

  it('methods that cannot be unpacked, and sizes beyond the limits', async () => {
    expect(await codes([{ name: 'x', data: 'x', method: 9 }])).toEqual(['zip/unknown-method']);
    expect(await codes([{ name: 'x', data: 'xxxx' }], { limits: { entryBytes: 3 } })).toEqual(['zip/too-large']);
    expect(await codes([{ name: 'x', data: 'x', flags: 1 }])).toEqual(['zip/encrypted']);
  });

  it('a bomb is told by its ratio, without unpacking it', async () => {
    const bomb = { name: 'bomb', data: Buffer.alloc(3_000_000), deflate: true };
    expect(await codes([bomb], { limits: { ratioFrom: 1_000_000 } })).toEqual(['zip/bomb']);
    expect(await codes([bomb], { limits: { ratioFrom: 4_000_000 } })).toEqual([]);
  });
});

describe('content that is not what the headers say', () => {
  const data = 'content '.repeat(40);
  it.each<[string, RawEntry, string]>([
    ['wrong CRC, stored', { name: 'x', data, crc: 1 }, 'zip/bad-crc'],
    ['wrong CRC, deflated', { name: 'x', data, deflate: true, crc: 1 }, 'zip/bad-crc'],
    ['more than declared', { name: 'x', data, deflate: true, size: 10 }, 'zip/size-lies'],
    ['less than declared', { name: 'x', data, deflate: true, size: 4000 }, 'zip/size-lies'],
    ['no deflate stream', { name: 'x', data: 'not deflate', method: 8 }, 'zip/bad-data'],
    ['another name in the local header', { name: 'x', localName: 'y', data }, 'zip/header-mismatch'],
    ['another size in the local header', { name: 'x', data, deflate: true, localSize: 5 }, 'zip/header-mismatch'],
    ['another method in the local header', { name: 'x', data, localMethod: 8 }, 'zip/header-mismatch'],
  ])('%s', async (_, entry, code) => {
    const archive = await open(rawZip([entry]));
    expect(archive.problems).toEqual([]);
    expect(await codeOf(joined(archive.entries[0]!.stream()))).toBe(code);
    expect(await codeOf(archive.entries[0]!.source())).toBe(code);
  });

  it('hidden bytes after the end of the deflate stream are noticed', async () => {
    const whole = rawZip([{ name: 'x', data, deflate: true }]);
    const packed = whole.readUInt32LE(18);
    const stream = whole.subarray(31, 31 + packed);
    const padded = rawZip([{ name: 'x', data: Buffer.concat([stream, Buffer.from('hidden')]), method: 8, size: data.length, crc: whole.readUInt32LE(14) }]);
    const archive = await open(padded);
    expect(await codeOf(joined(archive.entries[0]!.stream()))).toBe('zip/size-lies');
  });

  it('stops at the declared size instead of unpacking it all', async () => {
    const archive = await open(rawZip([{ name: 'x', data: Buffer.alloc(50_000_000), deflate: true, size: 1000 }]), { limits: { ratioFrom: 1e9 } });
    let seen = 0;
    expect(await codeOf((async () => { for await (const chunk of archive.entries[0]!.stream()) seen += chunk.length; })())).toBe('zip/size-lies');
    expect(seen).toBeLessThanOrEqual(1000);
  });

  it('a stored entry whose two sizes differ is refused at once', async () => {
    expect(await codes([{ name: 'x', data, size: 5 }])).toEqual(['zip/size-lies']);
  });
});
