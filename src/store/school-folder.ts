/** A school's folder: making it whole, and opening what lies in it. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Fault } from '../core/fault.ts';
import { createDatabase } from './database.ts';
import { makeFolder } from './files.ts';
import type { SchoolPaths } from './home.ts';
import type { MasterKey } from './keys.ts';
import type { SchoolLock } from './lock.ts';
import type { SchoolStore } from './port.ts';
import { createSchoolKeys, readSchoolKeys } from './school-keys.ts';
import { openSchoolStore } from './school-store.ts';

export interface SchoolOptions {
  readonly code: string;
  readonly paths: SchoolPaths;
  readonly master: MasterKey;
  readonly lock: SchoolLock;
  readonly create: boolean;
}

/**
 * Opens the store of a school. A folder without keys and without data is a school nobody has stored anything
 * for yet; a folder that has one and not the other has lost something and is never made anew.
 */
export async function openSchool({ code, paths, master, lock, create }: SchoolOptions): Promise<SchoolStore> {
  const keyFile = join(paths.state, 'keys.json');
  const path = join(paths.state, 'school.sqlite');
  if (!existsSync(path)) {
    if (!create) throw new Fault('record/not-found', { what: code });
    await makeSchool({ code, paths, master, lock }, keyFile, path);
  }
  const keys = await readSchoolKeys(keyFile, master, code);
  return openSchoolStore({ keys, path, blobs: paths.blobs, lock });
}

async function makeSchool({ code, paths, master, lock }: Omit<SchoolOptions, 'create'>, keyFile: string, path: string): Promise<void> {
  for (const folder of Object.values(paths)) await makeFolder(folder);
  const hold = lock.acquire();
  try {
    if (!existsSync(keyFile)) {
      if (readdirSync(paths.blobs).length > 0) throw new Fault('store/damaged', { what: code, detail: 'school keys' });
      await createSchoolKeys(keyFile, master, code);
    } else if (readdirSync(paths.blobs).length > 0) {
      throw new Fault('store/damaged', { what: code, detail: 'school.sqlite' });
    }
    createDatabase(path);
  } finally {
    hold.release();
  }
}
