/** Reading a blob: any range of its content, every chunk authenticated. */
import type { KeyObject } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { open } from 'node:fs/promises';
import type { ByteSource } from '../core/bytes.ts';
import type { BlobFooter } from './blob-format.ts';
import { AHEAD, CHUNK, HEADER_BYTES, HEADER_MAGIC, openPart, TAIL_BYTES, TAIL_MAGIC, unsqueeze } from './blob-format.ts';
import type { SchoolKeys } from './school-keys.ts';
import { deriveKey } from './school-keys.ts';

/** Thrown inside; whoever opens blobs turns it into a fault. */
export class DamagedBlob extends Error {}

/** Longest footer taken for real: that of a blob of about 400 GB. */
const FOOTER_LIMIT = 64 * 1024 * 1024;

interface Opened {
  readonly path: string;
  readonly key: KeyObject;
  readonly footer: BlobFooter;
  /** Where each chunk begins in the file. */
  readonly offsets: readonly number[];
}

/** Opens the file of the content `sha256`; it is opened anew for each read, so nothing needs closing. */
export async function openBlob(path: string, sha256: string, keys: SchoolKeys): Promise<ByteSource> {
  const blob = await withFile(path, (file) => readFrame(path, file, sha256, keys));
  let cached: { index: number; content: Buffer } | null = null;
  const chunkOf = async (file: FileHandle, index: number): Promise<Buffer> => {
    if (cached?.index !== index) cached = { index, content: await readChunk(blob, file, index) };
    return cached.content;
  };
  const { size } = blob.footer;

  async function* stream(start = 0, end = size, lent = false): AsyncIterable<Uint8Array> {
    const stop = Math.min(end, size);
    if (start >= stop) return;
    const file = await open(path, 'r');
    const underWay: Promise<Buffer>[] = [];
    try {
      const first = Math.floor(Math.max(0, start) / CHUNK);
      for (let index = first, next = first; index * CHUNK < stop; index++) {
        for (; next < index + AHEAD && next * CHUNK < stop; next++) {
          const reading = readChunk(blob, file, next);
          reading.catch(() => undefined);
          underWay.push(reading);
        }
        const content = await (underWay.shift() as Promise<Buffer>);
        yield content.subarray(Math.max(0, start - index * CHUNK), stop - index * CHUNK);
        if (lent) free(content);
      }
    } finally {
      await Promise.allSettled(underWay);
      await file.close();
    }
  }

  return {
    size,
    stream,
    async read(start, length) {
      const stop = Math.min(start + length, size);
      if (start >= stop) return new Uint8Array(0);
      return withFile(path, async (file) => {
        const parts: Buffer[] = [];
        for (let index = Math.floor(start / CHUNK); index * CHUNK < stop; index++) {
          const content = await chunkOf(file, index);
          parts.push(content.subarray(Math.max(0, start - index * CHUNK), stop - index * CHUNK));
        }
        return Buffer.concat(parts);
      });
    },
  };
}

/** Lets go of a chunk's memory at once, if it has a block of its own. */
function free(content: Buffer): void {
  const { buffer } = content;
  if (buffer instanceof ArrayBuffer && content.byteOffset === 0 && buffer.byteLength > Buffer.poolSize) buffer.transfer(0);
}

async function withFile<T>(path: string, work: (file: FileHandle) => Promise<T>): Promise<T> {
  const file = await open(path, 'r');
  try {
    return await work(file);
  } finally {
    await file.close();
  }
}

async function readFrame(path: string, file: FileHandle, sha256: string, keys: SchoolKeys): Promise<Opened> {
  const { size } = await file.stat();
  const header = await readAt(file, 0, HEADER_BYTES);
  const tail = await readAt(file, Math.max(0, size - TAIL_BYTES), TAIL_BYTES);
  const length = tail.readUInt32BE(0);
  if (!header.subarray(0, HEADER_MAGIC.length).equals(HEADER_MAGIC) || !tail.subarray(4).equals(TAIL_MAGIC)) throw new DamagedBlob('frame');
  if (length > FOOTER_LIMIT || length > size - HEADER_BYTES - TAIL_BYTES) throw new DamagedBlob('footer');
  const key = deriveKey(keys, 'blob', header.subarray(HEADER_MAGIC.length));
  const sealed = await readAt(file, size - TAIL_BYTES - length, length);
  const footer = JSON.parse((await authentic(async () => openPart(key, 'footer', 0, sealed))).toString()) as BlobFooter;
  if (footer.sha256 !== sha256) throw new DamagedBlob('name');
  const offsets: number[] = [];
  let offset = HEADER_BYTES;
  for (const stored of footer.chunks) {
    offsets.push(offset);
    offset += Math.abs(stored);
  }
  if (offset !== size - TAIL_BYTES - length) throw new DamagedBlob('length');
  return { path, key, footer, offsets };
}

async function readChunk({ key, footer, offsets }: Opened, file: FileHandle, index: number): Promise<Buffer> {
  const stored = footer.chunks[index] as number;
  const sealed = await readAt(file, offsets[index] as number, Math.abs(stored));
  return authentic(async () => {
    const content = openPart(key, index === footer.chunks.length - 1 ? 'last' : 'chunk', index, sealed);
    return stored < 0 ? unsqueeze(content) : content;
  });
}

async function authentic<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new DamagedBlob('content', { cause: error });
  }
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  for (let at = 0; at < length;) {
    const { bytesRead } = await file.read(bytes, at, length - at, position + at);
    if (bytesRead === 0) throw new DamagedBlob('cut short');
    at += bytesRead;
  }
  return bytes;
}
