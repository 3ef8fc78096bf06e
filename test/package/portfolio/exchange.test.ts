/** The container of a transfer package: written, and read however other systems and people left it. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { joined, memorySource } from '../../../src/formats/bytes.ts';
import type { Encryption } from '../../../src/formats/zip/encrypted.ts';
import { openZip } from '../../../src/formats/zip/read.ts';
import { encodeCp950 } from '../../../src/formats/text/encode-cp950.ts';
import { extensionOf, placeFiles } from '../../../src/package/portfolio/exchange/layout.ts';
import { packageName, parsePackageName } from '../../../src/package/portfolio/exchange/name.ts';
import { openExchange } from '../../../src/package/portfolio/exchange/open.ts';
import { packExchange } from '../../../src/package/portfolio/exchange/pack.ts';
import { studentTexts } from '../../../src/package/portfolio/exchange/students.ts';
import { codeOf } from '../../formats/problems.ts';
import { has, run } from '../../formats/tools.ts';
import { rawZip, type RawEntry } from '../../formats/zip/raw-zip.ts';

const folder = mkdtempSync(join(tmpdir(), 'licheng-exchange-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const ID = 'A110070131';
const NAME = '990302_2025_07_31_10_20_30';
const ROOT = '[{"基本資料":{"a":1}},\n {"基本資料":{"a":2}}]';

const opened = (bytes: Uint8Array, file = `${NAME}.zip`, password?: string) =>
  openExchange(memorySource(bytes), file, { spool: (entry) => entry.source(), ...(password === undefined ? {} : { password }) });

describe('names', () => {
  test('are the school and the time of writing', () => {
    expect(packageName({ school: '990302', at: '2025-07-31T10:20:30' })).toBe(NAME);
    expect(parsePackageName(`x/${NAME}.zip`)).toEqual({ school: '990302', at: '2025-07-31T10:20:30' });
  });

  test.each(['package.zip', '990302_2025_07_31.zip', `${NAME}_copy.zip`, `${NAME} (1).zip`, '99030_2025_07_31_10_20_30.zip'])('%s says neither', (name) => {
    expect(parsePackageName(name)).toBeNull();
  });
});

describe('files in a folder', () => {
  test('documents and media are numbered apart, each keeping the extension after the last dot', () => {
    expect(placeFiles(ID, 'courseWork', [
      { kind: 'document', fileName: 'a.b.PDF', format: 'pdf' }, { kind: 'media', fileName: '影片.mp4', format: 'mp4' },
      { kind: 'document', fileName: null, format: 'png' }, { kind: 'media', fileName: null, format: null },
    ])).toEqual([`${ID}/課程學習成果/C01.pdf`, `${ID}/課程學習成果/C01.mp4`, `${ID}/課程學習成果/C02.png`, `${ID}/課程學習成果/C02.bin`]);
    expect(placeFiles(ID, 'performance', [{ kind: 'document', fileName: '證明.jpg', format: 'jpg' }])).toEqual([`${ID}/多元表現/M01.jpg`]);
  });

  test('never share a path', () => {
    const file = fc.record({ kind: fc.constantFrom('document' as const, 'media' as const), fileName: fc.option(fc.constantFrom('a.pdf', 'b.mp4', 'c', 'x.y.z')), format: fc.constantFrom(null, 'pdf', 'mp4') });
    fc.assert(fc.property(fc.array(file, { maxLength: 120 }), (files) => {
      const paths = placeFiles(ID, 'courseWork', files).map((path) => path.toLowerCase());
      expect(new Set(paths).size).toBe(files.length);
    }));
  });

  test('an extension is short and plain, or none', () => {
    expect(['a.pdf', 'a.b.c', 'noext', 'a.', 'a.p d f', 'a.verylongext'].map(extensionOf)).toEqual(['pdf', 'c', '', '', '', '']);
  });
});

describe('the root JSON', () => {
  test('is cut into one text a student, each as it was written', () => {
    expect(studentTexts(utf8(`\uFEFF [ {"a":"],[{\\""} , {"b":[1,{"c":2}]}\n]`), NAME)).toEqual(['[{"a":"],[{\\""}]', '[{"b":[1,{"c":2}]}]']);
    expect(studentTexts(utf8('[]'), NAME)).toEqual([]);
  });

  test('every item of any list is found, and nothing else', () => {
    fc.assert(fc.property(fc.array(fc.jsonValue({ maxDepth: 3 })), fc.constantFrom(undefined, 1, '\t'), (items, space) => {
      const list = JSON.parse(JSON.stringify(items)) as unknown[];
      const text = JSON.stringify(list, null, space);
      if (text.includes('"__proto__"')) return;
      expect(studentTexts(utf8(text), NAME).map((one) => JSON.parse(one))).toEqual(list.map((item) => [item]));
    }));
  });

  test.each([['no list', '{"a":1}', 'portfolio/not-a-list'], ['cut off', '[{"a":1}', 'json/syntax'], ['Big5', Buffer.from([0x5b, 0x22, 0xa4, 0xa4, 0x22, 0x5d]), 'json/not-utf8']])('that is %s is refused', async (_what, content, code) => {
    expect(await codeOf(Promise.resolve().then(() => studentTexts(Buffer.from(content as string), NAME)))).toBe(code);
  });
});

const plan = (encryption: Encryption, password = 'ascii-Pw1') => ({
  name: NAME, root: utf8(ROOT), password, encryption,
  students: [{
    id: ID, consultation: utf8('[]'),
    files: [
      { path: `${ID}/課程學習成果/C01.pdf`, folder: 'courseWork' as const, fileName: '讀書.報告.pdf', source: memorySource(utf8('%PDF-1')) },
      { path: `${ID}/多元表現/M01.mp4`, folder: 'performance' as const, fileName: null, source: memorySource(new Uint8Array(70_000)) },
    ],
  }],
});

describe.each<Encryption>(['aes-256', 'zipcrypto'])('a package under %s', (encryption) => {
  test('holds root, files and the names they had', async () => {
    const found = await opened(await joined(packExchange(plan(encryption))), `${NAME}.zip`, 'ascii-Pw1');
    expect(found).toMatchObject({ base: NAME, said: { school: '990302', at: '2025-07-31T10:20:30' }, problems: [] });
    expect(found.students).toEqual(['[{"基本資料":{"a":1}}]', '[{"基本資料":{"a":2}}]']);
    expect([...found.entries.keys()]).toEqual([
      `${ID}/課程學習成果/C01.pdf`, `${ID}/多元表現/M01.mp4`, `${ID}/課程學習成果/filename_mapping.json`, `${ID}/多元表現/filename_mapping.json`, `${ID}/課程諮詢.json`,
    ]);
    const names = JSON.parse(new TextDecoder().decode(await joined(found.entries.get(`${ID}/課程學習成果/filename_mapping.json`)!.stream()))) as unknown;
    expect(names).toEqual({ 'C01.pdf': '讀書.報告.pdf' });
    await found.close();
  });

  test('asks for its password', async () => {
    const bytes = await joined(packExchange(plan(encryption)));
    expect(await codeOf(opened(bytes))).toBe('zip/encrypted');
  });

  test.skipIf(!has('7z', 'i'))('opens with 7-Zip, and one that 7-Zip made is read', async () => {
    const ours = join(folder, `${encryption}.zip`);
    writeFileSync(ours, await joined(packExchange(plan(encryption))));
    const out = join(folder, `out-${encryption}`);
    run('7z', 'x', '-pascii-Pw1', `-o${out}`, ours);
    expect(readFileSync(join(out, `${NAME}.json`), 'utf8')).toBe(ROOT);
    expect(readFileSync(join(out, ID, '課程學習成果', 'C01.pdf'), 'utf8')).toBe('%PDF-1');
    const theirs = join(folder, `7z-${encryption}.zip`);
    run('7z', 'a', '-tzip', '-pascii-Pw1', `-mem=${encryption === 'aes-256' ? 'AES256' : 'ZipCrypto'}`, theirs, `${out}/*`);
    const found = await opened(readFileSync(theirs), `${NAME}.zip`, 'ascii-Pw1');
    expect(found.students).toHaveLength(2);
    expect(new TextDecoder().decode(await joined(found.entries.get(`${ID}/課程學習成果/C01.pdf`)!.stream()))).toBe('%PDF-1');
    await found.close();
  });
});

describe.skipIf(!has('unzip', '-v') || !has('zip', '-v'))('Info-ZIP', () => {
  test('opens a package under ZipCrypto, and one it made is read', async () => {
    const ours = join(folder, 'info.zip');
    writeFileSync(ours, await joined(packExchange(plan('zipcrypto'))));
    const out = join(folder, 'info');
    mkdirSync(out);
    run('unzip', '-q', '-P', 'ascii-Pw1', ours, '-d', out);
    expect(readFileSync(join(out, `${NAME}.json`), 'utf8')).toBe(ROOT);
    const theirs = join(folder, 'by-info.zip');
    run('sh', '-c', `cd '${out}' && zip -q -r -P ascii-Pw1 '${theirs}' .`);
    const found = await opened(readFileSync(theirs), `${NAME}.zip`, 'ascii-Pw1');
    expect(found.students).toHaveLength(2);
    expect(found.entries.has(`${ID}/多元表現/M01.mp4`)).toBe(true);
    await found.close();
  });
});

describe('what others leave', () => {
  const entries: readonly RawEntry[] = [{ name: `${NAME}.json`, data: ROOT }, { name: `${ID}/課程學習成果/C01.pdf`, data: '%PDF-1' }];

  test('entry names in CP950 without the UTF-8 flag, or in UTF-8 without it', async () => {
    for (const bytes of [encodeCp950(`${ID}/課程學習成果/C01.pdf`).bytes, utf8(`${ID}/課程學習成果/C01.pdf`)]) {
      const found = await opened(rawZip([entries[0]!, { name: bytes, data: '%PDF-1' }]));
      expect([...found.entries.keys()]).toEqual([`${ID}/課程學習成果/C01.pdf`]);
    }
  });

  test('a renamed ZIP is read by the name inside, and says so', async () => {
    const found = await opened(rawZip(entries), '王同學.zip');
    expect(found).toMatchObject({ base: NAME, said: { school: '990302' } });
    expect(found.problems.map(({ code }) => code)).toEqual(['portfolio/renamed']);
  });

  test('a root JSON of any name, where it is the only one', async () => {
    const found = await opened(rawZip([{ name: 'data.json', data: `\uFEFF${ROOT}` }, entries[1]!]), 'x.zip');
    expect(found).toMatchObject({ base: 'data', said: null });
    expect(found.students).toHaveLength(2);
  });

  test('an outer ZIP without a password around the package', async () => {
    const inner = await joined(packExchange(plan('zipcrypto')));
    const found = await opened(rawZip([{ name: `${NAME}.zip`, data: inner }]), 'download.zip', 'ascii-Pw1');
    expect(found).toMatchObject({ base: NAME, problems: [] });
    expect(found.entries.size).toBe(5);
    await found.close();
  });

  test('the unpacked folder zipped again', async () => {
    const found = await opened(rawZip([{ name: `${NAME}/` }, ...entries.map(({ name, ...rest }) => ({ ...rest, name: `${NAME}/${name as string}` }))]));
    expect([...found.entries.keys()]).toEqual([`${ID}/課程學習成果/C01.pdf`]);
    expect(found.students).toHaveLength(2);
  });

  test.each<readonly [string, readonly RawEntry[], string]>([
    ['no JSON at all', [entries[1]!], 'portfolio/no-root'],
    ['only the counselling of one student', [{ name: `${ID}/課程諮詢.json`, data: '[]' }], 'portfolio/no-root'],
    ['two roots', [{ name: 'a.json', data: ROOT }, { name: 'b.json', data: ROOT }], 'portfolio/several-roots'],
    ['an inner ZIP that is none', [{ name: 'a.zip', data: 'x' }], 'zip/damaged'],
    ['ZIP in ZIP in ZIP', [{ name: 'a.zip', data: rawZip([{ name: 'b.zip', data: rawZip(entries) }]) }], 'portfolio/no-root'],
  ])('%s is refused', async (_what, content, code) => {
    expect(await codeOf(opened(rawZip(content)))).toBe(code);
  });

  test('hostile entries are named and not handed out', async () => {
    const found = await opened(rawZip([
      ...entries, { name: '../../etc/passwd', data: 'x' }, { name: `${ID}/多元表現/M01.pdf`, data: 'a' }, { name: `${ID}/多元表現/m01.PDF`, data: 'b' },
      { name: `${ID}/多元表現/M02.pdf`, data: '/etc/passwd', attributes: 0xa1ff0000 },
    ]));
    expect([...found.entries.keys()]).toEqual([`${ID}/課程學習成果/C01.pdf`]);
    expect(found.problems.map(({ code }) => code)).toEqual(['zip/bad-name', 'zip/name-twin', 'zip/name-twin', 'zip/link']);
  });
});

test('an archive that is read again has the bytes it was made from', async () => {
  const archive = await openZip(memorySource(await joined(packExchange(plan('aes-256')))), 'x.zip', { password: 'ascii-Pw1' });
  const media = archive.entries.find(({ name }) => name.endsWith('.mp4'))!;
  expect(await joined(media.stream())).toHaveLength(70_000);
  await archive.close();
});
