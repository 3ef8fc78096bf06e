/** One file of a drop: kept first (encrypted), then read from what was kept; an archive counts as the files in it. */
import { detect } from '../../adapters/detect.ts';
import { shapesOf } from '../../adapters/shapes.ts';
import type { ByteSource } from '../../core/bytes.ts';
import { type Problem, ProblemError } from '../../core/problem.ts';
import type { OpenFile } from '../../core/table.ts';
import { openInput } from '../../formats/open.ts';
import { isShared, scanned } from '../../formats/text/scan.ts';
import type { ZipArchive } from '../../formats/zip/read.ts';
import type { SchoolStore } from '../../store/port.ts';
import type { Services } from '../services.ts';
import { inputId } from './input-id.ts';
import { isNotData } from './offered.ts';
import { outcomeOf, type TableOutcome } from './outcome.ts';
import type { KeptFile } from './reading.ts';
import { isAttachment, keepAttachment, type KeptAttachment } from './take-attachment.ts';
import { quarantineFile, takeIn } from './take-in.ts';

export interface ReadOptions {
  /** Term for files that do not say theirs, `114-1`. */
  readonly term: string | null;
  /** Ids of the systems the files come from, where the school or the operator says so. */
  readonly systems?: readonly string[];
  /** Password of encrypted archives, from a file the operator named. */
  readonly password?: string;
}

/** A drop while its files are taken in. */
export interface Drop {
  readonly services: Services;
  readonly store: SchoolStore;
  readonly options: ReadOptions;
  /** Of the files that hold tables. */
  readonly outcomes: TableOutcome[];
  /** Documents, pictures and recordings beside them. */
  readonly attachments: KeptAttachment[];
  /** Names of the archives that could be opened: an older quarantine of the same name is settled by them. */
  readonly archives: string[];
}

/** Names of files whose rows are lines. */
const TABLE_OF_LINES = /\.(?:csv|txt)$/i;

/** Puts the bytes into the school's blobs, where everything later reads them from. */
export async function keep(drop: Drop, name: string, source: ByteSource): Promise<KeptFile> {
  const { lanes } = drop.services;
  const watched = scanned(source, lanes?.part ?? null);
  // Keeping it takes one processor: the others can get ready meanwhile.
  if (lanes && TABLE_OF_LINES.test(name) && isShared(source.size, lanes.part)) lanes.warm();
  const { sha256, size } = await drop.store.blobs.put(watched.source);
  return { id: inputId(name, sha256), name, sha256, size, scanned: watched.found() };
}

async function refuse(drop: Drop, kept: KeptFile, problem: Problem): Promise<void> {
  drop.outcomes.push(outcomeOf(await quarantineFile(drop.store, kept, { ...problem, file: kept.name }), 'quarantined'));
}

/** An input read before with the same mapping needs no second reading; one that was replaced comes back into force. */
function known(drop: Drop, kept: KeptFile): TableOutcome | null {
  const twice = drop.outcomes.find((outcome) => outcome.input.id === kept.id);
  if (twice) return outcomeOf(twice.input, 'unchanged');
  const input = drop.store.input(kept.id);
  if (!input) return null;
  const current = input.system === null ? null : drop.services.registry.adapter(input.system)?.hash ?? null;
  if (input.status === 'quarantined' || input.mappingHash !== current) return null;
  const active = drop.store.inputs({ active: true }).some((one) => one.id === kept.id);
  return outcomeOf(input, active ? 'unchanged' : 'imported');
}

/** False when the file was read for another term than the one asked for now. */
function readForTerm({ input }: TableOutcome, term: string | null): boolean {
  return term === null || input.terms.includes(term);
}

/** False when what is said of the systems now could make the file another's than it was read as. */
function readForSystems({ services, options }: Drop, { input }: TableOutcome): boolean {
  const { systems = [] } = options;
  if (systems.length > 0) return input.system !== null && systems.includes(input.system);
  return services.registry.adapter(input.system ?? '')?.bases.length === 0;
}

