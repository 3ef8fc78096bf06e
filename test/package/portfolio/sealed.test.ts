/** The sealed form: what its description says, byte for byte, and what it refuses. */
import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { packageRoot } from '../../../src/core/resources.ts';
import type { MovedStudent } from '../../../src/core/portfolio.ts';
import { fingerprintOf, rawKeyOf, type SealKey, shownFingerprint, typedFingerprint } from '../../../src/core/seal/key.ts';
import { signJson, verifyJson } from '../../../src/core/seal/signature.ts';
import { sha256 } from '../../../src/core/sha256.ts';
import { joined, memorySource } from '../../../src/formats/bytes.ts';
import { writeZip } from '../../../src/formats/zip/write.ts';
import { acknowledgementText, parseAcknowledgement } from '../../../src/package/portfolio/sealed/acknowledgement.ts';
import { readHeader } from '../../../src/package/portfolio/sealed/header.ts';
import { isVouchedBy, keyFileText, parseKeyFile, vouchFor } from '../../../src/package/portfolio/sealed/key-file.ts';
import { type Keyring, openSealed } from '../../../src/package/portfolio/sealed/open.ts';
import { packSealed, type SealedPlan } from '../../../src/package/portfolio/sealed/pack.ts';
import { sealContent } from '../../../src/package/portfolio/sealed/seal.ts';
import { unsealed } from '../../../src/package/portfolio/sealed/unseal.ts';
import { codeOf } from '../../formats/problems.ts';

interface Pair { readonly key: SealKey; readonly sign: KeyObject; readonly seal: KeyObject }

function pair(school: string): Pair {
  const sign = generateKeyPairSync('ed25519');
  const seal = generateKeyPairSync('x25519');
  return { key: { school, sign: rawKeyOf(sign.publicKey), seal: rawKeyOf(seal.publicKey), validFrom: '2026-01-01', validTo: '2027-12-31' }, sign: sign.privateKey, seal: seal.privateKey };
}

const [sender, receiver, third] = [pair('014302'), pair('024301'), pair('034399')];
const content = (bytes: Uint8Array): AsyncIterable<Uint8Array> => memorySource(bytes).stream();

describe('test vectors', () => {
  const vectors = JSON.parse(readFileSync(join(packageRoot(), 'schemas', 'package', 'sealed-portfolio-vectors.json'), 'utf8')) as {
    keys: { sender: SealKey; receiver: SealKey }; fingerprints: Record<'sender' | 'receiver', string>;
    private: Record<'senderSign' | 'receiverSeal' | 'ephemeral', { kty: string; crv: string; x: string; d: string }>;
    sealed: { content: string; file: string }[]; signed: { value: unknown; kind: 'acknowledgement'; signature: string };
  };
  const secret = (name: keyof typeof vectors.private): KeyObject => createPrivateKey({ key: vectors.private[name], format: 'jwk' });

  test('fingerprints', () => {
    expect({ sender: fingerprintOf(vectors.keys.sender), receiver: fingerprintOf(vectors.keys.receiver) }).toEqual(vectors.fingerprints);
  });

  test('sealing', async () => {
    expect(vectors.sealed.length).toBeGreaterThan(1);
    for (const { content: hex, file } of vectors.sealed) {
      const bytes = await joined(sealContent(content(Buffer.from(hex, 'hex')), { from: vectors.keys.sender.school, receiver: vectors.keys.receiver, ephemeral: secret('ephemeral') }));
      expect(Buffer.from(bytes).toString('hex')).toBe(file);
      const source = memorySource(Buffer.from(file, 'hex'));
      const back = await unsealed(source, await readHeader(source, 'x'), secret('receiverSeal'), 'x');
      expect(Buffer.from(await back.read(0, back.size)).toString('hex')).toBe(hex);
    }
  });

  test('signing', () => {
    const { value, kind, signature } = vectors.signed;
    expect(signJson(kind, value, secret('senderSign'))).toBe(signature);
    expect(verifyJson(kind, value, vectors.keys.sender.sign, signature)).toBe(true);
    expect(verifyJson('portfolio', value, vectors.keys.sender.sign, signature)).toBe(false);
  });
});

const open = async (file: Uint8Array, key = receiver.seal) => {
  const source = memorySource(file);
  return unsealed(source, await readHeader(source, 'x'), key, 'x');
};

