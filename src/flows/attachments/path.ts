/** Paths as links and file names have them, compared as Windows and Mac would: without case, in one composition. */

/** Parts of a path, `/` between folders; null for one that leads out of where it begins. */
export function partsOf(path: string): readonly string[] | null {
  const parts = path.normalize('NFC').trim().replaceAll('\\', '/').replace(/^[A-Za-z]:/, '').split('/').filter((part) => part !== '' && part !== '.');
  return parts.length === 0 || parts.includes('..') ? null : parts;
}

/** What two spellings of one name have in common. */
export function partKey(part: string): string {
  return part.normalize('NFC').toLowerCase().normalize('NFC');
}

/** How many parts two paths share, counted from the end. */
export function sharedTail(a: readonly string[], b: readonly string[]): number {
  let shared = 0;
  while (shared < a.length && shared < b.length && partKey(a[a.length - 1 - shared]!) === partKey(b[b.length - 1 - shared]!)) shared += 1;
  return shared;
}

/** A name without what stands between its first and its last dot: one vendor takes all after the first for the extension. */
export function firstDotKey(name: string): string {
  const key = partKey(name);
  const first = key.indexOf('.');
  return first < 0 ? key : key.slice(0, first) + key.slice(key.lastIndexOf('.'));
}
