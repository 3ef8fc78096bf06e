/** An adapter folder under test: its fixtures, read once for all checks. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileSource } from '../../formats/bytes.ts';
import type { CompiledMapping } from '../../mapping/compile.ts';
import type { DetectOptions } from '../detect.ts';
import type { Adapter, Registry } from '../registry.ts';
import { openAll } from './open-all.ts';
import { type FileOutcome, fileOutcome, type TableOutcome } from './outcome.ts';

export interface Subject {
  readonly adapter: Adapter;
  /** The adapter and its neighbours. */
  readonly registry: Registry;
  /** Names of the folders in `fixtures/`, in order. */
  readonly cases: readonly string[];
  /** The mappings whose files lie in the folder; others are an extended adapter's, whose fixtures are there. */
  readonly ownMappings: readonly CompiledMapping[];
  /** Every file of a case's `input/`, recognised and read; remembered. */
  read(name: string): Promise<readonly FileOutcome[]>;
  /** The same, read again from disk. */
  readAgain(name: string): Promise<readonly FileOutcome[]>;
}

/** Folders in `fixtures/` that hold a case. */
export function casesOf(folder: string): readonly string[] {
  const fixtures = join(folder, 'fixtures');
  if (!existsSync(fixtures)) return [];
  return readdirSync(fixtures, { withFileTypes: true }).filter((entry) => entry.isDirectory() && existsSync(join(fixtures, entry.name, 'input'))).map((entry) => entry.name).sort();
}

/** Paths of a case's input files, in order. */
export function inputsOf(folder: string, name: string): readonly string[] {
  const input = join(folder, 'fixtures', name, 'input');
  return readdirSync(input, { withFileTypes: true }).filter((entry) => entry.isFile() && !entry.name.startsWith('.')).map((entry) => join(input, entry.name)).sort();
}

/**
 * What is said of where an adapter's files come from: its own id where its layouts are another's, as a school that uses
 * such a system must say; nothing where the files speak for themselves.
 */
export function saidOf(adapter: Adapter): DetectOptions {
  return { systems: adapter.bases.length > 0 ? [adapter.id] : [] };
}

/** Opens, recognises and reads a file of any kind, an archive with all that is in it. */
export async function fileOutcomes(path: string, name: string, registry: Registry, said: DetectOptions = {}): Promise<readonly FileOutcome[]> {
  await using source = await fileSource(path);
  const outcomes: FileOutcome[] = [];
  for await (const opened of openAll(source, name, registry)) {
    outcomes.push('file' in opened ? await fileOutcome(opened.file, registry, said) : { file: opened.name, detection: null, problems: [opened.problem], tables: [] });
  }
  return outcomes;
}

async function readCase(adapter: Adapter, name: string, registry: Registry): Promise<readonly FileOutcome[]> {
  const outcomes: FileOutcome[] = [];
  for (const path of inputsOf(adapter.folder, name)) outcomes.push(...await fileOutcomes(path, path.split(/[/\\]/).at(-1)!, registry, saidOf(adapter)));
  return outcomes;
}

/** The subject of the checks; `adapter` must be one of the registry's. */
export function subjectOf(adapter: Adapter, registry: Registry): Subject {
  const known = new Map<string, Promise<readonly FileOutcome[]>>();
  const readAgain = (name: string): Promise<readonly FileOutcome[]> => readCase(adapter, name, registry);
  return {
    adapter, registry, readAgain,
    cases: casesOf(adapter.folder),
    ownMappings: adapter.mappings.filter(({ id }) => existsSync(join(adapter.folder, 'mapping', `${id.slice(id.indexOf('/') + 1)}.json`))),
    read(name) {
      const reading = known.get(name) ?? readAgain(name);
      known.set(name, reading);
      return reading;
    },
  };
}

/** The tables of all cases that were read with one of the adapter's mappings, each with its place in words. */
export async function tablesOf(subject: Subject): Promise<readonly (TableOutcome & { readonly mapping: CompiledMapping; readonly where: string })[]> {
  const found: (TableOutcome & { mapping: CompiledMapping; where: string })[] = [];
  for (const name of subject.cases) {
    for (const file of await subject.read(name)) {
      for (const table of file.tables) if (table.mapping) found.push({ ...table, mapping: table.mapping, where: `fixtures/${name} ${file.file} / ${table.sheet}` });
    }
  }
  return found;
}
