/** A receipt where it lies: a ZIP, a folder, or one JSON file. */
import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { Fault } from '../../core/fault.ts';
import { fileSource, joined } from '../../formats/bytes.ts';
import { openZip } from '../../formats/zip/read.ts';
import { JSON_LIMIT, type Pack, type PackEntry, ReceiptRefused } from '../../receipts/read/unpack.ts';
import { filesBelow } from '../intake/offered.ts';

export interface OpenPack extends Pack, AsyncDisposable {}

/** Unpacked bytes of all entries: the JSON of every kind, and room for what lies beside it. */
const TOTAL_LIMIT = 8 * JSON_LIMIT;

async function openArchive(path: string, name: string, password: string | undefined): Promise<OpenPack> {
  const source = await fileSource(path);
  try {
    const archive = await openZip(source, name, { limits: { totalBytes: TOTAL_LIMIT }, ...(password === undefined ? {} : { password }) });
    // One of each kind: a missing password is the same trouble for every entry.
    if (archive.problems.length > 0) throw new ReceiptRefused([...new Map(archive.problems.map((problem) => [problem.code, problem])).values()]);
    return {
      name,
      entries: archive.entries.map((entry) => ({ name: entry.name, size: entry.size, read: () => joined(entry.stream()) })),
      async [Symbol.asyncDispose]() {
        await archive.close();
        await source[Symbol.asyncDispose]();
      },
    };
  } catch (error) {
    await source[Symbol.asyncDispose]();
    throw error;
  }
}

/** A file that is read when it is asked for, and not held open before. */
function plainFile(path: string, name: string): PackEntry {
  return {
    name, size: statSync(path).size,
    async read() {
      await using source = await fileSource(path);
      return source.read(0, source.size);
    },
  };
}

/**
 * @throws {Fault} `file/not-found`
 * @throws ReceiptRefused, ProblemError of the `zip` area for an archive that cannot be believed, or needs another password
 */
export async function openPack(path: string, password: string | undefined): Promise<OpenPack> {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) throw new Fault('file/not-found', { file: path });
  const name = basename(path).normalize('NFC');
  const loose = (entries: readonly PackEntry[]): OpenPack => ({ name, entries, [Symbol.asyncDispose]: async () => {} });
  if (stat.isDirectory()) return loose(filesBelow(path).map((file) => plainFile(file.path, file.name)));
  return /\.json$/i.test(name) ? loose([plainFile(path, name)]) : openArchive(path, name, password);
}
