/** Files offered for intake: what lies in a folder, a ZIP or on the command line, one by one. */
import { readdirSync, statSync } from 'node:fs';
import { basename, join, normalize, relative, sep } from 'node:path';
import type { ByteSource } from '../../core/bytes.ts';
import { Fault } from '../../core/fault.ts';
import { fileSource } from '../../formats/bytes.ts';

export interface OfferedFile {
  /** Name the school will know it by: relative to the folder it was dropped with. */
  readonly name: string;
  /** Where it lies. */
  readonly path: string;
  open(): Promise<ByteSource & AsyncDisposable>;
}

/** Made by systems and programs beside the data: half-written downloads, Office locks, folder views. */
const NOT_DATA = /^(?:\.|~\$|Thumbs\.db$|desktop\.ini$|__MACOSX$)|(?:\.tmp|\.part|\.partial|\.crdownload)$/i;

/** True when any part of the name is one that systems and programs leave behind. */
export function isNotData(name: string): boolean {
  return name.split('/').some((part) => NOT_DATA.test(part));
}

function offered(path: string, name: string): OfferedFile {
  return { name: name.normalize('NFC'), path, open: () => fileSource(path) };
}

/** Files below a folder, by name; links are not followed. */
export function filesBelow(folder: string): readonly OfferedFile[] {
  const found: OfferedFile[] = [];
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const name = relative(folder, path).split(sep).join('/');
    if (!isNotData(name)) found.push(offered(path, name));
  }
  return found.sort((a, b) => (a.name < b.name ? -1 : 1));
}

function filesOf(path: string): readonly OfferedFile[] {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat || (!stat.isFile() && !stat.isDirectory())) throw new Fault('file/not-found', { file: path });
  return stat.isDirectory() ? filesBelow(path) : [offered(path, basename(path))];
}

/**
 * Paths of the command line: a file as it is, a folder as the files in it. Files of one name from two places
 * go by their whole paths, because a name stands for one file of a drop.
 *
 * @throws {Fault} `file/not-found`
 */
export function filesAt(paths: readonly string[]): readonly OfferedFile[] {
  const files = [...new Map(paths.flatMap(filesOf).map((file) => [normalize(file.path), file])).values()];
  const named = Map.groupBy(files, (file) => file.name);
  return files.map((file) => (named.get(file.name)!.length === 1 ? file : offered(file.path, normalize(file.path).split(sep).join('/'))));
}