describe('the envelope', () => {
  const seal = async (bytes: Uint8Array): Promise<Buffer> => Buffer.from(await joined(sealContent(content(bytes), { from: '014302', receiver: receiver.key })));
  const CHUNK = 65_536;

  test('gives any content back, whole or in part', async () => {
    const size = fc.oneof(fc.integer({ min: 0, max: 300 }), fc.constantFrom(CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 3 * CHUNK + 7));
    await fc.assert(fc.asyncProperty(size, fc.integer({ min: 0, max: 4 * CHUNK }), fc.integer({ min: 0, max: 2 * CHUNK }), async (length, from, count) => {
      const bytes = Buffer.alloc(length, 'licheng 歷程');
      const back = await open(await seal(bytes));
      expect(back.size).toBe(length);
      expect(Buffer.from(await joined(back.stream())).equals(bytes)).toBe(true);
      expect(Buffer.from(await back.read(from, count)).equals(bytes.subarray(from, from + count))).toBe(true);
    }), { numRuns: 40 });
  });

  test('notices a changed bit anywhere', async () => {
    const file = await seal(Buffer.alloc(2 * CHUNK + 100, 7));
    const places = [0, 9, 12, 40, 150, file.length - 1, ...Array.from({ length: 20 }, (_, at) => Math.floor((file.length * (at + 1)) / 22))];
    for (const at of places) {
      const changed = Buffer.from(file);
      changed[at] = changed[at]! ^ 1;
      expect(await codeOf(open(changed).then(async (back) => joined(back.stream())))).toBe('sealed/tampered');
    }
  });

  test('notices what was cut off, added, or put elsewhere', async () => {
    const file = await seal(Buffer.alloc(3 * CHUNK, 7));
    const header = file.length - 3 * (CHUNK + 16);
    const chunk = (index: number): Buffer => file.subarray(header + index * (CHUNK + 16), header + (index + 1) * (CHUNK + 16));
    const cases = [
      file.subarray(0, header), file.subarray(0, header + 5), file.subarray(0, header + CHUNK + 16), file.subarray(0, header + 2 * (CHUNK + 16)), file.subarray(0, -1),
      Buffer.concat([file, Buffer.alloc(1)]), Buffer.concat([file, Buffer.alloc(16)]), Buffer.concat([file, chunk(0)]),
      Buffer.concat([file.subarray(0, header), chunk(1), chunk(0), chunk(2)]),
    ];
    for (const bytes of cases) expect(await codeOf(open(bytes).then(async (back) => joined(back.stream())))).toBe('sealed/tampered');
  });

  test('opens for nobody else, and hides its content', async () => {
    const file = await seal(Buffer.from('王小明 A110070131'));
    expect(await codeOf(open(file, third.seal))).toBe('sealed/tampered');
    expect(file.includes(Buffer.from('A110070131'))).toBe(false);
  });

  test('takes no header with a second spelling, nor a key of low order', async () => {
    const file = await seal(Buffer.from('x'));
    const length = file.readUInt32BE(8);
    const withHeader = (json: string): Buffer => {
      const size = Buffer.alloc(4);
      size.writeUInt32BE(Buffer.byteLength(json));
      return Buffer.concat([file.subarray(0, 8), size, Buffer.from(json), file.subarray(12 + length)]);
    };
    const json = file.subarray(12, 12 + length).toString();
    for (const changed of [json.replace('{', '{ '), json.replace('}', ',"x":1}'), json.replace(/"ephemeral":"[^"]+"/, '"ephemeral":""'), json.replace('014302', '14302')]) {
      expect(await codeOf(open(withHeader(changed)))).toBe('sealed/tampered');
    }
    expect(await codeOf(open(withHeader(json.replace(/"ephemeral":"[^"]+"/, `"ephemeral":"${'A'.repeat(43)}"`))))).toBe('sealed/tampered');
  });
});

describe('key files', () => {
  test('carry the key, signed by itself', () => {
    const text = keyFileText(sender.key, sender.sign, []);
    expect(parseKeyFile(`\uFEFF${text}`, 'k')).toEqual({ key: sender.key, vouchers: [] });
  });

  test('are vouched for by the key before', () => {
    const next = pair('014302');
    const file = parseKeyFile(keyFileText(next.key, next.sign, [vouchFor(next.key, sender)]), 'k');
    expect(isVouchedBy(file, sender.key)).toBe(true);
    expect(isVouchedBy(file, third.key)).toBe(false);
    expect(isVouchedBy({ ...file, key: { ...file.key, validTo: '2099-12-31' } }, sender.key)).toBe(false);
  });

  test.each([
    ['another school', (value: Record<string, unknown>) => ({ ...value, school: '034399' })],
    ['a longer validity', (value: Record<string, unknown>) => ({ ...value, validTo: '2099-12-31' })],
    ['another seal key', (value: Record<string, unknown>) => ({ ...value, seal: third.key.seal })],
    ['another fingerprint', (value: Record<string, unknown>) => ({ ...value, fingerprint: '0'.repeat(40) })],
    ['no signature', ({ signature: _signature, ...value }: Record<string, unknown>) => value],
  ])('with %s are refused', async (_what, change) => {
    const text = JSON.stringify(change(JSON.parse(keyFileText(sender.key, sender.sign, [])) as Record<string, unknown>));
    expect(await codeOf(Promise.resolve().then(() => parseKeyFile(text, 'k')))).toBe('sealed/bad-key-file');
  });

  test('a fingerprint is shown in groups and taken as typed', () => {
    const fingerprint = fingerprintOf(sender.key);
    expect(shownFingerprint(fingerprint)).toMatch(/^(?:[0-9a-f]{4} ){9}[0-9a-f]{4}$/);
    expect(typedFingerprint(` ${shownFingerprint(fingerprint).toUpperCase()} `)).toBe(fingerprint);
  });
});

const FILE = Buffer.from('%PDF-1.4 x');
const student: MovedStudent = {
  key: { idNumber: 'A110070131', birthDate: '2008-01-15' }, formerKeys: [{ idNumber: 'A800000014', birthDate: '2008-01-15' }], name: '王小明',
  records: [{ type: 'courseWork', kind: 'regular', school: '014302', term: '113-1', idNumber: 'A110070131', birthDate: '2008-01-15', source: { input: 'x', table: 0, row: 2 } }],
  files: [{ link: 'a.pdf', kind: 'document', sha256: sha256(FILE), md5: '0'.repeat(32), crc32: 1, size: FILE.length, format: 'pdf', fileName: '報告.pdf' }],
  evidence: [{ item: 'x', school: '014302', status: '1', submittedAt: null, certifiedAt: null, teacher: null, remark: null, files: [sha256(FILE)], submittedTerm: null, submissions: [] }],
  unread: [{ sheet: '課程學習成果紀錄', row: 3, code: 'mapping/impossible-date', header: ['a'], cells: ['x'] }],
};
const plan: SealedPlan = {
  sender, receiver: receiver.key, createdAt: '2026-11-24T08:30:00', sequence: 3, program: '1.0.0', students: [student, { ...student, formerKeys: [] }],
  open: async () => memorySource(FILE),
};
const keyring: Keyring = { own: (fingerprint) => (fingerprint === fingerprintOf(receiver.key) ? receiver.seal : null), signer: () => sender.key };
const opening = (bytes: Uint8Array, ring = keyring, school = '024301') => openSealed(memorySource(bytes), 'p.lcp', school, ring);

describe('a sealed package', () => {
  test('says who it is from, and holds students, evidence and each file once', async () => {
    const { manifest, bytes } = packSealed(plan);
    const found = await opening(await joined(bytes));
    expect(found.manifest).toEqual(manifest);
    expect(manifest).toMatchObject({ from: '014302', to: '024301', sequence: 3, students: [{ folder: '0001', records: { courseWork: 1 }, files: 1 }, { folder: '0002' }] });
    expect(await found.student('0001')).toEqual({ student: { key: student.key, formerKeys: student.formerKeys, name: '王小明', unread: student.unread }, records: student.records, files: student.files, evidence: student.evidence });
    expect(Buffer.from(await joined(found.file(sha256(FILE))!.stream())).equals(FILE)).toBe(true);
    expect(found.file('0'.repeat(64))).toBeNull();
    await found.close();
  });

  test('is refused by another school, without its key, and with another signature', async () => {
    const bytes = await joined(packSealed(plan).bytes);
    expect(await codeOf(opening(bytes, keyring, '034399'))).toBe('sealed/wrong-receiver');
    expect(await codeOf(opening(bytes, { ...keyring, own: () => null }))).toBe('sealed/unknown-own-key');
    expect(await codeOf(opening(bytes, { ...keyring, signer: () => third.key }))).toBe('sealed/bad-signature');
  });

  test('that a third school opened and sealed on is refused: the signature names whom it was for', async () => {
    const forThird = await joined(packSealed({ ...plan, receiver: third.key }).bytes);
    const source = memorySource(forThird);
    const inner = await unsealed(source, await readHeader(source, 'x'), third.seal, 'x');
    const passedOn = await joined(sealContent(inner.stream(), { from: '014302', receiver: receiver.key }));
    expect(await codeOf(opening(passedOn))).toBe('sealed/wrong-receiver');
  });

  test('that says to be from a school that did not sign it is refused', async () => {
    const forged = await joined(packSealed({ ...plan, sender: { key: { ...sender.key, school: '034399' }, sign: sender.sign } }).bytes);
    expect(await codeOf(opening(forged))).toBe('sealed/bad-signature');
  });

  test('whose bag is not whole is refused', async () => {
    const inside = async (entries: readonly { name: string; text: string }[]): Promise<Uint8Array> =>
      joined(sealContent(writeZip(entries.map(({ name, text }) => ({ name, source: memorySource(Buffer.from(text)), store: true }))), { from: '014302', receiver: receiver.key }));
    const listed = (files: Record<string, string>): string => Object.entries(files).map(([name, text]) => `${sha256(text)}  ${name}\n`).join('');
    const bagit = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';
    const bag = (payload: Record<string, string>, more: readonly { name: string; text: string }[] = []) => {
      const manifest = listed(payload);
      return inside([{ name: 'bagit.txt', text: bagit }, { name: 'manifest-sha256.txt', text: manifest }, { name: 'tagmanifest-sha256.txt', text: listed({ 'bagit.txt': bagit, 'manifest-sha256.txt': manifest }) }, ...more]);
    };
    const cases = [
      await inside([{ name: 'bagit.txt', text: bagit }]),
      await inside([{ name: 'tagmanifest-sha256.txt', text: 'no manifest' }]),
      await inside([{ name: 'bagit.txt', text: 'changed' }, { name: 'tagmanifest-sha256.txt', text: listed({ 'bagit.txt': bagit }) }]),
      await bag({ 'data/0001/x': 'gone' }),
      await bag({}, [{ name: 'data/extra', text: 'x' }]),
      await bag({}, [{ name: 'extra.txt', text: 'x' }]),
      await bag({}),
    ];
    for (const bytes of cases) expect(await codeOf(opening(bytes))).toBe('sealed/bag-broken');
  });

  test('a payload file that is not what the manifest says fails while it is read', async () => {
    const bytes = await joined(packSealed({ ...plan, open: async () => memorySource(Buffer.from('%PDF-1.4 y')) }).bytes);
    const found = await opening(bytes);
    expect(await codeOf(joined(found.file(sha256(FILE))!.stream()))).toBe('sealed/bag-broken');
    await found.close();
  });
});

test('an acknowledgement is the receiver\'s word, and no other\'s', async () => {
  const said = {
    package: 'a'.repeat(32), sha256: 'b'.repeat(64), from: '014302', to: '024301', receivedAt: '2026-11-25T02:00:00',
    students: { imported: 2, unchanged: 0, waiting: 1, refused: 0 }, signedBy: fingerprintOf(receiver.key),
  };
  const text = acknowledgementText(said, receiver.sign);
  expect(parseAcknowledgement(text, 'a', () => receiver.key)).toEqual(said);
  const refused = (changed: string, key = receiver.key) => codeOf(Promise.resolve().then(() => parseAcknowledgement(changed, 'a', () => key)));
  expect(await refused(text.replace('"refused": 0', '"refused": 1'))).toBe('sealed/bad-acknowledgement');
  expect(await refused(text, third.key)).toBe('sealed/bad-acknowledgement');
  expect(await refused('{}')).toBe('sealed/bad-acknowledgement');
});
