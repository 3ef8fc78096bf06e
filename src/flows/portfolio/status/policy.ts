/** How students whose status changes are treated: `schemas/package/status-policy.json`, dated, with the home's own entries in place of the shipped ones. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { codeList } from '../../../core/codes.ts';
import { Fault } from '../../../core/fault.ts';
import type { Bilingual } from '../../../core/problem.ts';
import { resourceJson } from '../../../core/resources.ts';
import { readConfig } from '../../../formats/json/config.ts';

/** How sure it is, and since when that is known. */
interface Sure {
  readonly certainty: 'A' | 'B' | 'C' | 'D';
  readonly asOf: string;
  readonly note: Bilingual;
}

/** ROC school years in which it holds, inclusive; null for open. */
interface Dated {
  readonly id: string;
  readonly from: number;
  readonly to: number | null;
}

/** Change codes of the two divisions: `221`, or `221-226`. */
interface Codes {
  readonly day: readonly string[];
  readonly night: readonly string[];
}

/** Where records from before go: to the sheets for transfers, or as they are. */
export type Placement = 'transfer' | 'keep';

export interface Move extends Dated, Codes, Sure {
  readonly works: Placement;
  readonly scores: Placement;
}

export interface Setting extends Dated, Sure {
  readonly value: string | number;
  readonly choices?: readonly string[];
}

export interface StatusPolicy {
  readonly moves: readonly Move[];
  readonly leaving: readonly (Dated & Codes & Sure)[];
  readonly corrections: Codes & Sure;
  readonly identity: { readonly list: string; readonly night: Readonly<Record<string, string>> } & Sure;
  readonly settings: readonly Setting[];
}

export type Division = 'day' | 'night';

const sameEntry = (a: Dated, b: Dated): boolean => a.id === b.id && a.from === b.from;

/** The shipped entries, each with the home's of the same id and first year in its place, and what the home adds. */
function over<T extends Dated>(shipped: readonly T[], own: readonly T[] = []): readonly T[] {
  const added = own.filter((one) => !shipped.some((entry) => sameEntry(entry, one)));
  return [...shipped.map((entry) => own.find((one) => sameEntry(entry, one)) ?? entry), ...added];
}

/**
 * @throws {Fault} `config/invalid` also for a setting with a value that is none of its choices, or that nobody asks for
 * @requirement RULE-103
 */
export function statusPolicy(homePath: string): StatusPolicy {
  const shipped = resourceJson('schemas/package/status-policy.json') as StatusPolicy;
  const file = join(homePath, 'portfolio-policy.json');
  if (!existsSync(file)) return shipped;
  const own = readConfig<Partial<StatusPolicy>>(file, 'portfolio-policy');
  for (const { id, value } of own.settings ?? []) {
    const known = shipped.settings.find((setting) => setting.id === id);
    const fits = known && (known.choices ? known.choices.includes(String(value)) : typeof value === 'number');
    if (!fits) throw new Fault('config/invalid', { file, detail: `settings: ${id} ${value}${known?.choices ? ` (${known.choices.join(' | ')})` : ''}` });
  }
  return {
    moves: over(shipped.moves, own.moves), leaving: over(shipped.leaving, own.leaving), settings: over(shipped.settings, own.settings),
    corrections: own.corrections ?? shipped.corrections, identity: own.identity ?? shipped.identity,
  };
}

/** True when the code stands in the list, by itself or within a range. */
export function hasCode(codes: readonly string[], code: string): boolean {
  return codes.some((entry) => {
    const [first = '', last = first] = entry.split('-');
    return first <= code && code <= last && code.length === first.length;
  });
}

const holds = ({ from, to }: Dated, year: number): boolean => from <= year && (to === null || year <= to);

/** The move a change code means in a school year; null for one that brings nobody. */
export function moveOf({ moves }: StatusPolicy, division: Division, code: string, year: number): Move | null {
  return moves.find((move) => holds(move, year) && hasCode(move[division], code)) ?? null;
}

/**
 * What a change code by which somebody leaves means; null for any other.
 *
 * @requirement RULE-112
 */
export function leavingOf({ leaving }: StatusPolicy, division: Division, code: string, year: number): string | null {
  return leaving.find((entry) => holds(entry, year) && hasCode(entry[division], code))?.id ?? null;
}

/**
 * 身分別 of a change code; null where no list says.
 *
 * @requirement RULE-104, RULE-113
 */
export function identityOf({ identity }: StatusPolicy, division: Division, code: string): string | null {
  if (division === 'day') return codeList(identity.list).entry(code)?.maps?.[0] ?? null;
  return Object.entries(identity.night).find(([codes]) => hasCode([codes], code))?.[1] ?? null;
}

/** A setting in a school year. @throws {Fault} `config/invalid` when none holds: a decision is never guessed */
export function settingOf({ settings }: StatusPolicy, id: string, year: number): string | number {
  const found = settings.findLast((setting) => setting.id === id && holds(setting, year));
  if (!found) throw new Fault('config/invalid', { file: 'portfolio-policy.json', detail: `${id}: nothing for school year ${year}` });
  return found.value;
}

/** What no official text confirms, to be shown by doctor and reports. */
export function statusAssumptions(policy: StatusPolicy): readonly { readonly id: string; readonly asOf: string; readonly text: Bilingual }[] {
  const named = [
    ...policy.moves, ...policy.leaving, ...policy.settings, { ...policy.corrections, id: 'corrections' }, { ...policy.identity, id: 'identity' },
  ];
  return named.filter(({ certainty }) => certainty === 'C' || certainty === 'D').map(({ id, asOf, note }) => ({ id: `portfolio/${id}`, asOf, text: note }));
}
