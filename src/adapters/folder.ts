/** One adapter folder as it lies on disk, each of its files checked on its own. */
import { type Dirent, existsSync, readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Fault } from '../core/fault.ts';
import { configSchema } from '../core/schemas.ts';
import { compileSchema, type Validator } from '../formats/json/schema.ts';
import type { Manifest, MappingDefinition } from './sdk.ts';

export interface AdapterFolder {
  readonly path: string;
  readonly manifest: Manifest;
  /** Mappings of its own by the base name of their files, in order. */
  readonly mappings: ReadonlyMap<string, MappingDefinition>;
}

/** At once: there are a hundred and more of them, and handing each to another thread takes longer than reading it. */
function readJsonFile(path: string, adapter: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new Fault('adapter/invalid', { adapter, detail: cause instanceof SyntaxError ? cause.message : 'cannot be read', file: path }, { cause });
  }
}

function readChecked<T>(path: string, adapter: string, validate: Validator): T {
  const value = readJsonFile(path, adapter);
  const errors = validate(value);
  if (errors.length > 0) {
    const detail = errors.slice(0, 5).map((error) => `${error.path || '/'} ${error.message.en}`).join('; ');
    throw new Fault('adapter/invalid', { adapter, detail, file: path });
  }
  return value as T;
}

export interface Validators {
  readonly manifest: Validator;
  readonly mapping: Validator;
}

/** Compiled once for all folders. */
export function folderValidators(): Validators {
  return {
    manifest: compileSchema(configSchema('adapter-manifest'), { allErrors: true }),
    mapping: compileSchema(configSchema('mapping'), { allErrors: true }),
  };
}

/** What a folder's own files must hold to, whatever they are combined with. */
function checkManifest(manifest: Manifest, path: string): void {
  const fail = (detail: string): never => {
    throw new Fault('adapter/invalid', { adapter: manifest.id, detail, file: join(path, 'manifest.json') });
  };
  if (manifest.id !== basename(path)) fail(`id "${manifest.id}" is not the folder's name`);
  for (const clue of manifest.clues) {
    try {
      new RegExp(clue.pattern, 'u');
    } catch {
      fail(`clue "${clue.pattern}" is not a regular expression`);
    }
  }
  const unknown = manifest.seen?.find((edition) => !manifest.editions.some(({ id }) => id === edition));
  if (unknown !== undefined) fail(`"seen" names edition "${unknown}", which is not in the manifest`);
  if (manifest.adjust !== undefined && manifest.extends === undefined) fail('there is nothing to "adjust" without "extends"');
}

/** @throws Fault `adapter/invalid` naming the file and what is wrong with it */
export async function readFolder(path: string, validators: Validators): Promise<AdapterFolder> {
  const name = basename(path);
  const manifest = readChecked<Manifest>(join(path, 'manifest.json'), name, validators.manifest);
  checkManifest(manifest, path);
  const files = existsSync(join(path, 'mapping')) ? (await readdir(join(path, 'mapping'))).filter((file) => file.endsWith('.json')).sort() : [];
  const mappings = new Map<string, MappingDefinition>();
  for (const file of files) mappings.set(basename(file, '.json'), readChecked<MappingDefinition>(join(path, 'mapping', file), name, validators.mapping));
  return { path, manifest, mappings };
}

/** A folder with a manifest of its own is an adapter; of any other, the folders in it are, but for those set aside with `.` or `_`. */
export async function foldersIn(root: string): Promise<string[]> {
  if (existsSync(join(root, 'manifest.json'))) return [root];
  let entries: Dirent[];
  try {
    entries = await readdir(root, { withFileTypes: true });
  } catch (cause) {
    throw new Fault('file/not-found', { file: root }, { cause });
  }
  return entries.filter((entry) => entry.isDirectory() && !/^[._]/.test(entry.name)).map((entry) => join(root, entry.name)).sort();
}
