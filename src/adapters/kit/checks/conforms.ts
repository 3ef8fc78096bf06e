/** Every record keeps to the canonical schema, and its fields to those its kind has. */
import type { Bilingual } from '../../../core/problem.ts';
import { FIELDS } from '../../../core/fields.ts';
import { canonicalSchema } from '../../../core/schemas.ts';
import { compileSchema } from '../../../formats/json/schema.ts';
import type { CompiledMapping } from '../../../mapping/compile.ts';
import { both, check } from '../check.ts';
import { tablesOf } from '../subject.ts';

function misplaced({ id, definition }: CompiledMapping): Bilingual[] {
  return definition.columns
    .filter(({ to }) => {
      const kinds = FIELDS[definition.record][to]?.kinds;
      return kinds !== undefined && !kinds.includes(definition.constants['kind'] ?? '');
    })
    .map(({ to }) => both(`${id} 填了「${to}」，但 ${definition.constants['kind'] ?? definition.record} 沒有這個欄位。`, `${id} fills "${to}", which ${definition.constants['kind'] ?? definition.record} does not have.`));
}

export default check({
  check: 'conforms',
  title: both('每筆紀錄都符合標準格式', 'Every record conforms to the canonical schema'),
  async run(subject) {
    const found = subject.adapter.mappings.flatMap(misplaced);
    for (const { where, mapping, records, rejected } of await tablesOf(subject)) {
      const validate = compileSchema(canonicalSchema(mapping.definition.record));
      for (const record of records) {
        const [error] = validate(record);
        if (error) found.push(both(`${where} 第 ${record.source.row} 列：${error.path || '/'} ${error.message['zh-TW']}`, `${where} row ${record.source.row}: ${error.path || '/'} ${error.message.en}`));
      }
      for (const { row, column, params } of rejected.filter(({ code }) => code === 'mapping/not-conforming')) {
        const field = String(params['field'] ?? column ?? '');
        found.push(both(`${where} 第 ${row} 列：「${field}」不符合標準格式，整列退回。`, `${where} row ${row}: "${field}" does not conform, so the row was rejected.`));
      }
    }
    return found;
  },
});
