/** What the rules about 造字 say of one: its cell, and what the school's table says it is. */
import { coinedMeaning, isResolved } from '../core/coined.ts';
import { cp950Cell } from '../core/private-use.ts';
import type { RuleContext } from './rule.ts';

export interface CoinedNote {
  /** `-` for a private-use character without a cell. */
  readonly cell: string;
  /** Character, codes, who verified it and when; `—` when the table has nothing. */
  readonly meaning: string;
  /** True when the table says which character it is. */
  readonly known: boolean;
}

/** The note of one private-use character. */
export function coinedNote(character: string, { coined }: Pick<RuleContext, 'coined'>): CoinedNote {
  const entry = coined?.(character) ?? null;
  return {
    cell: cp950Cell(character.codePointAt(0) ?? 0) ?? '-',
    meaning: entry ? `${coinedMeaning(entry)} · ${entry.verifiedBy} ${entry.date}` : '—',
    known: entry !== null && isResolved(entry),
  };
}
