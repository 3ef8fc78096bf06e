import { read } from './files.ts';

/** The table of doors in CONTRIBUTING.md: package → the one file that imports it. */
export function doors(): ReadonlyMap<string, string> {
  const rows = read('CONTRIBUTING.md').matchAll(/^\| `([^`]+)` \| `([^`]+)` \| [^|]+ \|$/gm);
  return new Map([...rows].map((row) => [row[1] ?? '', row[2] ?? '']));
}
