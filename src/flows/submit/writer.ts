/** The mapping that writes a sheet of a roster in a school year. */
import type { Adapter } from '../../adapters/registry.ts';
import type { CompiledMapping } from '../../mapping/compile.ts';

/**
 * Among the adapter's mappings that write this sheet of this roster, the one whose edition is in force in the
 * school year, the latest first; null when the system has no such sheet then.
 */
export function writerOf(adapter: Adapter, roster: string, sheet: string, year: number): CompiledMapping | null {
  const start = new Map(adapter.manifest.editions
    .filter((edition) => (edition.from ?? 0) <= year && year <= (edition.to ?? Infinity))
    .map((edition) => [edition.id, edition.from ?? 0]));
  const since = (mapping: CompiledMapping): number => Math.max(-1, ...mapping.definition.editions.map((edition) => start.get(edition) ?? -1));
  return adapter.mappings
    .filter(({ definition }) => definition.writes !== false && !definition.rejects && definition.rosters[0] === roster && definition.sheets[0] === sheet)
    .filter((mapping) => since(mapping) >= 0)
    .sort((a, b) => since(b) - since(a))[0] ?? null;
}
