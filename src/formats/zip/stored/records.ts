/** The records of a ZIP file that stores its entries as they are (APPNOTE.TXT 4.3); with ZIP64 where a number needs it. */

/** What stands about an entry in front of its bytes and in the directory. */
export interface EntryFacts {
  /** UTF-8. */
  readonly name: Uint8Array;
  readonly size: number;
  readonly crc32: number;
}

const LARGEST_16 = 0xffff;
const LARGEST_32 = 0xffffffff;

/** Bit 11: the name is UTF-8. */
const UTF8_FLAG = 0x0800;
/** 1 January 1980, the earliest day ZIP can say: the bytes depend on the content only. */
const DOS_DATE = 0x0021;
/** Made on Unix, so that the mode counts; version 4.5 knows ZIP64. */
const MADE_BY = 0x0300 | 45;
const FILE_MODE = 0o100644;

type Field = readonly [bytes: 2 | 4 | 8, value: number];

function record(fields: readonly Field[], ...tail: readonly Uint8Array[]): Buffer {
  const bytes = Buffer.alloc(fields.reduce((sum, [length]) => sum + length, 0));
  let at = 0;
  for (const [length, value] of fields) {
    if (length === 8) bytes.writeBigUInt64LE(BigInt(value), at);
    else bytes.writeUIntLE(value, at, length);
    at += length;
  }
  return Buffer.concat([bytes, ...tail]);
}

const version = (large: boolean): number => (large ? 45 : 20);

/** Extra field 1: the numbers that do not fit their places, in the order of the places. */
function zip64(numbers: readonly number[]): Buffer {
  return numbers.length === 0 ? Buffer.alloc(0) : record([[2, 1], [2, numbers.length * 8], ...numbers.map((value): Field => [8, value])]);
}

/** What stands in front of an entry's bytes. */
export function localHeader({ name, size, crc32 }: EntryFacts): Buffer {
  const large = size >= LARGEST_32;
  const extra = zip64(large ? [size, size] : []);
  const stated = large ? LARGEST_32 : size;
  return record([
    [4, 0x04034b50], [2, version(large)], [2, UTF8_FLAG], [2, 0], [2, 0], [2, DOS_DATE], [4, crc32], [4, stated], [4, stated], [2, name.length], [2, extra.length],
  ], name, extra);
}

/** An entry's line in the directory. */
export function directoryRecord({ name, size, crc32 }: EntryFacts, offset: number): Buffer {
  const large = size >= LARGEST_32;
  const far = offset >= LARGEST_32;
  const extra = zip64([...(large ? [size, size] : []), ...(far ? [offset] : [])]);
  const stated = large ? LARGEST_32 : size;
  return record([
    [4, 0x02014b50], [2, MADE_BY], [2, version(large || far)], [2, UTF8_FLAG], [2, 0], [2, 0], [2, DOS_DATE], [4, crc32], [4, stated], [4, stated],
    [2, name.length], [2, extra.length], [2, 0], [2, 0], [2, 0], [4, FILE_MODE * 0x10000], [4, far ? LARGEST_32 : offset],
  ], name, extra);
}

/** What closes the file. */
export function endRecords(entries: number, directoryStart: number, directoryLength: number): Buffer {
  const end = record([
    [4, 0x06054b50], [2, 0], [2, 0], [2, Math.min(entries, LARGEST_16)], [2, Math.min(entries, LARGEST_16)],
    [4, Math.min(directoryLength, LARGEST_32)], [4, Math.min(directoryStart, LARGEST_32)], [2, 0],
  ]);
  if (entries < LARGEST_16 && directoryLength < LARGEST_32 && directoryStart < LARGEST_32) return end;
  const end64 = record([
    [4, 0x06064b50], [8, 44], [2, MADE_BY], [2, 45], [4, 0], [4, 0], [8, entries], [8, entries], [8, directoryLength], [8, directoryStart],
  ]);
  const locator = record([[4, 0x07064b50], [4, 0], [8, directoryStart + directoryLength], [4, 1]]);
  return Buffer.concat([end64, locator, end]);
}
