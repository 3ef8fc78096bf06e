/** A receipt as handed over, to the files in it: every digest checked before a word of it is believed. */
import { type Problem, ProblemError } from '../../core/problem.ts';
import { sha256 } from '../../core/sha256.ts';
import { memorySource } from '../../formats/bytes.ts';
import { readJson } from '../../formats/json/read.ts';
import type { ReceiptFile } from '../content.ts';
import { kindOfFile, type ReceiptKinds } from '../kinds.ts';
import { digestProblems, isDigestList, readDigestList } from './digest-list.ts';
import { readStudentFile } from './per-student.ts';
import { readReceiptFile } from './read-file.ts';
import type { KeyNames } from './student.ts';

/** A file of the archive or folder. */
export interface PackEntry {
  readonly name: string;
  /** Bytes, unpacked. */
  readonly size: number;
  read(): Promise<Uint8Array>;
}

export interface Pack {
  /** Of the archive or folder, for messages. */
  readonly name: string;
  readonly entries: readonly PackEntry[];
}

export interface UnpackOptions {
  readonly kinds: ReceiptKinds;
  readonly keys: KeyNames;
  /** Per-student files, for which there is no list of digests. */
  readonly perStudent: boolean;
}

/** A file together with its bytes, to be kept. */
export interface UnpackedFile {
  readonly file: ReceiptFile;
  readonly bytes: Uint8Array;
}

export interface Unpacked {
  readonly files: readonly UnpackedFile[];
  readonly remarks: readonly Problem[];
}

/** A school of three thousand has some 20 MB a kind. */
export const JSON_LIMIT = 256 * 1024 * 1024;
const LIST_LIMIT = 4 * 1024 * 1024;
/** Per-student files of the largest school and every kind. */
const MOST_FILES = 50_000;

/** What is wrong with a receipt as a whole: all of it at once, so that one call tells everything there is to mend. */
export class ReceiptRefused extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(({ code }) => code).join(' '));
    this.name = 'ReceiptRefused';
    this.problems = problems;
  }
}

async function bytesOf(pack: Pack, entry: PackEntry, limit: number): Promise<Uint8Array> {
  if (entry.size > limit) throw new ProblemError({ code: 'file/too-large', params: { size: entry.size, limit }, file: `${pack.name}!${entry.name}` });
  return entry.read();
}

interface Named {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

/** @throws ReceiptRefused for whatever does not stand in the list as it is */
async function checkDigests(pack: Pack, json: readonly Named[], perStudent: boolean): Promise<Problem[]> {
  const [list, second] = pack.entries.filter(({ name }) => isDigestList(name));
  if (second) throw new ReceiptRefused([{ code: 'receipt/digests-twice', params: {}, file: pack.name }]);
  if (!list) {
    if (perStudent) return [{ code: 'receipt/no-digests-per-student', params: {}, file: pack.name }];
    throw new ReceiptRefused([{ code: 'receipt/no-digests', params: {}, file: pack.name }]);
  }
  const problems = digestProblems(readDigestList(await bytesOf(pack, list, LIST_LIMIT), list.name), json, pack.name);
  if (problems.length > 0) throw new ReceiptRefused(problems);
  return [];
}

/**
 * Reads every JSON file of a pack. Files of no known kind are left alone and remarked upon, other files passed over.
 *
 * @throws ReceiptRefused, ProblemError when any part of it cannot be believed or read: half a receipt is none
 */
export async function unpackReceipt(pack: Pack, { kinds, keys, perStudent }: UnpackOptions): Promise<Unpacked> {
  const entries = pack.entries.filter(({ name }) => /\.json$/i.test(name));
  if (entries.length > MOST_FILES) throw new ProblemError({ code: 'zip/too-many-entries', params: { count: entries.length, limit: MOST_FILES }, file: pack.name });
  const json: Named[] = [];
  for (const entry of entries) {
    const bytes = await bytesOf(pack, entry, JSON_LIMIT);
    json.push({ name: entry.name, bytes, sha256: sha256(bytes) });
  }
  const remarks = await checkDigests(pack, json, perStudent);
  const files: UnpackedFile[] = [];
  for (const { name, bytes, sha256: digest } of json) {
    const kind = kindOfFile(kinds, name);
    if (!kind) {
      remarks.push({ code: 'receipt/unknown-kind', params: { entry: name }, file: pack.name });
      continue;
    }
    const value = await readJson(memorySource(bytes), `${pack.name}!${name}`, { maxBytes: JSON_LIMIT });
    const file = (perStudent ? readStudentFile : readReceiptFile)(value, { name, sha256: digest, kind }, keys);
    files.push({ file, bytes });
  }
  if (files.length === 0) throw new ReceiptRefused([...remarks, { code: 'receipt/nothing-known', params: { kinds: kinds.kinds.map(({ title }) => title).join('、') }, file: pack.name }]);
  return { files, remarks: [...remarks, ...files.flatMap(({ file }) => file.remarks)] };
}
