/** Records a mapping could have read, for round trips. */
import fc from 'fast-check';
import type { CanonicalRecord } from '../../src/core/record.ts';
import type { Column } from '../../src/mapping/column.ts';
import type { CompiledMapping } from '../../src/mapping/compile.ts';
import type { Value } from '../../src/mapping/transform.ts';
import { canonicalValues } from './values.ts';

/** Texts a system cannot tell from nothing, or from one that was cut: no record of it is written with them. */
function isPeculiar(column: Column, text: string): boolean {
  return column.definition.absent?.includes(text) === true || (column.options['bytes'] !== undefined && column.read(text, 's').note !== null);
}

/** A record of the mapping's type from row 2, every optional field there or not. */
export function drawnRecord(mapping: CompiledMapping): fc.Arbitrary<CanonicalRecord> {
  const { definition } = mapping;
  const drawn: Record<string, fc.Arbitrary<Value | undefined>> = {};
  for (const column of mapping.columns) {
    const values = canonicalValues(column.transform.name, column.options).filter((value) => !isPeculiar(column, column.print(value)));
    const always = column.definition.nonBlank === true || column.to.startsWith('term.');
    drawn[column.to] = always ? values : fc.oneof({ weight: 4, arbitrary: values }, { weight: 1, arbitrary: fc.constant(undefined) });
  }
  return fc.record(drawn).map((values) => {
    const { 'term.year': year, 'term.part': part, 'term.stamp': stamp, ...rest } = values;
    const record: Record<string, unknown> = { type: definition.record, ...definition.constants, school: '990301', term: stamp !== undefined ? stamp : year === undefined ? '114-1' : `${year}-${part}`, source: { input: 'input', table: 0, row: 2 } };
    const extra: Record<string, unknown> = {};
    for (const [field, value] of Object.entries(rest)) {
      if (value === undefined) continue;
      if (field.startsWith('extra.')) extra[field.slice('extra.'.length)] = value;
      else record[field] = value;
    }
    return (Object.keys(extra).length > 0 ? { ...record, extra } : record) as unknown as CanonicalRecord;
  });
}
