/** Pictures of coined characters: kept in the school's blobs, encrypted like everything else. */
import { realpathSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { Fault } from '../../core/fault.ts';
import { fileSource } from '../../formats/bytes.ts';
import { liesInside } from '../../store/files.ts';
import type { Blobs } from '../../store/port.ts';

const LIMIT = 1024 * 1024;
/** First bytes of PNG, JPEG, GIF and BMP. */
const PICTURES = ['\x89PNG\r\n\x1a\n', '\xff\xd8\xff', 'GIF8', 'BM'];

/** Keeps a picture and gives its SHA-256; null for a file that is missing, too large or no picture. */
export async function keepGlyph(blobs: Blobs, path: string): Promise<string | null> {
  try {
    await using source = await fileSource(path);
    const head = Buffer.from(await source.read(0, 8)).toString('latin1');
    if (source.size > LIMIT || !PICTURES.some((magic) => head.startsWith(magic))) return null;
    return (await blobs.put(source)).sha256;
  } catch (error) {
    if (error instanceof Fault && error.code === 'file/not-found') return null;
    throw error;
  }
}

/**
 * The path of a picture that a table names; null when it does not lie in the table's own folder, wherever links lead:
 * a table comes from outside and must not make us read anything else of this machine.
 */
export function pictureBeside(table: string, name: string): string | null {
  try {
    const path = realpathSync(resolve(dirname(table), name));
    return liesInside(realpathSync(dirname(table)), path) ? path : null;
  } catch {
    return null;
  }
}
