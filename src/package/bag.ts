/**
 * The envelope of everything licheng hands over: a BagIt-style bag (RFC 8493) in a deterministic ZIP.
 * Nothing in it depends on when or where it was made, so equal content is equal bytes.
 */
import type { ByteSource } from '../core/bytes.ts';
import { sha256 } from '../core/sha256.ts';
import { joined, memorySource } from '../formats/bytes.ts';
import { writeZip } from '../formats/zip/write.ts';

/** A file below `data/`, or a tag file at the top, held in memory. */
export interface BagFile {
  /** Path inside the bag's part, `/`-separated. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A file whose digest is known and that may lie anywhere; every file of a bag is written as one. */
export interface BagEntry {
  readonly name: string;
  readonly sha256: string;
  readonly size: number;
  readonly source: Pick<ByteSource, 'stream'>;
}

export interface BagContent {
  /** What is handed over. */
  readonly payload: readonly (BagFile | BagEntry)[];
  /** Descriptions beside the standard ones, e.g. `submission.json`. */
  readonly tags: readonly BagFile[];
  /** Lines of `bag-info.txt`, in order. */
  readonly info: readonly (readonly [label: string, value: string])[];
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** RFC 8493 §2.1.3: line breaks and percent signs in a path are written as percent codes. */
function manifestPath(name: string): string {
  return name.replace(/[%\r\n]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
}

function entryOf(file: BagFile | BagEntry): BagEntry {
  if (!('bytes' in file)) return file;
  const { name, bytes } = file;
  return { name, sha256: sha256(bytes), size: bytes.length, source: memorySource(bytes) };
}

function manifest(entries: readonly BagEntry[]): Uint8Array {
  return utf8(entries.map((entry) => `${entry.sha256}  ${manifestPath(entry.name)}\n`).join(''));
}

const byName = (a: BagEntry, b: BagEntry): number => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);

/** The files of a bag in the order they are written: declaration and manifests first. */
export function bagEntries(content: BagContent): readonly BagEntry[] {
  const payload = content.payload.map((file) => entryOf({ ...file, name: `data/${file.name}` })).sort(byName);
  const octets = payload.reduce((sum, entry) => sum + entry.size, 0);
  const info = [...content.info, ['Payload-Oxum', `${octets}.${payload.length}`] as const];
  const standard = [
    { name: 'bagit.txt', bytes: utf8('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n') },
    { name: 'bag-info.txt', bytes: utf8(info.map(([label, value]) => `${label}: ${value}\n`).join('')) },
    { name: 'manifest-sha256.txt', bytes: manifest(payload) },
  ];
  const tags = [...standard.map(entryOf), ...content.tags.map(entryOf).sort(byName)];
  return [...tags, entryOf({ name: 'tagmanifest-sha256.txt', bytes: manifest(tags.toSorted(byName)) }), ...payload];
}

/** The bag as one ZIP, in memory: a term's workbooks are a few megabytes. */
export async function zipBag(content: BagContent): Promise<Uint8Array> {
  const entries = bagEntries(content).map(({ name, source }) => ({ name, source, store: name.endsWith('.xlsx') }));
  return joined(writeZip(entries));
}
