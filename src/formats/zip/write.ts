/** Writing ZIP archives whose bytes depend on names and contents only. The one door to archiver. */
import { once } from 'node:events';
import { Readable } from 'node:stream';
import { ZipArchive } from 'archiver';
import { EPOCH, FILE_MODE, refuseBadNames, type ZipInput } from './input.ts';

export type { ZipInput } from './input.ts';

/** zlib's own default; fixed because the level changes the bytes. */
const LEVEL = 6;

/**
 * The archive's bytes, entries in the order given (sort them), one open at a time, memory flat.
 * Dates, modes and flags are fixed: the same entries give the same bytes on every machine that has the
 * same zlib.
 *
 * @throws ProblemError `zip/bad-name`, `zip/name-twin`; whatever a source throws while it is read
 */
export async function* writeZip(entries: readonly ZipInput[]): AsyncGenerator<Uint8Array> {
  refuseBadNames(entries);
  const archive = new ZipArchive({ forceLocalTime: false, zlib: { level: LEVEL } });
  const filled = fill(archive, entries).catch((error: unknown) => archive.destroy(error as Error));
  try {
    for await (const chunk of archive) yield chunk as Uint8Array;
    await filled;
  } finally {
    archive.destroy();
  }
}

async function fill(archive: ZipArchive, entries: readonly ZipInput[]): Promise<void> {
  for (const { name, source, store = false } of entries) {
    const content = Readable.from(source.stream(), { objectMode: false, highWaterMark: 256 * 1024 });
    const failed = once(content, 'error').then(([error]) => { throw error; });
    const written = once(archive, 'entry');
    archive.append(content, { name, date: EPOCH, mode: FILE_MODE, store });
    await Promise.race([written, failed]);
    failed.catch(() => undefined);
  }
  await archive.finalize();
}
