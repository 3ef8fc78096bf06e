/** Dated code lists (`schemas/codes/*.json`): which values a field may have, since when, and how sure that is. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Fault } from './fault.ts';
import type { Bilingual } from './problem.ts';
import { packageRoot, resourceJson } from './resources.ts';
import type { Lang } from './text.ts';

/** `A` official text · `B` seen in templates, shipping code or real data · `C` inferred · `D` assumed. */
export type ListCertainty = 'A' | 'B' | 'C' | 'D';

export interface CodeEntry {
  readonly code: string;
  readonly 'zh-TW': string;
  readonly en?: string;
  /** ROC school years it is in force, inclusive; open when left out. */
  readonly from?: number;
  readonly to?: number;
  /** What it belongs to: the city of a school, the kind of a status change. */
  readonly group?: string;
  /** Codes of another list it stands for. */
  readonly maps?: readonly string[];
  /** Where it differs from the list's. */
  readonly certainty?: ListCertainty;
  readonly note?: string;
}

/** A code list as its file has it. */
export interface CodeListFile {
  readonly name: string;
  readonly title: Bilingual;
  readonly certainty: ListCertainty;
  /** ISO date of the state that the list describes. */
  readonly asOf: string;
  readonly source: string;
  /** False when values are known to exist that the list lacks; a rule must not call such a value wrong. */
  readonly complete: boolean;
  readonly entries: readonly CodeEntry[];
}

/** A code list ready for use. A code may stand twice with different years, when its meaning changed. */
export interface CodeList extends CodeListFile {
  /** True when the list has the code, in the ROC school year when one is given. Codes are text: `1` is not `01`. */
  has(code: string, year?: number): boolean;
  /** The entry in force in the year; without a year the latest. */
  entry(code: string, year?: number): CodeEntry | undefined;
  /** Words for the code, the code itself when the list lacks it. English falls back to Chinese. */
  label(code: string, lang: Lang, year?: number): string;
}

const lists = new Map<string, CodeList>();

/**
 * The code list of that name, e.g. `cadre-level`; read once.
 *
 * @throws Fault `codes/unknown-list` for a name without a file.
 */
export function codeList(name: string): CodeList {
  let list = lists.get(name);
  if (list === undefined) {
    if (!codeListNames().includes(name)) throw new Fault('codes/unknown-list', { list: name });
    list = usable(resourceJson(`schemas/codes/${name}.json`) as CodeListFile);
    lists.set(name, list);
  }
  return list;
}

let names: readonly string[] | undefined;

/** Names of all code lists, in order. */
export function codeListNames(): readonly string[] {
  names ??= readdirSync(join(packageRoot(), 'schemas/codes'))
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.slice(0, -'.json'.length))
    .sort();
  return names;
}

function usable(file: CodeListFile): CodeList {
  const byCode = Map.groupBy(file.entries, ({ code }) => code);
  const entry = (code: string, year?: number): CodeEntry | undefined => {
    const entries = byCode.get(code);
    return year === undefined ? entries?.at(-1) : entries?.find(({ from, to }) => year >= (from ?? 0) && year <= (to ?? Infinity));
  };
  return {
    ...file,
    entry,
    has: (code, year) => entry(code, year) !== undefined,
    label(code, lang, year) {
      const found = entry(code, year);
      return found === undefined ? code : (found[lang] ?? found['zh-TW']);
    },
  };
}
