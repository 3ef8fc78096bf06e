/** Holds mapped records against the canonical schemas: nothing that does not conform gets past an adapter. */
import type { Problem } from '../core/problem.ts';
import { type CanonicalRecord, RECORD_TYPES, type RecordType } from '../core/record.ts';
import { canonicalSchema, type JsonSchema } from '../core/schemas.ts';
import { compileSchema, type SchemaError, type Validator } from '../formats/json/schema.ts';
import type { Binding } from '../mapping/bind.ts';
import type { RecordCheck } from '../mapping/record-check.ts';

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

function problemOf(error: SchemaError, binding: Pick<Binding, 'columns'>, value: unknown): Problem {
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

/** Keywords of a schema whose fields can be judged one by one: none says that what is right here depends on what stands there. */
const FLAT = new Set(['$schema', '$id', 'title', 'x-en', 'description', 'type', 'required', 'additionalProperties', 'properties']);
/** Keywords that say nothing but how long a text may be, besides our annotations. */
const LENGTH_ONLY = new Set(['type', 'minLength', 'maxLength', 'title', 'description', 'x-en', 'x-privacy', 'x-kinds', 'x-codes']);

type Fits = (value: unknown) => boolean;

/** What a flat schema says besides its fields: which there must be, and which there may be. */
function shapeOf({ type, required, additionalProperties, properties }: JsonSchema): JsonSchema {
  return { type, required, additionalProperties, properties: Object.fromEntries(Object.keys(properties as object).map((field) => [field, true])) };
}

/** A text is never longer in characters than in UTF-16 units: most need no counting. Whatever is not plain goes to the validator. */
function fieldFits(schema: JsonSchema): Fits {
  let validate: Validator | undefined;
  const judged: Fits = (value) => (validate ??= compileSchema(schema))(value).length === 0;
  const { type, minLength = 0, maxLength } = schema;
  const plain = type === 'string' && typeof maxLength === 'number' && Number(minLength) <= 1 && Object.keys(schema).every((key) => LENGTH_ONLY.has(key));
  if (!plain) return judged;
  return (value) => (typeof value === 'string' && value !== '' && value.length <= maxLength) || judged(value);
}

const checks = new Map<RecordType, RecordCheck>();

/** The check for records of one type, the same one every time; only the first thing wrong is told. */
export function conformCheck(type: RecordType): RecordCheck {
  let check = checks.get(type);
  if (!check) checks.set(type, (check = makeCheck(type)));
  return check;
}

/** What is wrong with a record that came without columns; null for nothing. */
export function recordProblem(record: CanonicalRecord): Problem | null {
  return RECORD_TYPES.includes(record.type) ? conformCheck(record.type).problem(record, { columns: [] }) : { code: 'mapping/not-conforming', params: { column: 'type', field: 'type', limit: '' } };
}

function makeCheck(type: RecordType): RecordCheck {
  const schema = canonicalSchema(type);
  const properties = schema['properties'] as Readonly<Record<string, JsonSchema>>;
  const flat = Object.keys(schema).every((key) => FLAT.has(key));
  const fields = new Map<string, Fits>();
  let hasShape: Validator | undefined;
  let validate: Validator | undefined;

  const fits = (field: string, value: unknown): boolean => {
    let judge = fields.get(field);
    if (judge === undefined) {
      const property = flat && Object.hasOwn(properties, field) ? properties[field] : undefined;
      fields.set(field, (judge = property === undefined ? () => false : fieldFits(property)));
    }
    return judge(value);
  };

  return {
    fits,
    problem(record, binding) {
      // The schema of a whole record takes 0.1 s to compile: a file with nothing wrong in it never needs it.
      if (flat && (hasShape ??= compileSchema(shapeOf(schema)))(record).length === 0 && Object.entries(record).every(([field, value]) => fits(field, value))) return null;
      const [error] = (validate ??= validatorFor(type))(record);
      return error === undefined ? null : problemOf(error, binding, record[fieldOf(error)]);
    },
  };
}
