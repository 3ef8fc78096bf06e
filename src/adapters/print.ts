/** Canonical records to the rows of one sheet. */
import type { CanonicalRecord } from '../core/record.ts';
import type { CompiledMapping } from '../mapping/compile.ts';
import { printedHeader, printRow } from '../mapping/invert.ts';
import type { Adapter } from './registry.ts';

export interface PrintedTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface PrintOptions {
  /**
   * True writes the columns kept in `extra` after the mapping's own: for handing a file back to the system it
   * came from. Submissions must not have them.
   */
  readonly extra?: boolean;
}

/** The sheet's header and one row a record, in the order given. */
export function printTable(mapping: CompiledMapping, records: Iterable<CanonicalRecord>, options: PrintOptions = {}): PrintedTable {
  const all = [...records];
  const held = new Set(mapping.columns.map((column) => column.to));
  const extras = options.extra ? [...new Set(all.flatMap((record) => Object.keys(record.extra ?? {})))].filter((key) => !held.has(`extra.${key}`)) : [];
  return {
    header: [...printedHeader(mapping), ...extras],
    rows: all.map((record) => [...printRow(mapping, record), ...extras.map((key) => record.extra?.[key] ?? '')]),
  };
}

/** How well a mapping's constants fit a record: null when one contradicts it, else the number that agree. */
function agreement(mapping: CompiledMapping, record: CanonicalRecord): number | null {
  let agreed = 0;
  for (const [field, value] of Object.entries(mapping.definition.constants)) {
    const own = record[field];
    if (own === value) agreed += 1;
    else if (own !== undefined) return null;
  }
  return agreed;
}

/** The mapping an adapter writes such a record with in an edition; null when the system has no place for it. */
export function writerFor(adapter: Adapter, edition: string, record: CanonicalRecord): CompiledMapping | null {
  let best: CompiledMapping | null = null;
  let most = -1;
  for (const mapping of adapter.mappings) {
    const { definition } = mapping;
    if (definition.record !== record.type || definition.writes === false || definition.rejects || !definition.editions.includes(edition)) continue;
    const agreed = agreement(mapping, record);
    if (agreed === null || agreed <= most) continue;
    best = mapping;
    most = agreed;
  }
  return best;
}
