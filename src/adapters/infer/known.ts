/** What the known mappings and the canonical titles call each field, and how they read it. */
import { FIELDS } from '../../core/fields.ts';
import type { RecordType } from '../../core/record.ts';
import type { CompiledMapping } from '../../mapping/compile.ts';
import type { ColumnDefinition } from '../../mapping/definition.ts';
import { extraKey, isTermPart, RESERVED } from '../../mapping/targets.ts';
import type { Registry } from '../registry.ts';
import type { Name } from './similar.ts';

export interface KnownField {
  readonly to: string;
  /** Headers of known mappings and the canonical titles. */
  readonly aliases: readonly Name[];
  /** Ways known mappings read it, without doubles; those of the same record type first. */
  readonly ways: readonly Pick<ColumnDefinition, 'transform' | 'options' | 'codes'>[];
}

/** The mappings that are nobody's copy: those an adapter takes over from another say nothing new. */
export function modelsOf(registry: Registry): readonly CompiledMapping[] {
  return registry.adapters.flatMap((adapter) => adapter.mappings.filter(({ id, definition }) => adapter.own.has(id) && definition.rejects !== true));
}

/** Fields a record of this kind may have, besides those the program fills itself. */
function fieldNames(record: RecordType, kind: string | undefined): readonly string[] {
  const reserved: readonly string[] = RESERVED;
  const own = Object.entries(FIELDS[record]).filter(([name, { kinds }]) => !reserved.includes(name) && (kinds === undefined || kinds.includes(kind ?? '')));
  return [...own.map(([name]) => name), 'term.year', 'term.part'];
}

/** The first of each key, in order: what is of the nearest mapping comes first. */
function unique<T>(values: readonly T[], key: (value: T) => string): readonly T[] {
  const seen = new Set<string>();
  return values.filter((value) => {
    const own = key(value);
    if (seen.has(own)) return false;
    seen.add(own);
    return true;
  });
}

/** Every field of the model's record with its names and ways. */
export function knownFields(model: CompiledMapping, models: readonly CompiledMapping[], nameOf: (text: string) => Name): readonly KnownField[] {
  const { record, constants } = model.definition;
  const order = [model, ...models.filter((other) => other !== model && other.definition.record === record), ...models.filter((other) => other.definition.record !== record)];
  const columns = order.flatMap(({ definition }) => definition.columns).filter((column) => extraKey(column.to) === null);
  const byField = Map.groupBy(columns, (column) => column.to);
  return fieldNames(record, constants['kind']).filter((to) => !Object.hasOwn(constants, to)).map((to) => {
    const found = byField.get(to) ?? [];
    const title = FIELDS[record][to];
    const titles = title && !isTermPart(to) ? [title.zh, title.en] : [];
    const aliases = [...found.flatMap((column) => column.headers), ...titles];
    const ways = found.map(({ transform, options, codes }) => ({ transform, ...(options === undefined ? {} : { options }), ...(codes === undefined ? {} : { codes }) }));
    return { to, aliases: [...new Set(aliases)].map(nameOf), ways: unique(ways, (way) => JSON.stringify(way)) };
  });
}
