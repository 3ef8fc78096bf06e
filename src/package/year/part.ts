/**
 * One part of a yearly submission: a bag of its own, verifiable without the others. Nothing in it says which part of how many
 * it is, so that a part whose files are the same is the same bytes in the next package too.
 */
import { crc32 } from 'node:zlib';
import type { ByteSource } from '../../core/bytes.ts';
import { sha256 } from '../../core/sha256.ts';
import { joined, memorySource } from '../../formats/bytes.ts';
import type { StoredInput } from '../../formats/zip/stored/write.ts';
import { bagEntries, type BagEntry, type BagFile } from '../bag.ts';

/** A file of a student, as it is called in the package. */
export interface PackedFile {
  /** Without folders: the rosters name it so (RULE-424). */
  readonly name: string;
  readonly sha256: string;
  readonly size: number;
  readonly crc32: number;
  open(): Promise<ByteSource>;
}

export interface PartContent {
  readonly school: string;
  /** `114-0`. */
  readonly term: string;
  readonly edition: string;
  readonly version: string;
  /** Workbooks, in the first part only. */
  readonly rosters: readonly BagFile[];
  readonly tags: readonly BagFile[];
  readonly files: readonly PackedFile[];
}

export interface PreparedPart {
  /** Hash over names and contents: equal for equal bytes. */
  readonly key: string;
  readonly entries: readonly StoredInput[];
  /** Bytes of the files in it. */
  readonly bytes: number;
}

/** Its bytes are asked for when the archive is written, not before. */
function entryOf({ name, sha256: digest, size, open }: PackedFile): BagEntry {
  return { name, sha256: digest, size, source: { async *stream() { yield* (await open()).stream(); } } };
}

/** Files of one name have one content, which is what the name says: it is written once. */
function distinct(files: readonly PackedFile[]): ReadonlyMap<string, PackedFile> {
  return new Map(files.map((file) => [file.name, file]));
}

/** What the archive is to hold, in order. @throws TypeError for two files of one name whose contents differ */
export async function preparePart({ school, term, edition, version, rosters, tags, files }: PartContent): Promise<PreparedPart> {
  const named = distinct(files);
  const contradicting = files.find((file) => named.get(file.name)!.sha256 !== file.sha256);
  if (contradicting) throw new TypeError(`two files named ${contradicting.name}`);
  const bag = bagEntries({
    payload: [...rosters, ...[...named.values()].map(entryOf)],
    tags,
    info: [
      ['Bag-Software-Agent', `licheng ${version}`],
      ['Bag-Group-Identifier', `${school}_${term}_${edition}`],
      ['External-Description', '學生學習歷程檔案 學年名冊與檔案'],
    ],
  });
  const entries: StoredInput[] = [];
  for (const entry of bag) {
    const file = named.get(entry.name.replace(/^data\//, ''));
    if (file !== undefined && entry.name.startsWith('data/')) {
      entries.push({ name: entry.name, size: file.size, crc32: file.crc32, sha256: file.sha256, open: () => file.open() });
      continue;
    }
    const bytes = await joined(entry.source.stream());
    entries.push({ name: entry.name, size: bytes.length, crc32: crc32(bytes), sha256: entry.sha256, open: async () => memorySource(bytes) });
  }
  return {
    key: sha256(JSON.stringify(entries.map(({ name, sha256: digest, size, crc32: crc }) => [name, digest, size, crc]))),
    entries,
    bytes: [...named.values()].reduce((sum, { size }) => sum + size, 0),
  };
}
