/**
 * Puts records together. The function is generated per table, with every field name written out, because
 * assigning twenty fields by variable name costs more than converting them (1.6 against 1.0 s per million rows).
 */
import type { CanonicalRecord } from '../core/record.ts';
import type { Value } from './transform.ts';

/** What all records of a table share. */
export interface Shared {
  readonly school: string;
  readonly input: string;
  readonly table: number;
}

/** A record whose bags are still to be filled. */
export type OpenRecord = CanonicalRecord & { raw?: Readonly<Record<string, string>>; extra?: Readonly<Record<string, string>> };

/** `values` follow the fields the builder was made for; undefined leaves the field out. */
export type Build = (shared: Shared, term: string, row: number, values: readonly (Value | undefined)[]) => OpenRecord;

const NAME = /^[A-Za-z][A-Za-z0-9]*$/;

/** `fields` are names of the canonical model, checked by `compileMapping`. */
export function recordBuilder(type: string, constants: Readonly<Record<string, string>>, fields: readonly string[]): Build {
  for (const name of [type, ...Object.keys(constants), ...fields]) if (!NAME.test(name)) throw new TypeError(`not a field name: ${name}`);
  const fixed = Object.entries(constants).map(([name, value]) => `${name}:${JSON.stringify(value)},`).join('');
  const assigned = fields.map((name, index) => `v=values[${index}];if(v!==undefined)record.${name}=v;`).join('');
  const body = `const record={type:${JSON.stringify(type)},${fixed}school:shared.school,term,source:{input:shared.input,table:shared.table,row}};let v;${assigned}return record;`;
  return new Function('shared', 'term', 'row', 'values', body) as Build;
}
