/** Reading one part of a large CSV file, for a reader who knows nothing of the parts around it. */
import type { ByteSource } from '../../core/bytes.ts';
import type { PartRange, PartReading, Row } from '../../core/table.ts';
import { batches } from './batches.ts';
import { CleanLineReader } from './clean-lines.ts';
import { WINDOW } from './limits.ts';
import { windows } from './windows.ts';

/**
 * Hands the part's rows to `take`, batch by batch. Returns false as soon as a record is not one line with a cell for
 * each column: then nobody can know where the parts after this one begin, and what was taken of it is void.
 */
export async function readPart(source: ByteSource, { encoding, delimiter, columns }: PartReading, { start, end, row }: PartRange, take: (rows: readonly Row[]) => void): Promise<boolean> {
  const reader = new CleanLineReader(encoding, delimiter, columns);
  let last = row;
  for await (const bytes of windows(source.stream(start, end, true), WINDOW)) {
    const { rows, lines, bytes: read } = reader.read(bytes, last);
    if (read < bytes.length) return false;
    last += lines;
    for (const batch of batches(rows)) take(batch);
  }
  return true;
}
