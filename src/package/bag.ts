/**
 * The envelope of everything licheng hands over: a BagIt-style bag (RFC 8493) in a deterministic ZIP.
 * Nothing in it depends on when or where it was made, so equal content is equal bytes.
 */
import { sha256 } from '../core/sha256.ts';
import { memorySource } from '../formats/bytes.ts';
import { writeZip } from '../formats/zip/write.ts';

/** A file below `data/`, or a tag file at the top. */
export interface BagFile {
  /** Path inside the bag's part, `/`-separated. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface BagContent {
  /** What is handed over. */
  readonly payload: readonly BagFile[];
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

function manifest(files: readonly BagFile[]): Uint8Array {
  return utf8(files.map((file) => `${sha256(file.bytes)}  ${manifestPath(file.name)}\n`).join(''));
}

const byName = (a: BagFile, b: BagFile): number => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);

/** The files of a bag in the order they are written: declaration and manifests first. */
export function bagFiles(content: BagContent): readonly BagFile[] {
  const payload = content.payload.map((file) => ({ name: `data/${file.name}`, bytes: file.bytes })).sort(byName);
  const octets = payload.reduce((sum, file) => sum + file.bytes.length, 0);
  const info = [...content.info, ['Payload-Oxum', `${octets}.${payload.length}`] as const];
  const tags = [
    { name: 'bagit.txt', bytes: utf8('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n') },
    { name: 'bag-info.txt', bytes: utf8(info.map(([label, value]) => `${label}: ${value}\n`).join('')) },
    { name: 'manifest-sha256.txt', bytes: manifest(payload) },
    ...[...content.tags].sort(byName),
  ];
  return [...tags, { name: 'tagmanifest-sha256.txt', bytes: manifest([...tags].sort(byName)) }, ...payload];
}

/** The bag as one ZIP, in memory: a term's workbooks are a few megabytes. */
export async function zipBag(content: BagContent): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  const entries = bagFiles(content).map((file) => ({
    name: file.name,
    source: memorySource(file.bytes),
    store: file.name.endsWith('.xlsx'),
  }));
  for await (const chunk of writeZip(entries)) chunks.push(chunk);
  return Buffer.concat(chunks);
}
