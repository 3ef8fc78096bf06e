/**
 * The one door to unzipper: it walks the central directory, nothing else. Its streams for entry data
 * believe the declared sizes, check no CRC-32, and its `Extract` and `Parse` follow hostile names, so
 * data is read in `data.ts`.
 */
import { Readable } from 'node:stream';
import unzipper from 'unzipper';
import type { ByteSource } from '../../core/bytes.ts';
import type { ZipLimits } from './archive.ts';
import type { EndRecord } from './end-record.ts';
import { zipError } from './refuse.ts';

/** One record of the central directory, as stated; nothing of it is checked yet. */
export interface DirectoryRecord {
  readonly nameBytes: Uint8Array;
  readonly flags: number;
  readonly method: number;
  readonly crc32: number;
  readonly packedSize: number;
  readonly size: number;
  /** Offset of the local header. */
  readonly at: number;
  /** External attributes: DOS bits below, Unix mode above. */
  readonly attributes: number;
}

/**
 * All records of the central directory. It is held in memory while unzipper reads it, because a failing
 * stream inside unzipper would end the process instead of rejecting.
 *
 * @throws ProblemError `zip/too-many-entries`, `zip/too-large`, `zip/count-lies`, `zip/damaged`
 */
export async function readDirectory(source: ByteSource, file: string, end: EndRecord, limits: ZipLimits): Promise<DirectoryRecord[]> {
  if (end.entries > limits.entries) throw zipError('zip/too-many-entries', file, { count: end.entries, limit: limits.entries });
  const length = end.directoryEnd - end.directoryStart;
  if (length > limits.directoryBytes) throw zipError('zip/too-large', file, { entry: 'central directory', size: length, limit: limits.directoryBytes });
  if (end.entries * 46 > length) throw zipError('zip/count-lies', file, { stated: end.entries });

  const held = Buffer.from(await source.read(end.directoryStart, source.size - end.directoryStart));
  const records: DirectoryRecord[] = [];
  let used = 0;
  try {
    const directory = await unzipper.Open.custom({
      size: async () => source.size,
      stream: (offset) => {
        if (offset < end.directoryStart) throw new RangeError('before the directory');
        return Readable.from([held.subarray(offset - end.directoryStart)]);
      },
    }, { tailSize: source.size - end.at });
    for (const raw of directory.files) {
      const { compressedSize: packedSize, uncompressedSize: size, offsetToLocalFileHeader: at } = raw;
      if (raw.signature !== 0x02014b50) throw zipError('zip/count-lies', file, { stated: end.entries });
      if (!isOffset(packedSize) || !isOffset(size) || !isOffset(at)) throw zipError('zip/damaged', file, { detail: 'sizes out of range' });
      used += 46 + raw.fileNameLength + raw.extraFieldLength + raw.fileCommentLength;
      records.push({
        nameBytes: raw.pathBuffer === '' ? new Uint8Array() : raw.pathBuffer,
        flags: raw.flags, method: raw.compressionMethod, crc32: raw.crc32 >>> 0,
        packedSize, size, at, attributes: raw.externalFileAttributes >>> 0,
      });
    }
  } catch (error) {
    if (error instanceof Error && error.name === 'ProblemError') throw error;
    throw zipError('zip/damaged', file, { detail: 'directory unreadable' });
  }
  if (used !== length) throw zipError('zip/count-lies', file, { stated: end.entries });
  return records;
}

function isOffset(value: number | undefined): value is number {
  return Number.isSafeInteger(value) && value! >= 0;
}
