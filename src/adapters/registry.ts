/** Adapter folders, read and checked once at the start. */
import { createHash } from 'node:crypto';
import { type Dirent, existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Fault } from '../core/fault.ts';
import { packageRoot } from '../core/resources.ts';
import { configSchema } from '../core/schemas.ts';
import { compileSchema, type Validator } from '../formats/json/schema.ts';
import { type CompiledMapping, compileMapping } from '../mapping/compile.ts';
import type { Manifest, MappingDefinition } from './sdk.ts';

export interface Adapter {
  readonly id: string;
  readonly folder: string;
  readonly manifest: Manifest;
  /** In the order of their file names. */
  readonly mappings: readonly CompiledMapping[];
  /** Over all mappings: a file read with an equal hash need not be read again. */
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

async function readJsonFile(path: string, adapter: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch (cause) {
    throw new Fault('adapter/invalid', { adapter, detail: cause instanceof SyntaxError ? cause.message : 'cannot be read', file: path }, { cause });
  }
}

async function readChecked<T>(path: string, adapter: string, validate: Validator): Promise<T> {
  const value = await readJsonFile(path, adapter);
  const errors = validate(value);
  if (errors.length > 0) {
    const detail = errors.slice(0, 5).map((error) => `${error.path || '/'} ${error.message.en}`).join('; ');
    throw new Fault('adapter/invalid', { adapter, detail, file: path });
  }
  return value as T;
}

interface Validators {
  readonly manifest: Validator;
  readonly mapping: Validator;
}

/** Editions, file formats and ids the mappings name must be the manifest's. */
function checkTogether(manifest: Manifest, mappings: readonly CompiledMapping[], folder: string): void {
  const fail = (detail: string, file: string): never => {
    throw new Fault('adapter/invalid', { adapter: manifest.id, detail, file: join(folder, file) });
  };
  if (manifest.id !== basename(folder)) fail(`id "${manifest.id}" is not the folder's name`, 'manifest.json');
  if (mappings.length === 0) fail('there is no mapping', 'mapping');
  const editions = new Set(manifest.editions.map((edition) => edition.id));
  for (const mapping of mappings) {
    const unknown = mapping.definition.editions.find((edition) => !editions.has(edition));
    if (unknown !== undefined) fail(`edition "${unknown}" is not in the manifest`, `${mapping.id}.json`);
  }
  for (const clue of manifest.clues) {
    try {
      new RegExp(clue.pattern, 'u');
    } catch {
      fail(`clue "${clue.pattern}" is not a regular expression`, 'manifest.json');
    }
  }
}

async function loadAdapter(folder: string, validators: Validators): Promise<Adapter> {
  const name = basename(folder);
  const manifest = await readChecked<Manifest>(join(folder, 'manifest.json'), name, validators.manifest);
  const files = existsSync(join(folder, 'mapping')) ? (await readdir(join(folder, 'mapping'))).filter((file) => file.endsWith('.json')).sort() : [];
  const mappings: CompiledMapping[] = [];
  for (const file of files) {
    const definition = await readChecked<MappingDefinition>(join(folder, 'mapping', file), name, validators.mapping);
    mappings.push(compileMapping(definition, name, basename(file, '.json')));
  }
  checkTogether(manifest, mappings, folder);
  const hash = createHash('sha256').update(mappings.map((mapping) => `${mapping.id} ${mapping.hash}\n`).join('')).digest('hex');
  return { id: manifest.id, folder, manifest, mappings, hash };
}

/** A folder with a manifest of its own is an adapter; of any other, the folders in it are, but for those set aside with `.` or `_`. */
async function foldersIn(root: string): Promise<string[]> {
  if (existsSync(join(root, 'manifest.json'))) return [root];
  let entries: Dirent[];
  try {
    entries = await readdir(root, { withFileTypes: true });
  } catch (cause) {
    throw new Fault('file/not-found', { file: root }, { cause });
  }
  return entries.filter((entry) => entry.isDirectory() && !/^[._]/.test(entry.name)).map((entry) => join(root, entry.name)).sort();
}

/**
 * Loads every adapter below the given folders, and those that are adapters themselves; in a later folder an adapter of
 * the same id replaces the earlier one.
 *
 * @throws Fault `adapter/invalid` naming the file and what is wrong; `file/not-found` for a folder that is not there
 */
export async function loadRegistry(folders: readonly string[] = [ownAdapters()]): Promise<Registry> {
  const validators: Validators = {
    manifest: compileSchema(configSchema('adapter-manifest'), { allErrors: true }),
    mapping: compileSchema(configSchema('mapping'), { allErrors: true }),
  };
  const byId = new Map<string, Adapter>();
  for (const root of folders) {
    for (const folder of await foldersIn(root)) {
      const adapter = await loadAdapter(folder, validators);
      byId.set(adapter.id, adapter);
    }
  }
  const adapters = [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  const mappings = new Map(adapters.flatMap((adapter) => adapter.mappings.map((mapping) => [mapping.id, mapping])));
  const hash = createHash('sha256').update(adapters.map((adapter) => `${adapter.id} ${adapter.hash}\n`).join('')).digest('hex');
  return { adapters, hash, adapter: (id) => byId.get(id) ?? null, mapping: (id) => mappings.get(id) ?? null };
}
