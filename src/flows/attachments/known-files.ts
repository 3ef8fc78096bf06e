/**
 * The files a school has handed in beside its tables: name and content, drop by drop. None is ever taken off the list: a file
 * no item names today may be named by the roster of tomorrow, and a corrected roster comes without the files of the first.
 */
import type { SchoolStore } from '../../store/port.ts';
import { type Content, keepContent } from './content.ts';
import type { DroppedFile } from './match.ts';
import { partKey } from './path.ts';

/** Keys are drop numbers of six digits, values {@link DropFiles}. */
const SHELF = 'attachments/drops';

/** A file as it was taken in. */
export interface TakenFile {
  /** Archive it lay in; empty for a folder. */
  readonly unit: string;
  /** Path in its folder or archive. */
  readonly path: string;
  readonly content: Content;
  readonly original?: string;
}

interface DropFiles {
  /** Ids of the tables that came in the same drop. */
  readonly inputs: readonly string[];
  readonly files: readonly Omit<DroppedFile, 'drop'>[];
}

function drops(store: SchoolStore): readonly (readonly [number: number, drop: DropFiles])[] {
  return [...store.shelf(SHELF).entries()].map(([key, value]) => [Number(key), value as DropFiles]);
}

/** Which (path, content) is the latest of its path: several of one drop may share a path, in different archives. */
function latest(store: SchoolStore): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, ReadonlySet<string>>();
  for (const [, { files }] of drops(store)) {
    for (const [path, list] of Map.groupBy(files, (file) => partKey(file.path))) found.set(path, new Set(list.map(({ sha256 }) => sha256)));
  }
  return found;
}

/**
 * Puts the files of a drop on the list, those that are new of their path.
 *
 * @param inputs ids of the tables of the drop
 * @returns tells whether a path and its content are new to the list
 */
export function rememberFiles(store: SchoolStore, inputs: readonly string[], files: readonly TakenFile[]): (path: string, sha256: string) => boolean {
  const known = latest(store);
  const fresh = (path: string, sha256: string): boolean => !known.get(partKey(path))?.has(sha256);
  const freshPaths = new Set(files.filter(({ path, content }) => fresh(path, content.sha256)).map(({ path }) => partKey(path)));
  const seen = new Set(drops(store).flatMap(([, drop]) => drop.inputs));
  if (files.length === 0 || (freshPaths.size === 0 && inputs.every((input) => seen.has(input)))) return fresh;
  const number = (drops(store).at(-1)?.[0] ?? 0) + 1;
  const kept = files.filter(({ path }) => freshPaths.has(partKey(path)));
  const drop: DropFiles = {
    inputs,
    files: kept.map(({ unit, path, content: { sha256, md5, size }, original }) => ({ unit, path, sha256, md5, size, ...(original === undefined ? {} : { original }) })),
  };
  store.shelve([...keepContent(store, kept.map(({ content }) => content)), { shelf: SHELF, key: String(number).padStart(6, '0'), value: drop }]);
  return fresh;
}

export interface KnownFiles {
  readonly files: readonly DroppedFile[];
  /** The newest drop a table came with, by input id. */
  readonly dropOf: ReadonlyMap<string, number>;
}

/** Every file ever handed in, oldest drop first. */
export function knownFiles(store: SchoolStore): KnownFiles {
  const files: DroppedFile[] = [];
  const dropOf = new Map<string, number>();
  for (const [number, drop] of drops(store)) {
    for (const input of drop.inputs) dropOf.set(input, number);
    for (const file of drop.files) files.push({ ...file, drop: number });
  }
  return { files, dropOf };
}

/** Changes whenever a file is added. */
export function knownFilesKey(store: SchoolStore): string {
  return store.shelf(SHELF).keys().at(-1) ?? '';
}
