/** From a canonical record and field back to the school's own file, sheet and column. */
import type { CompiledMapping } from '../../mapping/compile.ts';
import type { Value } from '../../mapping/transform.ts';
import { FIELDS } from '../../core/fields.ts';
import type { Privacy } from '../../core/mask.ts';
import type { CanonicalRecord } from '../../core/record.ts';
import type { InputInfo, SchoolStore } from '../../store/port.ts';
import type { Services } from '../services.ts';

export interface Location {
  readonly file: string | null;
  readonly sheet: string | null;
  readonly column: string | null;
  /** The cell's text, unmasked; whoever shows it masks it by `privacy`. */
  readonly value: string | null;
  readonly privacy: Privacy;
}

/** A lookup over one store; inputs and mappings are fetched once each. */
export function locator(services: Services, store: SchoolStore): (record: CanonicalRecord, field: string | undefined) => Location {
  const inputs = new Map<string, InputInfo | null>();
  const inputOf = (id: string): InputInfo | null => {
    let info = inputs.get(id);
    if (info === undefined) inputs.set(id, (info = store.input(id)));
    return info;
  };
  const cellText = (mapping: CompiledMapping | null, record: CanonicalRecord, field: string): string | null => {
    const raw = record.raw?.[field];
    if (raw !== undefined) return raw;
    const value = record[field];
    if (value === undefined) return null;
    const column = mapping?.columns.find((candidate) => candidate.to === field);
    return column ? column.print(value as Value) : String(value);
  };
  return (record, field) => {
    const table = inputOf(record.source.input)?.tables[record.source.table];
    const mapping = table?.mapping ? services.registry.mapping(table.mapping) : null;
    const headers = field === undefined ? undefined : mapping?.definition.columns.find((column) => column.to === field)?.headers;
    return {
      file: table?.file ?? null,
      sheet: table?.sheet ?? null,
      column: headers?.find((header) => table?.header.includes(header)) ?? headers?.[0] ?? null,
      value: field === undefined ? null : cellText(mapping, record, field),
      privacy: field === undefined ? 'none' : FIELDS[record.type]?.[field]?.privacy ?? 'text',
    };
  };
}