/**
 * True when another reading would give the same: the file is still taken for the same system's, and cover, name or
 * columns say the term, so that the one asked for changes nothing.
 */
function readsAlike(drop: Drop, file: OpenFile, before: TableOutcome): boolean {
  const { system, term, tables } = detect(file, drop.services.registry, drop.options);
  if (system !== before.input.system) return false;
  return readForTerm(before, drop.options.term) || term !== null || tables.every(({ mapping }) => !mapping || mapping.givesTerm);
}

/** An entry that cannot be had keeps the archive's bytes: there are no others. */
function lostEntry(archive: KeptFile, entry: string): KeptFile {
  const name = `${archive.name}!${entry}`;
  return { id: inputId(name, archive.sha256), name, sha256: archive.sha256, size: archive.size };
}

async function takeEntries(drop: Drop, kept: KeptFile, archive: ZipArchive, only: string | null): Promise<void> {
  const wanted = (entry: string): boolean => !isNotData(entry) && (only === null || entry === only);
  const before = drop.outcomes.length + drop.attachments.length;
  for (const entry of archive.entries.filter(({ name }) => wanted(name))) {
    try {
      await takeFile(drop, { archive: kept.name, path: entry.name }, await entry.source());
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      await refuse(drop, lostEntry(kept, entry.name), { ...error.problem, params: { entry: entry.name, ...error.problem.params } });
    }
  }
  const lost = new Map(archive.problems.map((problem) => [String(problem.params['entry']), problem]));
  for (const [entry, problem] of lost) if (wanted(entry)) await refuse(drop, lostEntry(kept, entry), problem);
  if (drop.outcomes.length + drop.attachments.length === before) await refuse(drop, kept, { code: 'intake/empty-archive', params: { file: kept.name } });
}

/**
 * Reads a kept file whatever is known of it. What cannot be read goes to quarantine, the whole file for one reason.
 *
 * @param depth archives around it: an archive inside an archive is not opened
 * @param only the one entry wanted of an archive; all when null
 */
export async function readKept(drop: Drop, kept: KeptFile, depth: number, only: string | null = null, before: TableOutcome | null = null): Promise<void> {
  const { services, store, options } = drop;
  try {
    const opened = await openInput(await store.blobs.open(kept.sha256), kept.name, {
      encodings: ['utf-8', 'cp950'], scanned: kept.scanned ?? null,
      ...shapesOf(services.registry),
      ...(options.password === undefined ? {} : { password: options.password }),
    });
    await using afterwards = new AsyncDisposableStack();
    afterwards.defer(() => (opened.kind === 'archive' ? opened.archive : opened.file).close());
    if (opened.kind === 'file') {
      if (before && readsAlike(drop, opened.file, before)) {
        drop.outcomes.push(before);
        return;
      }
      const info = await takeIn(services, store, kept, opened.file, options);
      drop.outcomes.push(outcomeOf(info, info.status));
      return;
    }
    if (depth > 0) throw new ProblemError({ code: 'intake/nested-archive', params: { file: kept.name } });
    drop.archives.push(kept.name);
    await takeEntries(drop, kept, opened.archive, only);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    await refuse(drop, kept, error.problem);
  }
}

/** Where a file of a drop lies. */
export interface FilePlace {
  /** Name of the archive around it; null outside of one. */
  readonly archive: string | null;
  readonly path: string;
}

/** Keeps a file and reads it, unless it was read before and reading it again could give nothing else. */
export async function takeFile(drop: Drop, place: FilePlace, source: ByteSource): Promise<{ readonly sha256: string }> {
  if (await isAttachment(place.path, source)) return keepAttachment(drop, place, source);
  const name = place.archive === null ? place.path : `${place.archive}!${place.path}`;
  const kept = await keep(drop, name, source);
  const before = known(drop, kept);
  if (before && readForTerm(before, drop.options.term) && readForSystems(drop, before)) drop.outcomes.push(before);
  else await readKept(drop, kept, place.archive === null ? 0 : 1, null, before);
  return kept;
}
