/** Files of a drop that hold no tables: documents, pictures and recordings that the items of other files name. */
import type { ByteSource } from '../../core/bytes.ts';
import { maskIdsIn } from '../../core/mask.ts';
import { ProblemError } from '../../core/problem.ts';
import { readAll } from '../../formats/bytes.ts';
import { formatOf, HEAD_BYTES, isMedia } from '../../formats/media/format.ts';
import { md5Beside } from '../../formats/media/md5.ts';
import type { Content } from '../attachments/content.ts';
import { EMPTY_MD5 } from '../../core/items/links.ts';
import type { TakenFile } from '../attachments/known-files.ts';
import type { Drop, FilePlace } from './take-file.ts';

/** Beside the files of a student in a transfer package: the names the student gave them (RULE-803). */
const NAMES_FILE = 'filename_mapping.json';

/** Largest file of names that is read: two names for each of a student's files. */
const NAMES_LIMIT = 1024 * 1024;

/** SHA-256 of no bytes at all. */
const EMPTY_SHA256 = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

/** An attachment, or a file that names attachments, with what is known of its content. */
export interface KeptAttachment<C = Content> {
  readonly place: FilePlace;
  readonly content: C;
  /** Names by name, of a {@link NAMES_FILE}; null of one that cannot be read, absent for any other file. */
  readonly names?: Readonly<Record<string, string>> | null;
}

const isNamesFile = (path: string): boolean => path.slice(path.lastIndexOf('/') + 1).toLowerCase() === NAMES_FILE;

/** True for a file that holds no tables and is not meant to. */
export async function isAttachment(path: string, source: ByteSource): Promise<boolean> {
  return isNamesFile(path) || isMedia(path, await source.read(0, HEAD_BYTES));
}

/** The pairs of names in a file that names attachments, null when it is not what it should be; undefined for any other file. */
export async function namesOf(path: string, source: ByteSource): Promise<Readonly<Record<string, string>> | null | undefined> {
  return isNamesFile(path) ? namesIn(source) : undefined;
}

/** The pairs of names in the file; null when it is not what it should be. */
async function namesIn(source: ByteSource): Promise<Readonly<Record<string, string>> | null> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await readAll(source, NAMES_LIMIT));
    const names: unknown = JSON.parse(text);
    if (names === null || typeof names !== 'object' || Array.isArray(names)) return null;
    return Object.values(names).every((name) => typeof name === 'string') ? names as Record<string, string> : null;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError || error instanceof ProblemError) return null;
    throw error;
  }
}

/** Keeps the bytes, with every digest that packages and archives ask for. */
export async function keepAttachment(drop: Drop, place: FilePlace, source: ByteSource): Promise<Content> {
  const format = formatOf(await source.read(0, HEAD_BYTES));
  const content = source.size === 0
    ? { sha256: EMPTY_SHA256, size: 0, crc32: 0, md5: EMPTY_MD5, format }
    : await keepBytes(drop, source, format);
  const names = await namesOf(place.path, source);
  drop.attachments.push({ place, content, ...(names === undefined ? {} : { names }) });
  return content;
}

async function keepBytes({ store, services }: Drop, source: ByteSource, format: string): Promise<Content> {
  const watched = md5Beside(source);
  const { sha256, size, crc32 } = await store.blobs.put(watched.source);
  services.progress.step(format, size);
  return { sha256, size, crc32, md5: watched.md5() ?? EMPTY_MD5, format };
}

/** The folder a path lies in, with its closing `/`; empty at the top. */
const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);

/**
 * The attachments of a drop with the names students gave them. Which of the two names of a pair is the one in the package is
 * not settled anywhere: it is the one of which there is a file.
 */
export function takenFiles<C>(kept: readonly KeptAttachment<C>[]): readonly (Omit<TakenFile, 'content'> & { readonly content: C })[] {
  const originals = new Map<string, string>();
  for (const { place: { archive, path }, names } of kept) {
    for (const [one, other] of Object.entries(names ?? {})) {
      originals.set(`${archive ?? ''}!${folderOf(path)}${one}`, other);
      originals.set(`${archive ?? ''}!${folderOf(path)}${other}`, one);
    }
  }
  return kept.filter(({ names }) => names === undefined).map(({ place: { archive, path }, content }) => {
    const original = originals.get(`${archive ?? ''}!${path}`);
    return { unit: archive ?? '', path: path.normalize('NFC'), content, ...(original === undefined ? {} : { original }) };
  });
}

/** A name as it may be shown: the folders of packages are ids. */
export function shownName({ archive, path }: FilePlace): string {
  return maskIdsIn(archive === null ? path : `${archive}!${path}`);
}
