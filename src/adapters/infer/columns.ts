/** Fits the columns of a table to the fields of a record: the surest pair first, each field and each column once. */
import type { Bilingual } from '../../core/problem.ts';
import { type Evidence, evidenceFor, isTelling } from './evidence.ts';
import type { KnownField } from './known.ts';
import { type Likeness, likeness, type Name } from './similar.ts';
import { type Cells, chooseWay, type Way } from './ways.ts';

export interface Guess {
  readonly to: string;
  readonly way: Way;
  /** 0 to 1. */
  readonly confidence: number;
  readonly why: readonly Bilingual[];
}

export interface ColumnGuess {
  readonly header: string;
  readonly guess: Guess | null;
  /** The next best, whether or not another column has them. */
  readonly alternatives: readonly Guess[];
}

/** Below this a pair is only named as an alternative. */
const ENOUGH = 0.5;
const WORTH_NAMING = 0.3;
const ALTERNATIVES = 3;

function bestName(header: Name, field: KnownField): Likeness | null {
  let best: Likeness | null = null;
  for (const name of field.aliases) {
    const found = likeness(header, name);
    if (found && (!best || found.score > best.score)) best = found;
  }
  return best;
}

/** Name and cells together: a name the cells contradict counts half, cells that can be only one thing need no name. */
function weigh(name: number, { support, telling }: Evidence): number {
  if (support === null) return name * 0.95;
  if (telling && support >= 0.8) return Math.max(0.75 * support, 0.6 * name + 0.4 * support);
  const both = 0.7 * name + 0.3 * support;
  return support < 0.5 ? both * 0.5 : Math.min(both, name + 0.1);
}

function guessFor(header: Name, cells: Cells, field: KnownField): Guess | null {
  const name = bestName(header, field);
  if (!name && !isTelling(field.to)) return null;
  const chosen = chooseWay(field, cells);
  const evidence = evidenceFor(field.to, cells, chosen);
  if (!name && !(evidence.telling && (evidence.support ?? 0) >= 0.8)) return null;
  const confidence = Math.round(weigh(name?.score ?? 0, evidence) * 100) / 100;
  if (confidence < WORTH_NAMING) return null;
  return { to: field.to, way: chosen.way, confidence, why: [name?.why, evidence.why].filter((why): why is Bilingual => why !== null && why !== undefined) };
}

/** One answer a column, in the order of the columns. */
export function guessColumns(columns: readonly { readonly header: Name; readonly cells: Cells }[], fields: readonly KnownField[]): readonly ColumnGuess[] {
  const guesses = columns.map(({ header, cells }) => fields.flatMap((field) => guessFor(header, cells, field) ?? []).sort((a, b) => b.confidence - a.confidence));
  const pairs = guesses.flatMap((list, at) => list.map((guess) => ({ at, guess }))).filter(({ guess }) => guess.confidence >= ENOUGH).sort((a, b) => b.guess.confidence - a.guess.confidence || a.at - b.at);
  const taken = new Map<number, Guess>();
  const used = new Set<string>();
  for (const { at, guess } of pairs) {
    if (taken.has(at) || used.has(guess.to)) continue;
    taken.set(at, guess);
    used.add(guess.to);
  }
  return columns.map(({ header }, at) => {
    const guess = taken.get(at) ?? null;
    return { header: header.text, guess, alternatives: guesses[at]!.filter((other) => other !== guess).slice(0, ALTERNATIVES) };
  });
}
