/** Opening a foreign ZIP archive: everything is checked before an entry is handed out. */
import type { ByteSource } from '../../core/bytes.ts';
import type { Problem } from '../../core/problem.ts';
import { ZIP_LIMITS, type ZipArchive, type ZipEntry, type ZipLimits } from './archive.ts';
import { DEFLATED, ENCRYPTED_FLAG, STORED, plainData, type EntryPlace } from './data.ts';
import { readDirectory, type DirectoryRecord } from './directory.ts';
import { AES_METHOD, openEncrypted, type EncryptedEntries } from './encrypted.ts';
import { readEndRecord } from './end-record.ts';
import { layOut } from './layout.ts';
import { decodeName, nameFlaw, showName } from './names.ts';
import { zipError, zipProblem } from './refuse.ts';
import { entrySource } from './source.ts';
import { findTwins } from './twins.ts';

export type { ZipArchive, ZipEntry } from './archive.ts';

export interface ZipOptions {
  /** Used for entries that are encrypted; those are refused without it. */
  readonly password?: string;
  readonly limits?: Partial<ZipLimits>;
}

/**
 * Opens an archive over any byte source. What makes the archive as a whole untrustworthy is thrown; what is
 * wrong with one entry is listed in `problems` and that entry left out.
 *
 * @param name the archive's name, for messages
 * @throws ProblemError of the `zip` area
 */
export async function openZip(source: ByteSource, name: string, options: ZipOptions = {}): Promise<ZipArchive> {
  const limits = { ...ZIP_LIMITS, ...options.limits };
  const end = await readEndRecord(source, name);
  const records = await readDirectory(source, name, end, limits);
  const names = records.map((record) => decodeName(record.nameBytes, record.flags));
  const shown = names.map((text, index) => showName(text ?? Buffer.from(records[index]!.nameBytes).toString('latin1')));

  const { ends, overlapping } = layOut(records, end.directoryStart);
  if (overlapping !== null) throw zipError('zip/overlap', name, { entry: shown[overlapping]! });
  const total = records.reduce((sum, record) => sum + record.size, 0);
  if (total > limits.totalBytes) throw zipError('zip/too-large', name, { entry: name, size: total, limit: limits.totalBytes });

  const twins = findTwins(names.map((text, index) => text ?? `\0${index}`));
  const problems: Problem[] = [];
  const places: { name: string; place: EntryPlace }[] = [];
  records.forEach((record, index) => {
    const entry = shown[index]!;
    const text = names[index] ?? null;
    const problem = entryProblem(record, text, entry, name, limits, options.password !== undefined, twins.get(index));
    if (problem) problems.push(problem);
    else if (!text!.endsWith('/')) places.push({ name: text!, place: { source, file: name, entry, record, end: ends[index]! } });
  });

  const locked = places.find(({ place }) => isEncrypted(place));
  const encrypted = locked && await openEncrypted(source, locked.place, options.password!);
  return {
    entries: places.map((item) => entryOf(item.name, item.place, encrypted, limits)),
    problems,
    close: async () => { await encrypted?.close(); },
  };
}

function entryOf(name: string, place: EntryPlace, encrypted: EncryptedEntries | undefined, limits: ZipLimits): ZipEntry {
  const stream = (lent = false) => encrypted && isEncrypted(place) ? encrypted.data(place) : plainData(place, lent);
  const { size, method, crc32 } = place.record;
  return {
    name, size, crc32: method === AES_METHOD && crc32 === 0 ? null : crc32,
    stream,
    source: () => entrySource(place, stream, limits.inMemory),
  };
}

function isEncrypted({ record }: EntryPlace): boolean {
  return (record.flags & ENCRYPTED_FLAG) !== 0;
}

/** The first thing wrong with one entry, or null. */
function entryProblem(
  record: DirectoryRecord, text: string | null, entry: string, file: string, limits: ZipLimits, hasPassword: boolean, twin: string | undefined,
): Problem | null {
  const reason = text === null ? '編碼 / encoding' : nameFlaw(text, limits.nameBytes);
  if (reason !== null || text === null) return zipProblem('zip/bad-name', file, { entry, reason: reason ?? '' });
  const isFolder = text.endsWith('/');
  if (isSpecial(record, isFolder)) return zipProblem('zip/link', file, { entry });
  if (twin !== undefined) return zipProblem('zip/name-twin', file, { entry, other: showName(twin) });
  if (isFolder) return null;
  if (record.flags & ENCRYPTED_FLAG && !hasPassword) return zipProblem('zip/encrypted', file, { entry });
  const readable = record.method === STORED || record.method === DEFLATED || (record.method === AES_METHOD && record.flags & ENCRYPTED_FLAG);
  if (!readable) return zipProblem('zip/unknown-method', file, { entry, method: record.method });
  if (record.size > limits.entryBytes) return zipProblem('zip/too-large', file, { entry, size: record.size, limit: limits.entryBytes });
  if (record.method === STORED && !(record.flags & ENCRYPTED_FLAG) && record.size !== record.packedSize) return zipProblem('zip/size-lies', file, { entry, stated: record.size });
  const ratio = Math.ceil(record.size / Math.max(1, record.packedSize));
  if (record.size > limits.ratioFrom && ratio > limits.ratio) return zipProblem('zip/bomb', file, { entry, ratio, limit: limits.ratio });
  return null;
}

/**
 * Anything but a plain file or an empty folder: Unix file types in the upper half of the attributes, the DOS
 * volume label below. The upper half is looked at whatever system the archive claims to come from.
 */
function isSpecial(record: DirectoryRecord, isFolder: boolean): boolean {
  const type = (record.attributes >>> 16) & 0xf000;
  if (record.attributes & 0x08) return true;
  if (isFolder) return record.size > 0 || (type !== 0 && type !== 0x4000);
  return type !== 0 && type !== 0x8000;
}
