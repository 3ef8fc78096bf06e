/** Byte sources over a file and over memory: what every reader in `formats` starts from. */
import { readSync } from 'node:fs';
import { open } from 'node:fs/promises';
import type { ByteSource } from '../core/bytes.ts';
import { Fault } from '../core/fault.ts';
import { ProblemError } from '../core/problem.ts';

/** Bytes asked for at once while streaming a file. */
const CHUNK = 256 * 1024;

/** A source that holds something open. */
export interface ByteFile extends ByteSource, AsyncDisposable {}

/**
 * A file, read by position so that any number of readers share one handle. The size is the one at
 * opening time; bytes appended later are not seen.
 *
 * @throws Fault `file/not-found` when there is no such file, it is not a plain file, or it may not be read.
 */
export async function fileSource(path: string): Promise<ByteFile> {
  const handle = await open(path, 'r').catch((cause: unknown) => {
    throw new Fault('file/not-found', { file: path }, { cause });
  });
  const stat = await handle.stat();
  if (!stat.isFile()) {
    await handle.close();
    throw new Fault('file/not-found', { file: path });
  }
  const size = stat.size;

  async function read(start: number, length: number): Promise<Uint8Array> {
    return fill(new Uint8Array(Math.max(0, Math.min(length, size - start))), start);
  }

  /** Reads into `bytes`; returns those that were there. */
  async function fill(bytes: Uint8Array, start: number): Promise<Uint8Array> {
    const wanted = bytes.length;
    let filled = 0;
    while (filled < wanted) {
      const { bytesRead } = await handle.read(bytes, filled, wanted - filled, start + filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return filled === wanted ? bytes : bytes.subarray(0, filled);
  }

  return {
    size,
    read,
    readInto(into, start) {
      const wanted = Math.max(0, Math.min(into.length, size - start));
      let filled = 0;
      while (filled < wanted) {
        const bytes = readSync(handle.fd, into, filled, wanted - filled, start + filled);
        if (bytes === 0) break;
        filled += bytes;
      }
      return filled;
    },
    async *stream(start = 0, end = size, lent = false) {
      const stop = Math.min(end, size);
      // No more than there is to read: memory outside the heap makes the collector run.
      const spaces = lent ? [0, CHUNK].map((from) => new Uint8Array(Math.max(0, Math.min(CHUNK, stop - start - from)))) : null;
      const chunk = (at: number): Promise<Uint8Array> => {
        const length = Math.min(CHUNK, stop - at);
        return spaces ? fill(spaces[Math.floor((at - start) / CHUNK) % 2]!.subarray(0, length), at) : read(at, length);
      };
      if (start >= stop) return;
      // The next chunk is read while the caller is busy with this one.
      let coming = chunk(start);
      try {
        for (let at = start; ; at += CHUNK) {
          const bytes = await coming;
          const more = bytes.length === CHUNK && at + CHUNK < stop;
          if (more) coming = chunk(at + CHUNK);
          if (bytes.length > 0) yield bytes;
          if (!more) return;
        }
      } finally {
        await coming.catch(() => undefined);
      }
    },
    [Symbol.asyncDispose]: () => handle.close(),
  };
}

/** Bytes already in memory; chunks are views, not copies. */
export function memorySource(bytes: Uint8Array): ByteSource {
  return {
    size: bytes.length,
    read: async (start, length) => bytes.subarray(start, Math.max(start, start + length)),
    readInto(into, start) {
      const part = bytes.subarray(start, start + into.length);
      into.set(part);
      return part.length;
    },
    async *stream(start = 0, end = bytes.length) {
      const stop = Math.min(end, bytes.length);
      for (let at = start; at < stop; at += CHUNK) yield bytes.subarray(at, Math.min(at + CHUNK, stop));
    },
  };
}

/**
 * The whole source as one array.
 *
 * @param cap largest size taken, in bytes
 * @throws ProblemError `file/too-large`
 */
export async function readAll(source: ByteSource, cap: number): Promise<Uint8Array> {
  if (source.size > cap) {
    throw new ProblemError({ code: 'file/too-large', params: { size: source.size, limit: cap } });
  }
  return source.read(0, source.size);
}

/** All chunks joined; for streams whose producer already bounds them. */
export async function joined(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  return parts.length === 1 ? parts[0]! : Buffer.concat(parts);
}
