/**
 * The one door to zip.js: entries with a password, read in the ZipCrypto and AES forms, written in either.
 * zip.js only ever gets to see archives whose directory has passed our own checks.
 */
import { Reader, ZipReader, ZipWriter, configure, type FileEntry } from '@zip.js/zip.js';
import type { ByteSource } from '../../core/bytes.ts';
import { Fault } from '../../core/fault.ts';
import { checked, type EntryPlace } from './data.ts';
import { EPOCH, FILE_MODE, refuseBadNames, type ZipInput } from './input.ts';
import { zipError } from './refuse.ts';

/**
 * AES-256 is for everybody; ZipCrypto is broken and only for a receiver that can read nothing else (RULE-705).
 */
export type Encryption = 'aes-256' | 'zipcrypto';

/** Compression method that says the real one is in the AES extra field (WinZip AE-1 and AE-2). */
export const AES_METHOD = 99;

configure({ useWebWorkers: false, chunkSize: 128 * 1024 });

class SourceReader extends Reader<ByteSource> {
  readonly #source: ByteSource;

  constructor(source: ByteSource) {
    super(source);
    this.#source = source;
    this.size = source.size;
  }

  override readUint8Array(index: number, length: number): Promise<Uint8Array> {
    return this.#source.read(index, length);
  }
}

/** Encrypted entries of one archive, found by the offset of their local header. */
export interface EncryptedEntries {
  /**
   * Unpacked bytes, checked against size and CRC-32 or the entry's HMAC.
   *
   * @throws ProblemError `zip/wrong-password` also when the content is damaged: the two cannot be told apart
   */
  data(place: EntryPlace): AsyncGenerator<Uint8Array>;
  close(): Promise<void>;
}

/**
 * Opens the encrypted entries and tries the password on the first of them.
 *
 * @throws ProblemError `zip/wrong-password`, `zip/damaged`
 */
export async function openEncrypted(source: ByteSource, first: EntryPlace, password: string): Promise<EncryptedEntries> {
  const reader = new ZipReader(new SourceReader(source), { strictness: 'tolerant', checkSignature: true });
  const found = new Map<number, FileEntry>();
  try {
    for await (const entry of reader.getEntriesGenerator()) {
      if (!entry.directory) found.set(entry.offset, entry);
    }
  } catch {
    throw zipError('zip/damaged', first.file, { detail: 'encrypted directory' });
  }

  function pick(place: EntryPlace): FileEntry {
    const entry = found.get(place.record.at);
    if (!entry) throw zipError('zip/damaged', place.file, { detail: 'encrypted directory' });
    return entry;
  }

  try {
    await pick(first).getData(new WritableStream(), { password, checkPasswordOnly: true });
  } catch (error) {
    throw translated(error, first);
  }

  return {
    async *data(place) {
      try {
        yield* checked(decrypted(pick(place), password), place, false);
      } catch (error) {
        throw translated(error, place);
      }
    },
    close: async () => {
      found.clear();
      await reader.close();
    },
  };
}

/** zip.js may fail without ever closing what it writes to, so its promise is watched beside the stream. */
async function* decrypted(entry: FileEntry, password: string): AsyncGenerator<Uint8Array> {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const written = entry.getData(writable, { password });
  const failed = new Promise<never>((_, reject) => { written.catch(reject); });
  failed.catch(() => undefined);
  const reader = readable.getReader();
  try {
    for (;;) {
      const { done, value } = await Promise.race([reader.read(), failed]);
      if (done) break;
      yield value;
    }
    await written;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** Whatever goes wrong with encrypted content may come from a wrong password; only the machine's own failures pass. */
function translated(error: unknown, { file, entry }: EntryPlace): unknown {
  if (error instanceof Fault || (error instanceof Error && 'syscall' in error)) return error;
  return zipError('zip/wrong-password', file, { entry });
}

/**
 * A ZIP whose entries all need `password`. Never twice the same bytes: the salts are random.
 *
 * @throws ProblemError `zip/bad-name`, `zip/name-twin`; whatever a source throws while it is read
 */
export async function* writeEncryptedZip(entries: readonly ZipInput[], password: string, encryption: Encryption): AsyncGenerator<Uint8Array> {
  if (password === '') throw new RangeError('an empty password protects nothing');
  refuseBadNames(entries);
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const filled = fill(new ZipWriter(writable, {
    password, zipCrypto: encryption === 'zipcrypto', encryptionStrength: 3,
    lastModDate: EPOCH, extendedTimestamp: false, useUnicodeFileNames: true, unixMode: FILE_MODE,
  }), entries).catch(async (error: unknown) => {
    await writable.abort(error);
    throw error;
  });
  filled.catch(() => undefined);
  yield* readable;
  await filled;
}

async function fill(writer: ZipWriter<unknown>, entries: readonly ZipInput[]): Promise<void> {
  for (const { name, source, store } of entries) {
    await writer.add(name, ReadableStream.from(source.stream()), store ? { level: 0 } : {});
  }
  await writer.close();
}
