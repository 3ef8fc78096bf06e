/** What both ZIP writers take, and what they refuse to write. */
import type { ByteSource } from '../../core/bytes.ts';
import { ZIP_LIMITS } from './archive.ts';
import { nameFlaw, showName } from './names.ts';
import { zipError } from './refuse.ts';
import { findTwins } from './twins.ts';

export interface ZipInput {
  /** Path inside the archive, with `/`; written as UTF-8. */
  readonly name: string;
  /** The content; only ever streamed, once. */
  readonly source: Pick<ByteSource, 'stream'>;
  /** Stored without compression: right for PDF, JPEG, PNG and MP4, which deflate cannot shrink. */
  readonly store?: boolean;
}

/** The earliest time ZIP can say: every entry gets it, so that the bytes depend on the content only. */
export const EPOCH = new Date(Date.UTC(1980, 0, 1));

/** Unix mode of every entry: a plain file, readable by all. */
export const FILE_MODE = 0o644;

/**
 * We never write what we would not read.
 *
 * @throws ProblemError `zip/bad-name`, `zip/name-twin`
 */
export function refuseBadNames(entries: readonly { readonly name: string }[]): void {
  for (const { name } of entries) {
    const reason = name.endsWith('/') ? 'folder' : nameFlaw(name, ZIP_LIMITS.nameBytes);
    if (reason !== null) throw zipError('zip/bad-name', '', { entry: showName(name), reason });
  }
  const [twin] = findTwins(entries.map((entry) => entry.name));
  if (twin) throw zipError('zip/name-twin', '', { entry: showName(entries[twin[0]]!.name), other: showName(twin[1]) });
}
