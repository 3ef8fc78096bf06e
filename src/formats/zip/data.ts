/** The bytes of one entry: local header compared with the directory, inflated within bounds, CRC-32 checked. */
import { Readable, pipeline } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import type { ByteSource } from '../../core/bytes.ts';
import type { DirectoryRecord } from './directory.ts';
import { LOCAL_HEADER } from './layout.ts';
import { zipError } from './refuse.ts';

export const STORED = 0;
export const DEFLATED = 8;

/** General purpose bits (APPNOTE.TXT 4.4.4). */
export const ENCRYPTED_FLAG = 0x1;
const DESCRIPTOR_FLAG = 0x8;

const CHUNK = 128 * 1024;

/** What is needed to read an entry and to speak about it. */
export interface EntryPlace {
  readonly source: ByteSource;
  /** Name of the archive, for messages. */
  readonly file: string;
  /** Name of the entry as shown in messages. */
  readonly entry: string;
  readonly record: DirectoryRecord;
  /** Offset at which the next thing in the file begins. */
  readonly end: number;
}

/**
 * Offset of the entry's data, after checking that its local header says what the directory says.
 *
 * @throws ProblemError `zip/damaged`, `zip/header-mismatch`, `zip/overlap`
 */
export async function dataStart({ source, file, entry, record, end }: EntryPlace): Promise<number> {
  const bytes = await source.read(record.at, LOCAL_HEADER + record.nameBytes.length);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < LOCAL_HEADER + record.nameBytes.length || view.getUint32(0, true) !== 0x04034b50) {
    throw zipError('zip/damaged', file, { detail: 'local header not found' });
  }
  const flags = view.getUint16(6, true);
  const mismatch = (field: string) => zipError('zip/header-mismatch', file, { entry, field });
  if (view.getUint16(26, true) !== record.nameBytes.length || Buffer.compare(bytes.subarray(LOCAL_HEADER), record.nameBytes) !== 0) throw mismatch('name');
  if (view.getUint16(8, true) !== record.method) throw mismatch('method');
  if ((flags & ENCRYPTED_FLAG) !== (record.flags & ENCRYPTED_FLAG)) throw mismatch('encryption');
  if (!(flags & DESCRIPTOR_FLAG)) {
    const packed = view.getUint32(18, true);
    const size = view.getUint32(22, true);
    if (packed !== 0xffffffff && packed !== record.packedSize) throw mismatch('packed size');
    if (size !== 0xffffffff && size !== record.size) throw mismatch('size');
    if (view.getUint32(14, true) !== record.crc32) throw mismatch('CRC-32');
  }
  const start = record.at + LOCAL_HEADER + record.nameBytes.length + view.getUint16(28, true);
  if (start + record.packedSize > end) throw zipError('zip/overlap', file, { entry });
  return start;
}

/** Bytes read at a time where chunks are lent. */
const LENT = 512 * 1024;

/** The bytes as they lie in the archive; lent ones without a trip to the thread pool for each, where the source can do that. */
async function* packedData({ source }: EntryPlace, start: number, end: number, lent: boolean): AsyncGenerator<Uint8Array> {
  if (!lent || source.readInto === undefined) {
    yield* source.stream(start, end, lent);
    return;
  }
  const space = new Uint8Array(Math.min(LENT, end - start));
  for (let at = start; at < end;) {
    const length = source.readInto(space.subarray(0, Math.min(LENT, end - at)), at);
    if (length === 0) return;
    yield space.subarray(0, length);
    at += length;
  }
}

/** The unpacked bytes of a plain (not encrypted) entry, checked. */
export async function* plainData(place: EntryPlace, lent = false): AsyncGenerator<Uint8Array> {
  const { record } = place;
  const start = await dataStart(place);
  const packed = packedData(place, start, start + record.packedSize, lent && record.method === STORED);
  yield* checked(record.method === STORED ? packed : inflated(packed, place), place);
}

/**
 * Passes chunks on and compares their total with the declared size and CRC-32. Stops at the first byte too many.
 *
 * @throws ProblemError `zip/size-lies`, `zip/bad-crc`
 */
export async function* checked(chunks: AsyncIterable<Uint8Array>, { file, entry, record }: EntryPlace, crcKept = true): AsyncGenerator<Uint8Array> {
  let size = 0;
  let crc = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > record.size) throw zipError('zip/size-lies', file, { entry, stated: record.size });
    crc = crc32(chunk, crc);
    yield chunk;
  }
  if (size !== record.size) throw zipError('zip/size-lies', file, { entry, stated: record.size });
  if (crcKept && crc !== record.crc32) throw zipError('zip/bad-crc', file, { entry });
}

async function* inflated(packed: AsyncIterable<Uint8Array>, { file, entry, record }: EntryPlace): AsyncGenerator<Uint8Array> {
  const inflater = createInflateRaw({ chunkSize: CHUNK });
  pipeline(Readable.from(packed), inflater, () => undefined);
  try {
    for await (const chunk of inflater) yield chunk as Uint8Array;
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')) throw zipError('zip/bad-data', file, { entry });
    throw error;
  } finally {
    inflater.destroy();
  }
  if (inflater.bytesWritten !== record.packedSize) throw zipError('zip/size-lies', file, { entry, stated: record.size });
}
