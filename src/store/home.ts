/** A home: the folder a data centre's working data lives in, one sub-folder per school. */
import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Fault } from '../core/fault.ts';
import type { Audit } from './audit.ts';
import { openAudit } from './audit.ts';
import type { Catalogue } from './catalogue.ts';
import { openCatalogue } from './catalogue.ts';
import { makeFolder, writeWhole } from './files.ts';
import type { MasterKey } from './keys.ts';
import { HOME_MARKER, readMasterKey } from './keys.ts';
import type { Hold } from './lock.ts';
import { SchoolLock } from './lock.ts';
import type { SchoolStore } from './port.ts';
import { openSchool } from './school-folder.ts';
import type { Seals } from './seals/port.ts';
import { openSeals } from './seals/register.ts';

/** Version of the layout below a home. */
const VERSION = 1;

/** Folders of one school. */
export const SCHOOL_FOLDERS = ['inbox', 'blobs', 'state', 'outbox', 'receipts', 'portfolios', 'quarantine', 'reports', 'audit', 'logs'] as const;

export type SchoolPaths = Readonly<Record<(typeof SCHOOL_FOLDERS)[number] | 'root', string>>;

export interface HomeOptions {
  /** The master key file; it must not lie in the home. */
  readonly masterKeyPath: string;
}

export interface Home {
  /** Absolute. */
  readonly path: string;
  readonly catalogue: Catalogue;
  /** The keys by which packages for other schools are signed and sealed. */
  readonly seals: Seals;
  /** Codes of the schools that have a folder, ascending. */
  schools(): readonly string[];
  /**
   * Opens a school; the caller closes it.
   * @throws Fault `record/not-found` when it has no folder and `create` is not set, `key/wrong`, `store/damaged`.
   */
  school(code: string, options?: { readonly create?: boolean }): Promise<SchoolStore>;
  /**
   * Holds the school for this process over several steps; a store opened here shares the hold.
   * @throws Fault `store/busy`, `record/not-found`.
   */
  lock(code: string): Hold;
  /** The audit log of a school that has a folder. */
  audit(code: string): Audit;
  paths(code: string): SchoolPaths;
  close(): Promise<void>;
}

/** Makes a home, or opens the one that is there. The master key file must exist already. */
export async function createHome(path: string, options: HomeOptions): Promise<Home> {
  const home = resolve(path);
  const master = await readMasterKey(options.masterKeyPath, home);
  await makeFolder(home);
  const marker = join(home, HOME_MARKER);
  if (!existsSync(marker)) {
    await writeWhole(marker, `${JSON.stringify({ licheng: 'home', version: VERSION, keyId: master.id }, null, 2)}\n`);
  }
  return openHome(path, options);
}

/** @throws Fault `home/missing`, `home/newer`, `key/missing`, `key/invalid`, `key/inside-home`, `key/wrong`. */
export async function openHome(path: string, { masterKeyPath }: HomeOptions): Promise<Home> {
  const home = resolve(path);
  const marker = await readMarker(home, path);
  if (marker.version > VERSION) throw new Fault('home/newer', { home: path, found: marker.version, known: VERSION });
  const master = await readMasterKey(masterKeyPath, home);
  if (marker.keyId !== master.id) throw new Fault('key/wrong', { home: path });
  return homeAt(home, master);
}

async function readMarker(home: string, shown: string): Promise<{ version: number; keyId: string }> {
  const text = await readFile(join(home, HOME_MARKER), 'utf8').catch((error: unknown) => {
    throw new Fault('home/missing', { home: shown }, { cause: error });
  });
  try {
    const marker = JSON.parse(text) as { licheng?: unknown; version?: unknown; keyId?: unknown };
    if (marker.licheng === 'home' && typeof marker.version === 'number' && typeof marker.keyId === 'string') {
      return { version: marker.version, keyId: marker.keyId };
    }
  } catch {
    // Said below, like any other content that is no marker.
  }
  throw new Fault('store/damaged', { what: shown, detail: HOME_MARKER });
}

/** Six digits or capital letters. */
function isSchoolCode(code: string): boolean {
  return /^[0-9A-Z]{6}$/.test(code);
}

function homeAt(path: string, master: MasterKey): Home {
  const locks = new Map<string, SchoolLock>();
  const paths = (code: string): SchoolPaths => {
    if (!isSchoolCode(code)) throw new Fault('record/not-found', { what: code });
    const root = join(path, code);
    return { root, ...Object.fromEntries(SCHOOL_FOLDERS.map((folder) => [folder, join(root, folder)])) } as SchoolPaths;
  };
  const lockOf = (code: string): SchoolLock => {
    const lock = locks.get(code) ?? new SchoolLock(code, paths(code).state);
    locks.set(code, lock);
    return lock;
  };
  const catalogue = openCatalogue(join(path, 'catalogue.sqlite'));
  const schools = (): string[] => readdirSync(path, { withFileTypes: true }).filter((entry) => entry.isDirectory() && isSchoolCode(entry.name)).map((entry) => entry.name).sort();
  return {
    path,
    catalogue,
    seals: openSeals({ home: path, master, schools, stateOf: (code) => paths(code).state }),
    schools,
    school: async (code, options = {}) => openSchool({ code, paths: paths(code), master, lock: lockOf(code), create: options.create === true }),
    lock(code) {
      if (!existsSync(paths(code).state)) throw new Fault('record/not-found', { what: code });
      return lockOf(code).acquire();
    },
    audit: (code) => openAudit(paths(code).audit, code),
    paths,
    async close() {
      catalogue.close();
    },
  };
}
