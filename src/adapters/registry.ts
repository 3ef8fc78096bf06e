/** The adapters there are, read and checked once at the start. */
import { join } from 'node:path';
import { packageRoot } from '../core/resources.ts';
import { sha256 } from '../core/sha256.ts';
import type { CompiledMapping } from '../mapping/compile.ts';
import { type AdapterFolder, foldersIn, folderValidators, readFolder } from './folder.ts';
import { resolveAdapters } from './resolve.ts';
import type { Manifest } from './sdk.ts';

export interface Adapter {
  readonly id: string;
  readonly folder: string;
  /** As in its file, with cover and shape of the adapter it extends where it says none. */
  readonly manifest: Manifest;
  /** Ids of the adapters its layouts are of, nearest first; empty for one with layouts of its own. */
  readonly bases: readonly string[];
  /** In the order of their file names; those taken over stand under this adapter's id. */
  readonly mappings: readonly CompiledMapping[];
  /** Ids of the mappings whose files are in its own folder. */
  readonly own: ReadonlySet<string>;
  /** Headers it knows and the adapter it extends does not: what tells its files from the other's. */
  readonly marks: ReadonlySet<string>;
  /** Over all mappings, those taken over too: a file read with an equal hash need not be read again. */
  readonly hash: string;
}

export interface Registry {
  /** By id. */
  readonly adapters: readonly Adapter[];
  /** Over all adapters: part of every run's key. */
  readonly hash: string;
  adapter(id: string): Adapter | null;
  /** By `<adapter>/<mapping file>`. */
  mapping(id: string): CompiledMapping | null;
}

/** The adapters that come with the program. */
export function ownAdapters(): string {
  return join(packageRoot(), 'adapters');
}

/**
 * Loads every adapter below the given folders, and those that are adapters themselves; in a later folder an adapter of
 * the same id replaces the earlier one, or adds to it when it extends its own id.
 *
 * @throws Fault `adapter/invalid` naming the file and what is wrong; `file/not-found` for a folder that is not there
 */
export async function loadRegistry(folders: readonly string[] = [ownAdapters()]): Promise<Registry> {
  const validators = folderValidators();
  const read: AdapterFolder[] = [];
  for (const root of folders) for (const path of await foldersIn(root)) read.push(await readFolder(path, validators));
  const adapters = resolveAdapters(read);
  const byId = new Map(adapters.map((adapter) => [adapter.id, adapter]));
  const mappings = new Map(adapters.flatMap((adapter) => adapter.mappings.map((mapping) => [mapping.id, mapping])));
  let hash: string | undefined;
  return {
    adapters,
    get hash() {
      return (hash ??= sha256(adapters.map((adapter) => `${adapter.id} ${adapter.hash}\n`).join('')));
    },
    adapter: (id) => byId.get(id) ?? null,
    mapping: (id) => mappings.get(id) ?? null,
  };
}
