/** Mappings taken over from another adapter: which of them, and what is added to them. */
import type { CompiledMapping } from '../mapping/compile.ts';
import type { ColumnDefinition, MappingDefinition } from '../mapping/definition.ts';
import type { Adjustment, Manifest } from './sdk.ts';

/** Definitions by base name of the mapping. */
export type Definitions = ReadonlyMap<string, MappingDefinition>;

const merged = (own: readonly string[], more: readonly string[] = []): readonly string[] => [...new Set([...own, ...more])];

function adjustColumn(column: ColumnDefinition, { headers, options, absent }: Adjustment): ColumnDefinition {
  return {
    ...column,
    headers: merged(column.headers, headers),
    ...(options === undefined ? {} : { options: { ...column.options, ...options } }),
    ...(absent === undefined ? {} : { absent: merged(column.absent ?? [], absent) }),
  };
}

function isAbout({ columns, transform }: Adjustment, column: ColumnDefinition): boolean {
  return (columns === undefined || columns.includes(column.to)) && (transform === undefined || transform === column.transform);
}

const changesColumns = ({ headers, options, absent }: Adjustment): boolean => headers !== undefined || options !== undefined || absent !== undefined;

/** The definition with the adjustment made, or itself where the adjustment is about none of it. */
function adjustMapping(definition: MappingDefinition, adjustment: Adjustment): MappingDefinition {
  const touched = changesColumns(adjustment) && definition.columns.some((column) => isAbout(adjustment, column));
  if (!touched && adjustment.sheets === undefined) return definition;
  return {
    ...definition,
    sheets: merged(definition.sheets, adjustment.sheets),
    columns: touched ? definition.columns.map((column) => (isAbout(adjustment, column) ? adjustColumn(column, adjustment) : column)) : definition.columns,
  };
}

/** What is known of a maker's files from another's layout is inferred, whatever is known of that other. */
function asInferred(definition: MappingDefinition, base: string): MappingDefinition {
  const certainty = definition.certainty === 'D' ? 'D' : 'C';
  return { ...definition, certainty, source: `Taken over from ${base}, no file of this maker's own was seen. ${definition.source}` };
}

/** Base name of a mapping: what its file is called in every adapter that has it. */
export function baseName(mapping: CompiledMapping): string {
  return mapping.id.slice(mapping.adapter.length + 1);
}

/**
 * The mappings an adapter takes over, as far as they are of its editions.
 *
 * @throws what `fail` throws, for an adjustment that is about nothing or asks for more than can be done
 */
export function takenOver(manifest: Manifest, base: { readonly id: string; readonly mappings: readonly CompiledMapping[] }, fail: (detail: string) => never): Definitions {
  const known = new Set(manifest.editions.map((edition) => edition.id));
  const seen = new Set(manifest.support === 'assumed' ? [] : manifest.seen ?? known);
  const taken = new Map<string, MappingDefinition>();
  for (const mapping of base.mappings) {
    const { definition } = mapping;
    const editions = definition.editions.filter((edition) => known.has(edition));
    if (editions.length === 0) continue;
    const kept = { ...definition, editions };
    taken.set(baseName(mapping), base.id === manifest.id || editions.some((edition) => seen.has(edition)) ? kept : asInferred(kept, base.id));
  }
  for (const [at, adjustment] of (manifest.adjust ?? []).entries()) {
    const unknown = adjustment.mappings?.find((name) => !taken.has(name));
    if (unknown !== undefined) fail(`/adjust/${at}: there is no mapping "${unknown}" to adjust`);
    if (adjustment.sheets !== undefined && adjustment.mappings?.length !== 1) fail(`/adjust/${at}: "sheets" needs one mapping, as titles tell mappings apart`);
    if (adjustment.headers !== undefined && adjustment.columns?.length !== 1) fail(`/adjust/${at}: "headers" needs one column, as headers tell columns apart`);
    let changed = false;
    for (const name of adjustment.mappings ?? [...taken.keys()]) {
      const before = taken.get(name)!;
      const after = adjustMapping(before, adjustment);
      if (after !== before) changed = true;
      taken.set(name, after);
    }
    if (!changed) fail(`/adjust/${at}: no column is touched by it`);
  }
  return taken;
}
