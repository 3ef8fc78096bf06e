/** How entries of a 造字 table are shown. */
import { type CoinedEntry, coinedMeaning } from '../../core/coined.ts';
import type { Context } from '../command.ts';
import { words } from '../words.ts';

/** `FA40 → 堃 U+5803 · CNS 3-2144 (verified by …)`. */
export function entryLine(context: Context, entry: CoinedEntry): string {
  const by = words(context)(`（${entry.verifiedBy} ${entry.date} 確認）`, ` (verified by ${entry.verifiedBy}, ${entry.date})`);
  return `${entry.cell} → ${coinedMeaning(entry)}${by}`;
}
