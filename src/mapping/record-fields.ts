/** Which fields the records of a table can have. */
import type { Binding } from './bind.ts';
import { extraKey, isCompared, isTermPart } from './targets.ts';

/** Fields that columns fill, in the order of the columns. */
export function boundFields({ columns }: Binding): readonly string[] {
  return columns.map(({ column }) => column.to).filter((to) => !isTermPart(to) && !isCompared(to) && extraKey(to) === null);
}

/** The constants, the same, and the bags: no record made with the binding has another field, beside those every record has. */
export function recordFields(binding: Binding): readonly string[] {
  const constants = Object.keys(binding.mapping.definition.constants).filter((field) => !isTermPart(field));
  return [...constants, ...boundFields(binding), 'raw', 'extra'];
}
