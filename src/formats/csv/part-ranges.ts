/** Where a large file may be cut, so that several readers can each take a part of it. */
import type { ByteSource } from '../../core/bytes.ts';
import type { PartRange } from '../../core/table.ts';
import type { LineFeeds } from '../text/line-feeds.ts';
import { WINDOW } from './limits.ts';

const LF = 0x0a;

/**
 * Cuts `whole` after line feeds, about `every` bytes apart. Row numbers are those of a file with one record a line and
 * nothing odd; whether a part is like that, its reader finds out ({@link readPart}), and those after one that is not
 * are void.
 */
export async function partRanges(source: ByteSource, { every, counts }: LineFeeds, whole: PartRange): Promise<readonly PartRange[]> {
  const before = feedsIn(await source.read(0, whole.start));
  const ranges: PartRange[] = [];
  let { start, row } = whole;
  for (const [index, feeds] of counts.entries()) {
    const at = (index + 1) * every;
    // A line that is longer than this is left within its part.
    const feed = (await source.read(at, WINDOW)).indexOf(LF);
    const cut = at + feed + 1;
    if (feed === -1 || at <= start || cut >= whole.end) continue;
    ranges.push({ start, end: cut, row });
    start = cut;
    row = whole.row + feeds + 1 - before;
  }
  return [...ranges, { start, end: whole.end, row }];
}

function feedsIn(bytes: Uint8Array): number {
  return bytes.reduce((sum, byte) => sum + (byte === LF ? 1 : 0), 0);
}
