/** Every field the record type needs is filled from somewhere, or its absence is excused in writing. */
import type { Bilingual } from '../../../core/problem.ts';
import { FIELDS } from '../../../core/fields.ts';
import { canonicalSchema } from '../../../core/schemas.ts';
import type { CompiledMapping } from '../../../mapping/compile.ts';
import { RESERVED } from '../../../mapping/targets.ts';
import { both, check } from '../check.ts';

/** The student key: optional in the schema, because some sheets cannot have it, but never left out without a word (RULE-403). */
const KEY = ['idNumber', 'birthDate'];

function faultsOf({ id, definition }: CompiledMapping): Bilingual[] {
  const filled = new Set<string>([...RESERVED, ...Object.keys(definition.constants), ...definition.columns.map((column) => column.to)]);
  const needed = new Set([...(canonicalSchema(definition.record)['required'] as readonly string[]), ...KEY.filter((field) => Object.hasOwn(FIELDS[definition.record], field))]);
  const excused = new Set((definition.excuses ?? []).map(({ field }) => field));
  const missing = [...needed].filter((field) => !filled.has(field) && !excused.has(field));
  const idle = [...excused].filter((field) => filled.has(field) || !needed.has(field));
  return [
    ...missing.map((field) => both(`${id} 沒有填「${field}」，也沒有在 excuses 說明原因。`, `${id} does not fill "${field}" and has no excuse for it.`)),
    ...idle.map((field) => both(`${id} 的 excuses 有「${field}」，但該欄已填或不需要，請刪除。`, `${id} excuses "${field}", which is filled or not needed; remove the excuse.`)),
  ];
}

export default check({
  check: 'required-fields',
  title: both('必要欄位都有來源，或寫明沒有的理由', 'Every required field is filled or excused in writing'),
  async run({ adapter }) {
    return adapter.mappings.filter(({ definition }) => definition.rejects !== true).flatMap(faultsOf);
  },
});
