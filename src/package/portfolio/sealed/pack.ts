/** Packs students into a sealed package: a signed bag in a stored ZIP, sealed to the receiver. */
import type { KeyObject } from 'node:crypto';
import type { ByteSource } from '../../../core/bytes.ts';
import type { MovedStudent } from '../../../core/portfolio.ts';
import { fingerprintOf, type SealKey } from '../../../core/seal/key.ts';
import { signBytes } from '../../../core/seal/signature.ts';
import { joined, memorySource } from '../../../formats/bytes.ts';
import { writeZip } from '../../../formats/zip/write.ts';
import { bagEntries, type BagEntry, type BagFile } from '../../bag.ts';
import { MANIFEST, manifestId, type PortfolioManifest } from './manifest.ts';
import { SIGNATURE } from './open-bag.ts';
import { sealContent } from './seal.ts';

export interface SealedPlan {
  readonly sender: { readonly key: SealKey; readonly sign: KeyObject };
  readonly receiver: SealKey;
  /** Local time in Taiwan. */
  readonly createdAt: string;
  readonly sequence: number;
  readonly program: string;
  readonly students: readonly MovedStudent[];
  /** The content of a file by its SHA-256. */
  open(sha256: string): Promise<ByteSource>;
  /** See `SealPlan`. */
  readonly ephemeral?: KeyObject;
}

export interface SealedPackage {
  readonly manifest: PortfolioManifest;
  /** The file; to be read once. */
  readonly bytes: AsyncIterable<Uint8Array>;
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const json = (value: unknown): Uint8Array => utf8(`${JSON.stringify(value, null, 2)}\n`);
const lines = (values: readonly unknown[]): Uint8Array => utf8(values.map((value) => `${JSON.stringify(value)}\n`).join(''));

/** Four digits and more: a number within the package. */
function folderOf(index: number): string {
  return String(index + 1).padStart(4, '0');
}

function countOf({ records }: MovedStudent): Record<string, number> {
  const counts = Object.entries(Object.groupBy(records, ({ type }) => type)).map(([type, list]) => [type, list.length] as const);
  return Object.fromEntries(counts.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function studentFiles(student: MovedStudent, folder: string): BagFile[] {
  const { key, formerKeys, name, records, files, evidence, unread } = student;
  return [
    { name: `${folder}/student.json`, bytes: json({ key, formerKeys, name, unread }) },
    { name: `${folder}/records.ndjson`, bytes: lines(records) },
    { name: `${folder}/files.json`, bytes: json(files) },
    { name: `${folder}/evidence.ndjson`, bytes: lines(evidence) },
  ];
}

/** A file that several items name is in the package once. */
function keptFiles({ students, open }: SealedPlan): BagEntry[] {
  const files = new Map(students.flatMap((student) => student.files).map((file) => [file.sha256, file]));
  return [...files.values()].map(({ sha256, size }) => ({
    name: `files/${sha256}`, sha256, size,
    source: { async *stream() { yield* (await open(sha256)).stream(); } },
  }));
}

/** Everything is described and signed when this returns; contents are read while `bytes` is. */
export function packSealed(plan: SealedPlan): SealedPackage {
  const { sender, receiver, createdAt, sequence, program, students } = plan;
  const said: Omit<PortfolioManifest, 'id'> = {
    licheng: 'portfolio', version: 1, from: sender.key.school, to: receiver.school, createdAt, sequence,
    signedBy: fingerprintOf(sender.key), sealedTo: fingerprintOf(receiver), program,
    students: students.map((student, index) => ({ folder: folderOf(index), records: countOf(student), files: student.files.length })),
  };
  const manifest: PortfolioManifest = { ...said, id: manifestId(said) };
  const entries = bagEntries({
    payload: [...students.flatMap((student, index) => studentFiles(student, folderOf(index))), ...keptFiles(plan)],
    tags: [{ name: MANIFEST, bytes: json(manifest) }],
    info: [['Bag-Software-Agent', `licheng ${program}`], ['External-Identifier', manifest.id], ['External-Description', '學生學習歷程檔案 歷程交換資料']],
  });

  async function* bytes(): AsyncGenerator<Uint8Array> {
    const tagManifest = await joined(entries.find(({ name }) => name.startsWith('tagmanifest-'))!.source.stream());
    const signature = json({ algorithm: 'Ed25519', key: manifest.signedBy, signature: signBytes('portfolio', tagManifest, sender.sign) });
    const all = [...entries, { name: SIGNATURE, source: memorySource(signature) }];
    const zip = writeZip(all.map(({ name, source }) => ({ name, source, store: true })));
    yield* sealContent(zip, { from: said.from, receiver, ...(plan.ephemeral ? { ephemeral: plan.ephemeral } : {}) });
  }
  return { manifest, bytes: bytes() };
}
