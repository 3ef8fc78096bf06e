/**
 * The end of a ZIP file: where its directory is and how many entries it has (APPNOTE.TXT 4.3.14 to 4.3.16).
 * Read by ourselves because a reader that believes these numbers allocates and seeks by them.
 */
import type { ByteSource } from '../../core/bytes.ts';
import { zipError } from './refuse.ts';

export interface EndRecord {
  /** Offset of the end record itself. */
  readonly at: number;
  readonly entries: number;
  readonly directoryStart: number;
  readonly directoryEnd: number;
}

const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
const LOCATOR_LENGTH = 20;
const END64_LENGTH = 56;

/**
 * Finds the end record whose comment reaches exactly to the end of the file, and follows it to the ZIP64
 * record where it says so. The directory must end where the end record begins: a gap is where data hides.
 *
 * @throws ProblemError `zip/damaged`
 */
export async function readEndRecord(source: ByteSource, file: string): Promise<EndRecord> {
  const damaged = (detail: string) => zipError('zip/damaged', file, { detail });
  const tailStart = Math.max(0, source.size - END_LENGTH - LONGEST_COMMENT - LOCATOR_LENGTH);
  const bytes = await source.read(tailStart, source.size - tailStart);
  const tail = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(tail);
  if (end < 0) throw damaged('end record not found');
  if (tail.getUint16(end + 4, true) !== 0 && tail.getUint16(end + 4, true) !== 0xffff) throw damaged('split over several files');

  const at = tailStart + end;
  const record = {
    onDisk: tail.getUint16(end + 8, true),
    entries: tail.getUint16(end + 10, true),
    length: tail.getUint32(end + 12, true),
    start: tail.getUint32(end + 16, true),
    until: at,
  };
  const says64 = record.entries === 0xffff || record.length === 0xffffffff || record.start === 0xffffffff;
  const locator = end - LOCATOR_LENGTH;
  if (says64 && locator >= 0 && tail.getUint32(locator, true) === 0x07064b50) {
    const end64At = Number(tail.getBigUint64(locator + 8, true));
    if (!(end64At + END64_LENGTH <= tailStart + locator)) throw damaged('ZIP64 record out of place');
    const wide = await source.read(end64At, END64_LENGTH);
    const view = new DataView(wide.buffer, wide.byteOffset, wide.byteLength);
    if (view.getUint32(0, true) !== 0x06064b50) throw damaged('ZIP64 record not found');
    record.onDisk = Number(view.getBigUint64(24, true));
    record.entries = Number(view.getBigUint64(32, true));
    record.length = Number(view.getBigUint64(40, true));
    record.start = Number(view.getBigUint64(48, true));
    record.until = end64At;
  }
  if (record.onDisk !== record.entries) throw zipError('zip/count-lies', file, { stated: record.entries });
  if (record.start + record.length !== record.until) throw damaged('directory out of place');
  return { at, entries: record.entries, directoryStart: record.start, directoryEnd: record.until };
}

function findEnd(tail: DataView): number {
  for (let at = tail.byteLength - END_LENGTH; at >= 0; at--) {
    if (tail.getUint32(at, true) === 0x06054b50 && at + END_LENGTH + tail.getUint16(at + 20, true) === tail.byteLength) return at;
  }
  return -1;
}
