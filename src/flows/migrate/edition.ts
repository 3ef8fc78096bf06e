/** Which edition of the target a record is written in. */
import type { Adapter } from '../../adapters/registry.ts';
import { parseTerm } from '../../core/term.ts';

/**
 * The edition asked for; else the latest of those in use in the term's school year.
 *
 * @returns null when the system has no edition for that year: which one to use is for the operator to say
 */
export function editionFor(adapter: Adapter, asked: string | null, term: string): string | null {
  if (asked !== null) return asked;
  const year = parseTerm(term)?.year ?? 0;
  return adapter.manifest.editions.findLast(({ from, to }) => (from ?? 0) <= year && year <= (to ?? Infinity))?.id ?? null;
}
