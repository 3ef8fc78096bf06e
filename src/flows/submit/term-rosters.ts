/** `schemas/rosters/term.json`: which rosters a term is submitted in, and their 名冊別 by school year. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Fault } from '../../core/fault.ts';
import { resourceJson } from '../../core/resources.ts';
import { readConfig } from '../../formats/json/config.ts';

export interface RosterType {
  /** ROC school years it is used in, inclusive; null for open. */
  readonly from: number;
  readonly to: number | null;
  /** 名冊別. */
  readonly code: string;
  readonly certainty: 'A' | 'B' | 'C' | 'D';
  /** ISO date of what is known. */
  readonly asOf: string;
  readonly note: string;
}

export interface RosterEntry {
  readonly book: string;
  readonly roster: string;
  /** 分頁 in their order. */
  readonly sheets: readonly string[];
  readonly rosterType: readonly RosterType[];
}

export interface TermRosters {
  /** The system whose writing mappings make the workbooks. */
  readonly target: string;
  readonly submission: readonly RosterEntry[];
  readonly precheck: readonly RosterEntry[];
}

/** `<home>/roster-types.json`: 名冊別 by book, where the operator knows better than the shipped default. */
type Override = Readonly<Record<string, readonly RosterType[]>>;

function overrides(homePath: string): Override {
  const file = join(homePath, 'roster-types.json');
  return existsSync(file) ? readConfig<Override>(file, 'roster-types') : {};
}

/** The shipped rosters, with the home's own 名冊別 where it has any. */
export function termRosters(homePath: string): TermRosters {
  const shipped = resourceJson('schemas/rosters/term.json') as TermRosters;
  return { target: shipped.target, submission: withOwnTypes(homePath, shipped.submission), precheck: withOwnTypes(homePath, shipped.precheck) };
}

/** Rosters with the home's own 名冊別 where it has any. */
export function withOwnTypes<E extends RosterEntry>(homePath: string, entries: readonly E[]): readonly E[] {
  const own = overrides(homePath);
  return entries.map((entry) => ({ ...entry, rosterType: own[entry.book] ?? entry.rosterType }));
}

/**
 * The entry in force in a school year. @throws {Fault} `config/invalid` when none is: a code is never guessed
 * @requirement RULE-402, RULE-428
 */
export function rosterTypeIn(entry: RosterEntry, year: number): RosterType {
  const found = entry.rosterType.find(({ from, to }) => year >= from && (to === null || year <= to));
  if (!found) throw new Fault('config/invalid', { file: 'roster-types.json', detail: `${entry.book}: no 名冊別 for school year ${year}` });
  return found;
}
