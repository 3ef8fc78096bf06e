/** Content-addressed files of one school, encrypted: `<folder>/<first two of SHA-256>/<SHA-256>`. */
import { randomUUID } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ByteSource } from '../core/bytes.ts';
import { Fault } from '../core/fault.ts';
import { DamagedBlob, openBlob } from './blob-read.ts';
import { digest, writeBlob } from './blob-write.ts';
import { makeFolder, PRIVATE_FILE, syncFolder } from './files.ts';
import type { Blobs } from './port.ts';
import type { SchoolKeys } from './school-keys.ts';

/** What another thread needs to open one blob; keys can change threads and are never printed. */
export interface BlobTicket {
  readonly folder: string;
  readonly sha256: string;
  readonly keys: SchoolKeys;
}

/** The blob of a ticket. */
export function openTicket({ folder, sha256, keys }: BlobTicket): Promise<ByteSource> {
  return openBlobs(folder, keys).open(sha256);
}

/** Where blobs are written before they have their name. */
const ASIDE = 'aside';
/** Bytes from which on a second reading is worth avoiding. */
const LARGE = 16 * 1024 * 1024;
/** Empty files named after the sizes of large blobs: a hint only, whatever is missing here costs time and nothing else. */
const SIZES = 'sizes';

/**
 * The blobs below `folder`.
 *
 * `put` reads a source twice, once to know it and once to write it: the same files come night after night, and
 * a file known already then costs a read and no write. Only a large one of a size that never came is written at once.
 * `open` faults with `record/not-found` for unknown
 * content; reading faults with `store/damaged` when a chunk is not what was written.
 */
export function openBlobs(folder: string, keys: SchoolKeys): Blobs {
  const pathOf = (sha256: string): string => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Fault('record/not-found', { what: sha256 });
    return join(folder, sha256.slice(0, 2), sha256);
  };
  return {
    async put(source) {
      const large = source.size >= LARGE;
      const sizeSeen = join(folder, SIZES, String(source.size));
      const known = large && !existsSync(sizeSeen) ? null : await digest(source);
      if (known && existsSync(pathOf(known.sha256))) return known;
      await makeFolder(join(folder, ASIDE));
      const aside = join(folder, ASIDE, randomUUID());
      try {
        const written = await writeBlob(aside, source, keys);
        if (known && written.sha256 !== known.sha256) throw new Fault('file/changing', { file: known.sha256.slice(0, 12) });
        const path = pathOf(written.sha256);
        if (!existsSync(path)) {
          await makeFolder(dirname(path));
          await rename(aside, path);
          await syncFolder(dirname(path));
        }
        if (large) {
          await makeFolder(join(folder, SIZES));
          await writeFile(sizeSeen, '', { mode: PRIVATE_FILE });
        }
        return written;
      } finally {
        await rm(aside, { force: true });
      }
    },
    has: (sha256) => existsSync(pathOf(sha256)),
    ticket: (sha256) => ({ folder, sha256, keys }),
    async open(sha256) {
      const path = pathOf(sha256);
      if (!existsSync(path)) throw new Fault('record/not-found', { what: sha256 });
      const source = await faulting(keys.school, sha256, () => openBlob(path, sha256, keys));
      return {
        size: source.size,
        read: (start, length) => faulting(keys.school, sha256, () => source.read(start, length)),
        stream: (start, end, lent) => faultingStream(keys.school, sha256, source, start, end, lent),
      };
    },
  };
}

/** Removes what writers left that died on the way. Only for the holder of the school's lock. */
export function dropUnfinishedBlobs(folder: string): void {
  rmSync(join(folder, ASIDE), { recursive: true, force: true });
}

function fault(school: string, sha256: string, error: unknown): unknown {
  return error instanceof DamagedBlob ? new Fault('store/damaged', { what: school, detail: `blob ${sha256}` }, { cause: error }) : error;
}

async function faulting<T>(school: string, sha256: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw fault(school, sha256, error);
  }
}

async function* faultingStream(school: string, sha256: string, source: ByteSource, start?: number, end?: number, lent?: boolean): AsyncIterable<Uint8Array> {
  try {
    yield* source.stream(start, end, lent);
  } catch (error) {
    throw fault(school, sha256, error);
  }
}
