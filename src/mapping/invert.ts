/** Records back to cells: the other direction of the same definition. */
import type { CanonicalRecord } from '../core/record.ts';
import { parseTerm } from '../core/term.ts';
import type { Column } from './column.ts';
import type { CompiledMapping } from './compile.ts';
import { extraKey, RESERVED, TERM_PART, TERM_STAMP, TERM_YEAR } from './targets.ts';
import type { Value } from './transform.ts';

/** Headers in the order of the definition. */
export function printedHeader(mapping: CompiledMapping): readonly string[] {
  return mapping.columns.map((column) => column.definition.headers[0] ?? '');
}

function valueFor(column: Column, record: CanonicalRecord): Value | undefined {
  if (column.to === TERM_YEAR) return parseTerm(record.term)?.year;
  if (column.to === TERM_PART) return parseTerm(record.term)?.part;
  if (column.to === TERM_STAMP) return record.term;
  const key = extraKey(column.to);
  return key === null ? (record[column.to] as Value | undefined) : record.extra?.[key];
}

/** One row of cells; an absent field is a blank cell. Reading the row again gives the same fields. */
export function printRow(mapping: CompiledMapping, record: CanonicalRecord): string[] {
  return mapping.columns.map((column) => {
    const value = valueFor(column, record);
    return value === undefined ? '' : column.print(value);
  });
}

/** Fields of the record that the mapping has no place for, sorted; `extra.<key>` for kept columns. */
export function unheldFields(mapping: CompiledMapping, record: CanonicalRecord): readonly string[] {
  const held = new Set<string>([...RESERVED, ...mapping.columns.map((column) => column.to)]);
  const lost = Object.keys(record).filter((field) => {
    if (held.has(field) || record[field] === undefined) return false;
    return mapping.definition.constants[field] !== record[field];
  });
  const extras = Object.keys(record.extra ?? {}).map((key) => `extra.${key}`).filter((key) => !held.has(key));
  return [...lost, ...extras].sort();
}
