/** A school's 造字 table: what stands in its user-defined cells, as somebody there has verified (RULE-610). */
import { codePointLabel } from './characters.ts';
import { cellCodePoint, cp950Cell } from './private-use.ts';

/** A file of the CNS 11643 open data as it was used; its mappings differ from version to version (RULE-611). */
export interface CnsVersion {
  readonly file: string;
  readonly sha256: string;
}

/** One cell. At least one of `unicode`, `cns` and `glyph` says what it holds. */
export interface CoinedEntry {
  /** Two bytes of a user-defined cell of CP950, `FA40` (RULE-601). */
  readonly cell: string;
  /** CNS 11643 plane and code, `3-2144`. */
  readonly cns?: string;
  /** The character's own code point, `U+5803`; never one of a private use area. */
  readonly unicode?: string;
  /** SHA-256 of a picture of the character, kept in the school's blobs. */
  readonly glyph?: string;
  readonly note?: string;
  readonly verifiedBy: string;
  /** ISO date it was verified on. */
  readonly date: string;
  /** The CNS files that `unicode` was taken from, or found to agree with. */
  readonly cnsTables?: readonly CnsVersion[];
}

/** The table of one school; no cell and no character occurs twice. */
export interface CoinedTable {
  /** Ascending by cell. */
  readonly entries: readonly CoinedEntry[];
}

export const NO_COINED: CoinedTable = { entries: [] };

/** The entry of a private-use character in the text of the table's school; null when the table has none for it. */
export type CoinedLookup = (character: string) => CoinedEntry | null;

/** The character an entry's `unicode` names; null without one. */
export function characterOf({ unicode }: Pick<CoinedEntry, 'unicode'>): string | null {
  return unicode === undefined ? null : String.fromCodePoint(Number.parseInt(unicode.slice(2), 16));
}

/** True when the entry says which character it is; a picture alone does not. */
export function isResolved({ unicode, cns }: CoinedEntry): boolean {
  return unicode !== undefined || cns !== undefined;
}

/**
 * Looks private-use characters up in a table.
 * @requirement RULE-610
 */
export function coinedLookup({ entries }: CoinedTable): CoinedLookup {
  const byCharacter = new Map(entries.map((entry) => [cellCodePoint(entry.cell), entry]));
  return (character) => byCharacter.get(character.codePointAt(0) ?? -1) ?? null;
}

/**
 * The cell (`lead << 8 | trail`) in which the school keeps a character that CP950 itself lacks; null when it has
 * none (RULE-618). Private-use characters need no table: they stand for their cell already.
 * @requirement RULE-618
 */
export function coinedEncoder({ entries }: CoinedTable): (character: string) => number | null {
  const cells = new Map(entries.flatMap((entry): [string, number][] => {
    const character = characterOf(entry);
    return character === null ? [] : [[character, Number.parseInt(entry.cell, 16)]];
  }));
  return (character) => cells.get(character) ?? null;
}

/**
 * The text with the real character for each private-use one the table knows: for comparing, never for storing (RULE-615).
 * @requirement RULE-615
 */
export function resolveCoined(text: string, lookup: CoinedLookup): string {
  return text.replace(/\p{Co}/gu, (character) => characterOf(lookup(character) ?? {}) ?? character);
}

/** What an entry says the character is, in no language: `堃 U+5803 · CNS 3-2144`. */
export function coinedMeaning(entry: CoinedEntry): string {
  const character = characterOf(entry);
  return [
    ...(character === null ? [] : [`${character} ${entry.unicode}`]),
    ...(entry.cns === undefined ? [] : [`CNS ${entry.cns}`]),
    ...(isResolved(entry) ? [] : [`SHA-256 ${entry.glyph?.slice(0, 12)}`]),
  ].join(' · ');
}

/** A coined character of a text, and what the school's table says of it. */
export interface CoinedSpot {
  /** Its cell, or its code point when it has none. */
  readonly cell: string;
  readonly entry: CoinedEntry | null;
}

/** The private-use characters of a text, each once, in order of appearance. */
export function coinedSpots(text: string, lookup: CoinedLookup): readonly CoinedSpot[] {
  return [...new Set(text.match(/\p{Co}/gu))].map((character) => ({ cell: coinedName(character), entry: lookup(character) }));
}

/** A private-use character by what everybody can read: its cell, or its code point when it has no cell. */
export function coinedName(character: string): string {
  const codePoint = character.codePointAt(0) ?? 0;
  return cp950Cell(codePoint) ?? codePointLabel(codePoint);
}
