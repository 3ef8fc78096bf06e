/** The files beside the tables of a migration, each content kept once in a folder of the output until it has its place. */
import { closeSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { ByteSource } from '../../../core/bytes.ts';
import { formatOf, HEAD_BYTES } from '../../../formats/media/format.ts';
import { md5Beside } from '../../../formats/media/md5.ts';
import { EMPTY_MD5 } from '../../../core/items/links.ts';
import type { DroppedFile } from '../../attachments/match.ts';
import { type KeptAttachment, namesOf, takenFiles } from '../../intake/take-attachment.ts';
import type { FilePlace } from '../../intake/take-file.ts';

/** A file as it was found, with what its content is. */
export interface CollectedFile extends DroppedFile {
  /** By content. */
  readonly format: string;
}

function writeAll(handle: number, chunk: Uint8Array): void {
  for (let written = 0; written < chunk.length;) written += writeSync(handle, chunk, written);
}

/** Files come one by one while the tables are read; what they belong to is known at the end. */
export class SourceFiles {
  /** Gone when the migration is done. */
  readonly folder: string;
  readonly #kept: KeptAttachment<Pick<CollectedFile, 'sha256' | 'md5' | 'size' | 'format'>>[] = [];
  #count = 0;

  /** @param folder for the contents; made with the first file */
  constructor(folder: string) {
    this.folder = folder;
  }

  /** Where a content lies until it is moved. */
  path(sha256: string): string {
    return join(this.folder, sha256);
  }

  async #store(source: ByteSource): Promise<{ sha256: string; md5: string }> {
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
    const aside = join(this.folder, `part-${this.#count++}`);
    const hash = createHash('sha256');
    const watched = md5Beside(source);
    const handle = openSync(aside, 'wx', 0o600);
    try {
      for await (const chunk of watched.source.stream(0, source.size, true)) {
        hash.update(chunk);
        writeAll(handle, chunk);
      }
    } finally {
      closeSync(handle);
    }
    const sha256 = hash.digest('hex');
    renameSync(aside, this.path(sha256));
    return { sha256, md5: watched.md5() ?? EMPTY_MD5 };
  }

  /** @throws ProblemError when the archive it lies in is damaged there */
  async take(place: FilePlace, source: ByteSource): Promise<void> {
    const names = await namesOf(place.path, source);
    const format = formatOf(await source.read(0, HEAD_BYTES));
    const content = names === undefined ? await this.#store(source) : { sha256: '', md5: '' };
    this.#kept.push({ place, content: { ...content, size: source.size, format }, ...(names === undefined ? {} : { names }) });
  }

  /** Every file that is no list of names, by archive and path. */
  files(): readonly CollectedFile[] {
    return takenFiles(this.#kept)
      .map(({ unit, path, original, content }) => ({ unit, path, drop: 1, ...content, ...(original === undefined ? {} : { original }) }))
      .sort((a, b) => (a.unit === b.unit ? (a.path < b.path ? -1 : 1) : a.unit < b.unit ? -1 : 1));
  }
}
