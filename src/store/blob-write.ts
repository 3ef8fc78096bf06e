/** Writing a blob: content in, encrypted file out, digest checked on the way. */
import { createHash, randomBytes } from 'node:crypto';
import { open } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import type { ByteSource } from '../core/bytes.ts';
import { AHEAD, CHUNK, HEADER_MAGIC, SALT_BYTES, sealPart, squeeze, TAIL_MAGIC } from './blob-format.ts';
import { PRIVATE_FILE } from './files.ts';
import type { SchoolKeys } from './school-keys.ts';
import { deriveKey } from './school-keys.ts';

export interface Digest {
  readonly sha256: string;
  readonly size: number;
  readonly crc32: number;
}

/** Reads a source once, only to know it. */
export async function digest(source: ByteSource): Promise<Digest> {
  const hash = createHash('sha256');
  let crc = 0;
  let size = 0;
  for await (const bytes of source.stream(0, source.size, true)) {
    hash.update(bytes);
    crc = crc32(bytes, crc);
    size += bytes.length;
  }
  return { sha256: hash.digest('hex'), size, crc32: crc };
}

/** After a chunk that did not shrink, only every so many-th is tried: a video does not, and trying is not free. */
const TRY_AGAIN = 16;

/** A chunk on its way into the file; null where it does not shrink or was not tried. */
interface Chunk {
  readonly chunk: Buffer;
  readonly packed: Promise<Uint8Array | null>;
}

/** Writes `source` to the new file `path`, flushed; returns what was really read. */
export async function writeBlob(path: string, source: ByteSource, keys: SchoolKeys): Promise<Digest> {
  const salt = randomBytes(SALT_BYTES);
  const key = deriveKey(keys, 'blob', salt);
  const hash = createHash('sha256');
  const lengths: number[] = [];
  let size = 0;
  let crc = 0;
  const underWay: Chunk[] = [];
  let begun = 0;
  let shrinks = true;
  const file = await open(path, 'wx', PRIVATE_FILE);
  try {
    await file.write(Buffer.concat([HEADER_MAGIC, salt]));
    const take = (chunk: Buffer): void => {
      const tried = shrinks || begun % TRY_AGAIN === 0;
      begun += 1;
      const packed = tried ? squeeze(chunk) : Promise.resolve(null);
      packed.catch(() => undefined);
      underWay.push({ chunk, packed });
    };
    const put = async ({ chunk, packed: packing }: Chunk, last: boolean): Promise<void> => {
      const packed = await packing;
      shrinks = packed !== null;
      const sealed = sealPart(key, last ? 'last' : 'chunk', lengths.length, packed ?? chunk);
      lengths.push(packed ? -sealed.length : sealed.length);
      await writeAll(file, sealed);
    };
    // Most files are far smaller than a chunk, and memory that is asked for makes the collector run.
    let held: Buffer = Buffer.allocUnsafe(Math.min(CHUNK, source.size));
    let filled = 0;
    for await (const bytes of source.stream(0, source.size, true)) {
      hash.update(bytes);
      crc = crc32(bytes, crc);
      size += bytes.length;
      for (let at = 0; at < bytes.length;) {
        // A full chunk is held back until more content shows that it is not the last.
        if (filled === CHUNK) {
          take(held);
          const done = underWay.length > AHEAD ? underWay.shift() : undefined;
          if (done) await put(done, false);
          held = done?.chunk ?? Buffer.allocUnsafe(CHUNK);
          filled = 0;
        }
        if (filled === held.length) held = Buffer.concat([held], CHUNK);
        const length = Math.min(held.length - filled, bytes.length - at);
        held.set(bytes.subarray(at, at + length), filled);
        filled += length;
        at += length;
      }
    }
    take(held.subarray(0, filled));
    for (const [at, chunk] of underWay.entries()) await put(chunk, at === underWay.length - 1);
    const sha256 = hash.digest('hex');
    const footer = sealPart(key, 'footer', 0, Buffer.from(JSON.stringify({ sha256, size, chunks: lengths })));
    const tail = Buffer.alloc(4);
    tail.writeUInt32BE(footer.length);
    await writeAll(file, Buffer.concat([footer, tail, TAIL_MAGIC]));
    await file.sync();
    return { sha256, size, crc32: crc };
  } finally {
    await file.close();
  }
}

async function writeAll(file: Awaited<ReturnType<typeof open>>, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length;) at += (await file.write(bytes, at)).bytesWritten;
}
