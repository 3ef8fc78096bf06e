/**
 * The files of a package in the outbox. One that is there with the same content, from the package before, is linked and not made
 * again: at a change of one student only that student's part, and the rosters, are written.
 */
import { copyFileSync, existsSync, linkSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Fault } from '../../core/fault.ts';
import { ChangedContent, writeStored } from '../../formats/zip/stored/write.ts';
import type { PreparedPart } from '../../package/year/part.ts';
import type { SchoolStore, SubmissionPart } from '../../store/port.ts';
import { publishWritten, sameFile } from '../publish-file.ts';

/** Keys are those of parts, values {@link Made}. */
const SHELF = 'packages/parts';

/** A part that was made, and the file it was made as. */
interface Made {
  /** Name in the outbox. */
  readonly file: string;
  readonly sha256: string;
  readonly size: number;
  /** What tells that nobody has touched it since: reading two gigabytes only to see that would take as long as making them. */
  readonly modified: number;
}

export interface PartFile {
  readonly sha256: string;
  readonly size: number;
}

function find(store: SchoolStore, key: string): Made | null {
  return store.shelf(SHELF).get(key) as Made | null;
}

/** True when the file is there as it was made; a changed date alone makes it be read. */
async function stands(path: string, made: Made): Promise<boolean> {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat?.size !== made.size) return false;
  return stat.mtimeMs === made.modified || sameFile(path, made.sha256);
}

/** Gives a file a second name; on a file system that knows no such thing a copy. */
function link(from: string, to: string): void {
  rmSync(to, { force: true });
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}

/**
 * Makes the part at `path`, or links the one that is there under another name.
 *
 * @throws {Fault} `store/damaged` when a file is not what the school handed in
 */
export async function makePart(store: SchoolStore, path: string, { key, entries }: PreparedPart): Promise<PartFile> {
  const before = find(store, key);
  if (before !== null) {
    const from = join(dirname(path), before.file);
    if (await stands(from, before)) {
      if (from !== path) link(from, path);
      keep(store, key, path, before);
      return before;
    }
  }
  try {
    const made = await publishWritten(path, (aside) => writeStored(aside, entries));
    keep(store, key, path, made);
    return made;
  } catch (error) {
    if (error instanceof ChangedContent) throw new Fault('store/damaged', { what: store.school, detail: error.entry }, { cause: error });
    throw error;
  }
}

function keep(store: SchoolStore, key: string, path: string, { sha256, size }: PartFile): void {
  const made: Made = { file: basename(path), sha256, size, modified: statSync(path).mtimeMs };
  store.shelve([{ shelf: SHELF, key, value: made }]);
}

/** Lets go of parts whose files somebody has taken out of the outbox. */
export function forgetGone(store: SchoolStore, outbox: string): void {
  const gone = [...store.shelf(SHELF).entries()].filter(([, value]) => !existsSync(join(outbox, (value as Made).file)));
  store.shelve(gone.map(([key]) => ({ shelf: SHELF, key, value: null })));
}

/** True when every part of an accepted package is still in the outbox as it was made, wherever the home lies now. */
export async function areWhole(store: SchoolStore, outbox: string, parts: readonly SubmissionPart[]): Promise<boolean> {
  const made = new Map([...store.shelf(SHELF).entries()].map(([, value]) => [(value as Made).sha256, value as Made]));
  for (const { package: packed, sha256 } of parts) {
    const path = join(outbox, basename(packed));
    const one = made.get(sha256);
    if (!(one === undefined ? await sameFile(path, sha256) : await stands(path, one))) return false;
  }
  return parts.length > 0;
}
