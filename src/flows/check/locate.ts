/** From a canonical record and field back to the school's own file, sheet and column. */
import { FIELDS } from '../../core/fields.ts';
import type { Privacy } from '../../core/mask.ts';
import type { CanonicalRecord } from '../../core/record.ts';
import type { Column } from '../../mapping/column.ts';
import type { Value } from '../../mapping/transform.ts';
import type { InputTable, SchoolStore } from '../../store/port.ts';
import type { Services } from '../services.ts';

export interface Location {
  readonly file: string | null;
  readonly sheet: string | null;
  readonly column: string | null;
  /** The cell's text, unmasked; whoever shows it masks it by `privacy`. */
  readonly value: string | null;
  readonly privacy: Privacy;
}

/** A field of a table's records: where it stands there, and how its values are written. */
interface Place extends Omit<Location, 'value'> {
  readonly printer: Column | null;
}

/** A lookup over one store; inputs, mappings and columns are looked for once each. */
export function locator(services: Services, store: SchoolStore): (record: CanonicalRecord, field: string | undefined) => Location {
  const inputs = new Map<string, readonly InputTable[]>();
  const places = new Map<string, Place>();

  const tableOf = ({ input, table }: CanonicalRecord['source']): InputTable | undefined => {
    let tables = inputs.get(input);
    if (!tables) inputs.set(input, (tables = store.input(input)?.tables ?? []));
    return tables[table];
  };
  const placeFor = ({ type, source }: CanonicalRecord, field: string | undefined): Place => {
    const table = tableOf(source);
    const mapping = table?.mapping ? services.registry.mapping(table.mapping) : null;
    const printer = mapping?.columns.find((column) => column.to === field) ?? null;
    const headers = printer?.definition.headers;
    return {
      file: table?.file ?? null, sheet: table?.sheet ?? null, printer,
      column: headers?.find((header) => table?.header.includes(header)) ?? headers?.[0] ?? null,
      privacy: field === undefined ? 'none' : FIELDS[type]?.[field]?.privacy ?? 'text',
    };
  };
  const textOf = (record: CanonicalRecord, field: string, printer: Column | null): string | null => {
    const raw = record.raw?.[field];
    if (raw !== undefined) return raw;
    const value = record[field];
    if (value === undefined) return null;
    return printer ? printer.print(value as Value) : String(value);
  };

  return (record, field) => {
    const { input, table } = record.source;
    const key = `${input} ${table} ${record.type} ${field ?? ''}`;
    let place = places.get(key);
    if (!place) places.set(key, (place = placeFor(record, field)));
    const { file, sheet, column, privacy, printer } = place;
    return { file, sheet, column, privacy, value: field === undefined ? null : textOf(record, field, printer) };
  };
}
