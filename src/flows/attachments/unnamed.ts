/** Files no item names. They are kept, and set aside with a reason until an item does. */
import type { DroppedFile } from './match.ts';
import { partKey } from './path.ts';

/**
 * The latest file of each path whose content no link means. A file without bytes is none.
 *
 * @param files oldest drop first
 * @param named SHA-256 of the contents that links mean
 */
export function unnamedFiles(files: readonly DroppedFile[], named: ReadonlySet<string>): readonly DroppedFile[] {
  const latest = new Map<string, readonly DroppedFile[]>();
  for (const drop of Map.groupBy(files, (file) => file.drop).values()) {
    for (const [path, list] of Map.groupBy(drop, (file) => partKey(file.path))) latest.set(path, list);
  }
  return [...latest.values()].flat().filter(({ size, sha256 }) => size > 0 && !named.has(sha256)).sort((a, b) => (a.path < b.path ? -1 : 1));
}
