/**
 * Archives of files that no compression shrinks, as fast as a disk takes them. Every byte is read once, hashed as part of its own
 * file, hashed as part of the archive, and written; a large archive is hashed and written on a thread of its own. archiver, which
 * makes the other archives, takes three times as long for the same.
 */
import { createHash } from 'node:crypto';
import { closeSync, openSync } from 'node:fs';
import type { ByteSource } from '../../../core/bytes.ts';
import { refuseBadNames } from '../input.ts';
import { directoryRecord, endRecords, type EntryFacts, localHeader } from './records.ts';
import { openSink, type Sink } from './sink.ts';

/** An entry whose content is known: what is read must be just that. */
export interface StoredInput {
  /** Path inside the archive, with `/`; written as UTF-8. */
  readonly name: string;
  readonly size: number;
  readonly crc32: number;
  /** Lower-case hex. It vouches for the CRC-32 too, which is not worked out again. */
  readonly sha256: string;
  /** Opens the content; called once, when its turn comes. */
  open(): Promise<ByteSource & Partial<AsyncDisposable>>;
}

export interface StoredArchive {
  /** Of the archive, lower-case hex. */
  readonly sha256: string;
  /** Bytes of the archive. */
  readonly size: number;
}

/** Thrown when a file is not what it was said to be; nothing of the archive may be used then. */
export class ChangedContent extends Error {
  readonly entry: string;

  constructor(entry: string) {
    super(`content of ${entry} is not what it was`);
    this.entry = entry;
  }
}

/** Bytes read at a time. */
const CHUNK = 512 * 1024;

/** The content in pieces that are given back when the next is asked for. */
async function* chunksOf(source: ByteSource, space: Uint8Array): AsyncGenerator<Uint8Array> {
  if (source.readInto === undefined) {
    yield* source.stream(0, source.size, true);
    return;
  }
  for (let at = 0; at < source.size;) {
    const length = source.readInto(space, at);
    if (length === 0) return;
    yield space.subarray(0, length);
    at += length;
  }
}

/** Copies one entry's content, and holds it against what it is said to be. */
async function copy(entry: StoredInput, sink: Sink, space: Uint8Array): Promise<void> {
  await using scope = new AsyncDisposableStack();
  const source = await entry.open();
  scope.defer(async () => source[Symbol.asyncDispose]?.());
  const hash = createHash('sha256');
  let size = 0;
  for await (const chunk of chunksOf(source, space)) {
    size += chunk.length;
    if (size > entry.size) break;
    hash.update(chunk);
    await sink.put(chunk);
  }
  if (size !== entry.size || hash.digest('hex') !== entry.sha256) throw new ChangedContent(entry.name);
}

const factsOf = ({ name, size, crc32 }: StoredInput): EntryFacts => ({ name: new TextEncoder().encode(name), size, crc32 });

/**
 * Writes the archive to a new file; entries in the order given (sort them). The same entries give the same bytes everywhere.
 * Flushing the file to disk is the caller's, and after an error so is removing it: it is worthless then.
 *
 * @throws ProblemError `zip/bad-name`, `zip/name-twin`
 * @throws ChangedContent when an entry's bytes are not those that were announced
 */
export async function writeStored(path: string, entries: readonly StoredInput[]): Promise<StoredArchive> {
  refuseBadNames(entries);
  const fd = openSync(path, 'wx', 0o600);
  const sink = openSink(fd, entries.reduce((sum, { size }) => sum + size, 0));
  let size = 0;
  const put = async (bytes: Uint8Array): Promise<void> => {
    size += bytes.length;
    await sink.put(bytes);
  };
  try {
    const space = new Uint8Array(CHUNK);
    const directory: Buffer[] = [];
    for (const entry of entries) {
      directory.push(directoryRecord(factsOf(entry), size));
      await put(localHeader(factsOf(entry)));
      await copy(entry, sink, space);
      size += entry.size;
    }
    const start = size;
    for (const record of directory) await put(record);
    await put(endRecords(entries.length, start, size - start));
    const sha256 = await sink.end();
    return { sha256, size };
  } finally {
    await sink.close();
    closeSync(fd);
  }
}
