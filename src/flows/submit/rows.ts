/** The records of a submission's sheets, in the order of the school's own files. */
import type { CompiledMapping } from '../../mapping/compile.ts';
import type { CanonicalRecord } from '../../core/record.ts';
import type { SchoolStore } from '../../store/port.ts';

/**
 * Order of the school's own rows: by file name, then as in the file. The store's order depends on its key,
 * and a package must be the same bytes wherever it is made.
 */
export function inFileOrder(store: SchoolStore, records: CanonicalRecord[]): CanonicalRecord[] {
  const names = new Map<string, string>();
  const nameOf = (input: string): string => {
    let name = names.get(input);
    if (name === undefined) names.set(input, (name = `${store.input(input)?.file ?? ''}\0${input}`));
    return name;
  };
  return records.sort((a, b) => {
    if (a.source.input !== b.source.input) return nameOf(a.source.input) < nameOf(b.source.input) ? -1 : 1;
    return a.source.table - b.source.table || a.source.row - b.source.row;
  });
}

/** A record belongs to a mapping when it has its type and all of its constants, e.g. kind and division. */
export function fits(mapping: CompiledMapping, record: CanonicalRecord): boolean {
  return Object.entries(mapping.definition.constants).every(([field, value]) => record[field] === value);
}

/** The records of one sheet of a term, in the order of the school's own files. */
export async function recordsOf(store: SchoolStore, term: string, mapping: CompiledMapping): Promise<readonly CanonicalRecord[]> {
  const { definition } = mapping;
  const records: CanonicalRecord[] = [];
  for await (const batch of store.records(term, definition.record, definition.constants['kind'])) {
    for (const record of batch) if (fits(mapping, record)) records.push(record);
  }
  return inFileOrder(store, records);
}
