/** What an opened ZIP archive looks like, and how much of it is tolerated. */
import type { ByteSource } from '../../core/bytes.ts';
import type { Problem } from '../../core/problem.ts';

export interface ZipEntry {
  /** Path inside the archive with `/`, checked: relative, no `..`, no control characters. Not normalised. */
  readonly name: string;
  /** Unpacked length in bytes, as declared; reading fails when the content has another length. */
  readonly size: number;
  /** CRC-32 as declared; null where the archive keeps none (AES entries of the AE-2 form, guarded by an HMAC). */
  readonly crc32: number | null;
  /**
   * The content as it unpacks, in one pass. Size and CRC-32 are checked on the way; a mismatch is
   * thrown at the latest after the last chunk, so nothing may be believed before the end is reached.
   *
   * @param lent see {@link ByteSource.stream}: who looks at each chunk and keeps none is given the same memory again and again
   */
  stream(lent?: boolean): AsyncIterable<Uint8Array>;
  /**
   * The content as a source that can be read at any place, after one full pass that checked it.
   * Entries up to `limits.inMemory` are held in memory; a larger one that is deflated or encrypted is
   * unpacked again from its start for every read, so copy its `stream()` somewhere instead.
   *
   * @throws ProblemError of the `zip` area
   */
  source(): Promise<ByteSource>;
}

export interface ZipArchive {
  /** The plain files that can be trusted so far, in directory order. Folders are not listed. */
  readonly entries: readonly ZipEntry[];
  /** One problem for every entry that was refused, and is not listed in `entries`. */
  readonly problems: readonly Problem[];
  /** Lets go of what reading needs; the byte source stays with whoever opened it. */
  close(): Promise<void>;
}

/** Bounds on a foreign archive; all are inclusive. */
export interface ZipLimits {
  /** Entries, folders included. */
  readonly entries: number;
  /** Bytes of the central directory. */
  readonly directoryBytes: number;
  /** Bytes of one entry name. */
  readonly nameBytes: number;
  /** Unpacked bytes of one entry. */
  readonly entryBytes: number;
  /** Unpacked bytes of all entries together. */
  readonly totalBytes: number;
  /** Unpacked : packed, of one entry; only looked at above `ratioFrom` unpacked bytes. */
  readonly ratio: number;
  readonly ratioFrom: number;
  /** Unpacked bytes up to which `source()` keeps an entry in memory. */
  readonly inMemory: number;
}

const MiB = 1024 * 1024;
const GiB = 1024 * MiB;

/**
 * Defaults for a vendor's nightly drop. Deflate cannot pass 1032 : 1, a sheet full of equal cells
 * reaches some 150 : 1, so 500 : 1 stops bombs only; small entries may be as empty as they like.
 */
export const ZIP_LIMITS: ZipLimits = {
  entries: 200_000,
  directoryBytes: 128 * MiB,
  nameBytes: 1024,
  entryBytes: 4 * GiB,
  totalBytes: 64 * GiB,
  ratio: 500,
  ratioFrom: 16 * MiB,
  inMemory: 64 * MiB,
};
