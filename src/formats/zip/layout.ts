/** Where entries lie in the file: none may share a byte with another or with the directory. */
import type { DirectoryRecord } from './directory.ts';

/** Bytes of a local header before its name (APPNOTE.TXT 4.3.7). */
export const LOCAL_HEADER = 30;

/**
 * For every record the offset at which the next thing in the file begins: its data must end there at the
 * latest. The index of the first record that cannot fit, or null, comes with it. A local header's own extra field is
 * not known yet, so this is the least space a record takes; the exact end is checked when it is read.
 */
export function layOut(records: readonly DirectoryRecord[], directoryStart: number): { ends: number[]; overlapping: number | null } {
  const order = records.map((_, index) => index).sort((a, b) => records[a]!.at - records[b]!.at);
  const ends = new Array<number>(records.length);
  let overlapping: number | null = null;
  order.forEach((index, position) => {
    const record = records[index]!;
    const next = order[position + 1];
    const end = next === undefined ? directoryStart : records[next]!.at;
    ends[index] = end;
    if (record.at + LOCAL_HEADER + record.nameBytes.length + record.packedSize > end) overlapping ??= index;
  });
  return { ends, overlapping };
}
