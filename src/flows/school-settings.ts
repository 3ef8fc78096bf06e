/** A school's own settings: `<home>/<school>/school.json`, valid against `schemas/config/school.json`. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeList } from '../core/codes.ts';
import { Fault } from '../core/fault.ts';
import { readConfig } from '../formats/json/config.ts';
import type { Home } from '../store/home.ts';

interface SchoolFile {
  readonly code: string;
  /** Where the list of schools has none, or the operator prefers another. */
  readonly name?: string;
  /** Working term (RULE-315): what the school has set, never derived from today's date alone. */
  readonly term?: string;
  /** Ids of the systems the school's files come from. */
  readonly systems?: readonly string[];
  /** `day` (credits), `night` (hours), or both. */
  readonly divisions?: readonly string[];
  /** File that holds the password of the school's encrypted archives. */
  readonly zipPasswordFile?: string;
  /** File that holds the password of transfer packages. */
  readonly portfolioPasswordFile?: string;
  /** The same for receipts of the central database, where it is another. */
  readonly receiptPasswordFile?: string;
  /** Addresses in file columns are followed only where this names their host. */
  readonly fetch?: { readonly hosts: readonly string[]; readonly maxBytes?: number; readonly caFile?: string };
  /** True to write the school's own rows with what was found in them beside each report. */
  readonly checkWorkbook?: boolean;
}

export interface SchoolSettings {
  /** The school's own setting, else the published list's name; null when neither has one. */
  readonly name: string | null;
  readonly term?: string;
  /** Ids of the systems the school's files come from; empty where the school has not said. */
  readonly systems: readonly string[];
  /** `day`, `night`, or both; empty where the school has not said. */
  readonly divisions: readonly string[];
  /** Present when the school's archives are encrypted; spread into intake's options. */
  readonly zipPassword?: { readonly password: string };
  /** Of transfer packages, written and read. */
  readonly portfolioPassword?: string;
  /** Of receipts of the central database, where it is another than that of archives. */
  readonly receiptPassword?: string;
  /** Absent where nothing is to be fetched. */
  readonly fetch?: { readonly hosts: readonly string[]; readonly maxBytes: number; readonly ca?: string };
  /** True where each check writes the school's own rows, unmasked, with what was found in them. */
  readonly checkWorkbook: boolean;
}

/** The password a file holds, its last line end aside. @throws {Fault} `file/not-found` */
export function passwordIn(file: string): string {
  if (!existsSync(file)) throw new Fault('file/not-found', { file });
  return readFileSync(file, 'utf8').replace(/\r?\n$/, '');
}

/** Bytes of the largest file that is fetched, where the school does not say: recordings are at most 10 MB (RULE-206). */
const FETCHED = 16 * 1024 * 1024;

/** @throws {Fault} `file/not-found` */
function fetchOf({ hosts, maxBytes = FETCHED, caFile }: NonNullable<SchoolFile['fetch']>): NonNullable<SchoolSettings['fetch']> {
  if (caFile !== undefined && !existsSync(caFile)) throw new Fault('file/not-found', { file: caFile });
  return { hosts, maxBytes, ...(caFile === undefined ? {} : { ca: readFileSync(caFile, 'utf8') }) };
}

/** A school without a file of its own has the defaults. @throws {Fault} `config/invalid`, `file/not-found` */
export function schoolSettings(home: Home, school: string): SchoolSettings {
  const file = join(home.path, school, 'school.json');
  const listed = codeList('school').entry(school)?.['zh-TW'] ?? null;
  if (!existsSync(file)) return { name: listed, systems: [], divisions: [], checkWorkbook: false };
  const settings = readConfig<SchoolFile>(file, 'school');
  if (settings.code !== school) throw new Fault('config/invalid', { file, detail: `/code ${settings.code}` });
  return {
    name: settings.name ?? listed, systems: settings.systems ?? [], divisions: settings.divisions ?? [], checkWorkbook: settings.checkWorkbook ?? false,
    ...(settings.fetch === undefined ? {} : { fetch: fetchOf(settings.fetch) }),
    ...(settings.term === undefined ? {} : { term: settings.term }),
    ...(settings.portfolioPasswordFile === undefined ? {} : { portfolioPassword: passwordIn(settings.portfolioPasswordFile) }),
    ...(settings.zipPasswordFile === undefined ? {} : { zipPassword: { password: passwordIn(settings.zipPasswordFile) } }),
    ...(settings.receiptPasswordFile === undefined ? {} : { receiptPassword: passwordIn(settings.receiptPasswordFile) }),
  };
}
