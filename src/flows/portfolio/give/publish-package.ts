/** Packages appear whole: written aside and flushed, then given their names. */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { link, open, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Fault } from '../../../core/fault.ts';
import { syncFolder } from '../../../store/files.ts';
import type { SchoolStore } from '../../../store/port.ts';
import { sameFile, sweep } from '../../publish-file.ts';
import { handedOver } from '../ledger/handed-over.ts';

/** The end of a list's package that has no name yet; unlike those that `sweep` takes away, it outlives its process. */
const ASIDE = '.part';

export interface Written {
  readonly aside: string;
  readonly sha256: string;
  readonly md5: string;
}

/**
 * Writes a package aside, on disk when this returns, for whoever calls to name it.
 *
 * @param isOfList asked for by a list, which is done again when its night is killed
 */
export async function writeAside(path: string, isOfList: boolean, bytes: AsyncIterable<Uint8Array>): Promise<Written> {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  sweep(dirname(path));
  const aside = isOfList ? `${path}${ASIDE}` : `${path}.${process.pid}.part`;
  const [sha, md5] = [createHash('sha256'), createHash('md5')];
  const handle = await open(aside, 'w', 0o600);
  try {
    for await (const chunk of bytes) {
      sha.update(chunk);
      md5.update(chunk);
      for (let at = 0; at < chunk.length;) at += (await handle.write(chunk, at)).bytesWritten;
    }
    await handle.sync();
    await syncFolder(dirname(path));
    return { aside, sha256: sha.digest('hex'), md5: md5.digest('hex') };
  } catch (error) {
    await rm(aside, { force: true });
    throw error;
  } finally {
    await handle.close();
  }
}

/** Names a package in a folder of somebody's, where no file of that name is ever replaced. @throws Fault `file/exists` */
export async function nameNew(aside: string, path: string): Promise<void> {
  try {
    await link(aside, path);
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'EEXIST' ? new Fault('file/exists', { file: path }) : error;
  } finally {
    await rm(aside, { force: true });
  }
}

/**
 * Deals with what a night that was killed left aside: a package that was noted as handed over gets its name, with the
 * very bytes that were noted; any other goes, and its list is done again. To be called with the school held.
 */
export async function finishCutOff(store: SchoolStore, folder: string): Promise<void> {
  const noted = new Map(handedOver(store).map(({ file, sha256 }) => [file, sha256]));
  for (const name of readdirSync(folder)) {
    if (!name.endsWith(ASIDE)) continue;
    const file = name.slice(0, -ASIDE.length);
    const sha256 = noted.get(file);
    if (sha256 !== undefined && await sameFile(join(folder, name), sha256)) renameSync(join(folder, name), join(folder, file));
    else rmSync(join(folder, name), { force: true });
  }
}
