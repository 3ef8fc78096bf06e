/** Holds mapped records against the canonical schemas: nothing that does not conform gets past an adapter. */
import type { Problem } from '../core/problem.ts';
import type { RecordType } from '../core/record.ts';
import { canonicalSchema } from '../core/schemas.ts';
import { compileSchema, type SchemaError, type Validator } from '../formats/json/schema.ts';
import type { RecordCheck } from '../mapping/apply.ts';
import type { Binding } from '../mapping/bind.ts';

const validators = new Map<RecordType, Validator>();

function validatorFor(type: RecordType): Validator {
  let validator = validators.get(type);
  if (!validator) validators.set(type, (validator = compileSchema(canonicalSchema(type))));
  return validator;
}

/** JSON Pointer → the field it starts with; `extra` and `raw` keep their key. */
function fieldOf(error: SchemaError): string {
  const missing = error.params['missingProperty'];
  if (typeof missing === 'string' && error.path === '') return missing;
  const [field = '', key] = error.path.slice(1).split('/').map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  return key === undefined ? field : `${field}.${key}`;
}

function problemOf(error: SchemaError, binding: Binding, value: unknown): Problem {
  const field = fieldOf(error);
  const bound = binding.columns.find((candidate) => candidate.column.to === field);
  const column = bound?.header ?? field.replace(/^(?:extra|raw)\./, '');
  const limit = error.params['limit'];
  const place = { ...(bound ? { column } : {}), ...(typeof value === 'string' ? { value } : {}) };
  if (error.keyword === 'maxLength' && typeof limit === 'number') {
    return { code: 'mapping/too-long', ...place, params: { column, field, limit, length: typeof value === 'string' ? value.length : 0 } };
  }
  return { code: 'mapping/not-conforming', ...place, params: { column, field, limit: error.message['zh-TW'] } };
}

/** The check for records of one type; only the first thing wrong is told. */
export function conformCheck(type: RecordType): RecordCheck {
  const validate = validatorFor(type);
  return (record, binding) => {
    const [error] = validate(record);
    return error === undefined ? null : problemOf(error, binding, record[fieldOf(error)]);
  };
}
