import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { joined, memorySource } from '../../../src/formats/bytes.ts';
import { writeEncryptedZip, type Encryption } from '../../../src/formats/zip/encrypted.ts';
import { openZip, type ZipOptions } from '../../../src/formats/zip/read.ts';
import { codeOf } from '../problems.ts';
import { has, run } from '../tools.ts';
import { rawZip } from './raw-zip.ts';

const utf8 = new TextEncoder();
const CONTENT = '學生資料 '.repeat(2000);
const ENTRIES = [
  { name: '名冊.json', source: memorySource(utf8.encode(CONTENT)) },
  { name: '成果/a.pdf', source: memorySource(utf8.encode('%PDF stored')), store: true },
  { name: 'empty', source: memorySource(new Uint8Array()) },
];
const open = (bytes: Uint8Array, options?: ZipOptions) => openZip(memorySource(bytes), 'p.zip', options);
const made = (encryption: Encryption, password = '密碼-Pw1') => joined(writeEncryptedZip(ENTRIES, password, encryption));

describe.each<Encryption>(['aes-256', 'zipcrypto'])('%s', (encryption) => {
  it('is read back with its password', async () => {
    const archive = await open(await made(encryption), { password: '密碼-Pw1' });
    expect(archive.problems).toEqual([]);
    expect(archive.entries.map((entry) => entry.name)).toEqual(ENTRIES.map((entry) => entry.name));
    const source = await archive.entries[0]!.source();
    expect(new TextDecoder().decode(await source.read(0, source.size))).toBe(CONTENT);
    expect(new TextDecoder().decode(await joined(archive.entries[1]!.stream()))).toBe('%PDF stored');
    expect(await joined(archive.entries[2]!.stream())).toHaveLength(0);
    await archive.close();
  });

  it('refuses its entries without a password, and the archive with a wrong one', async () => {
    const bytes = await made(encryption);
    const archive = await open(bytes);
    expect(archive.entries).toEqual([]);
    expect(archive.problems.map((problem) => problem.code)).toEqual(['zip/encrypted', 'zip/encrypted', 'zip/encrypted']);
    const answers = await Promise.all(['wrong 1', 'wrong 2', 'wrong 3'].map((password) => open(bytes, { password }).then(() => 'opened', (error) => error.problem.code)));
    expect(answers).toContain('zip/wrong-password');
  });

  it('hides the content', async () => {
    const bytes = Buffer.from(await made(encryption));
    expect(bytes.includes(Buffer.from('%PDF'))).toBe(false);
  });

  it('notices changed content instead of handing it on', async () => {
    const bytes = Buffer.from(await made(encryption));
    const nameLength = bytes.readUInt16LE(26);
    const at = 30 + nameLength + bytes.readUInt16LE(28) + 60;
    bytes[at] = bytes[at]! ^ 1;
    const archive = await open(bytes, { password: '密碼-Pw1' });
    expect(await codeOf(joined(archive.entries[0]!.stream()))).toBe('zip/wrong-password');
  });

  it.skipIf(!has('7z', 'i'))('passes 7z t', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'zip-encrypted-'));
    writeFileSync(join(folder, 'x.zip'), await made(encryption, 'ascii-Pw1'));
    expect(run('7z', 't', '-pascii-Pw1', join(folder, 'x.zip'))).toContain('Everything is Ok');
    rmSync(folder, { recursive: true });
  });
});

it('keeps no CRC-32 where AES replaces it', async () => {
  const archive = await open(await made('aes-256'), { password: '密碼-Pw1' });
  expect(archive.entries[0]!.crc32).toBeNull();
  expect((await open(await made('zipcrypto'), { password: '密碼-Pw1' })).entries[0]!.crc32).toBeTypeOf('number');
});

it('an entry that only claims to be encrypted is refused', async () => {
  expect(await codeOf(open(rawZip([{ name: 'x', data: 'too short', flags: 1 }]), { password: 'p' }))).toBe('zip/wrong-password');
});

it('an entry that zip.js gives up on without ending its stream is refused, not waited for', async () => {
  const bytes = Buffer.from(await made('aes-256'));
  const marks = [...bytes.toString('latin1').matchAll(/\x01\x99\x07\x00..AE\x03/gs)].map((match) => match.index);
  expect(marks).toHaveLength(6);
  for (const mark of [marks[1]!, marks[4]!]) bytes.writeUInt16LE(14, mark + 9);
  const archive = await open(bytes, { password: '密碼-Pw1' });
  expect(await codeOf(joined(archive.entries[1]!.stream()))).toBe('zip/wrong-password');
  expect(await joined(archive.entries[0]!.stream())).not.toHaveLength(0);
});

it('an empty password is a mistake of the caller', async () => {
  await expect(joined(writeEncryptedZip(ENTRIES, '', 'aes-256'))).rejects.toThrow(RangeError);
});

it('passes on the error of a source', async () => {
  const broken = { name: 'b', source: { async *stream(): AsyncGenerator<Uint8Array> { yield utf8.encode('some'); throw new Error('disk gone'); } } };
  await expect(joined(writeEncryptedZip([broken], 'p', 'aes-256'))).rejects.toThrow('disk gone');
});
