/**
 * Writes or reads an archive of attachments in a process of its own: `zip-one.ts pack FOLDER OUT` the files of a folder, hashed
 * beforehand as intake does, every byte hashed again on the way; `zip-one.ts read FOLDER ARCHIVE` every entry, its CRC-32 and its
 * SHA-256 held against the list.
 */
import { createHash } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileSource } from '../../src/formats/bytes.ts';
import type { StoredInput } from '../../src/formats/zip/stored/write.ts';
import { tell } from './measure.ts';

/** What is known of each file: name, size, CRC-32, SHA-256. */
export type Listed = readonly (readonly [name: string, size: number, crc32: number, sha256: string])[];

const [what, folder, archive] = process.argv.slice(2) as ['pack' | 'read', string, string];
const listed = JSON.parse(readFileSync(join(folder, 'files.json'), 'utf8')) as Listed;

async function pack(): Promise<void> {
  // Each half loads what it needs and no more: memory is measured too.
  const { writeStored } = await import('../../src/formats/zip/stored/write.ts');
  rmSync(archive, { force: true });
  const entries = listed.map(([name, size, crc32, sha256]): StoredInput => ({ name, size, crc32, sha256, open: () => fileSource(join(folder, 'files', name)) }));
  const { size } = await writeStored(archive, entries);
  tell({ entries: entries.length, size });
}

async function read(): Promise<void> {
  const { openZip } = await import('../../src/formats/zip/read.ts');
  await using source = await fileSource(archive);
  const opened = await openZip(source, archive);
  const wanted = new Map(listed.map(([name, , , sha256]) => [name, sha256]));
  let bytes = 0;
  for (const entry of opened.entries) {
    const hash = createHash('sha256');
    for await (const chunk of entry.stream(true)) {
      hash.update(chunk);
      bytes += chunk.length;
    }
    if (wanted.get(entry.name) !== hash.digest('hex')) throw new Error(`${entry.name} is not what the list says`);
  }
  await opened.close();
  tell({ entries: opened.entries.length, bytes });
}

await (what === 'pack' ? pack() : read());
