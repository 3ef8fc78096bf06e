/** JSON Schema 2020-12 validation; the only file that knows ajv. */
import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import type { Bilingual } from '../../core/problem.ts';
import type { JsonSchema } from '../../core/schemas.ts';
import { messageOf } from './messages.ts';

/** One thing wrong with a value, in our own shape. */
export interface SchemaError {
  /** JSON Pointer to the place, `` for the value itself. */
  readonly path: string;
  /** The JSON Schema keyword that failed. */
  readonly keyword: string;
  /** What the keyword says about it: `{ limit: 300 }`, `{ missingProperty: 'term' }` … */
  readonly params: Readonly<Record<string, unknown>>;
  readonly message: Bilingual;
}

/** Errors of a value, none when it is valid. */
export type Validator = (value: unknown) => readonly SchemaError[];

export interface CompileOptions {
  /** All errors of a value instead of the first; off for rows, on for configuration files. */
  readonly allErrors?: boolean;
}

/** Our own annotations; they document and never validate. */
const ANNOTATIONS = ['x-en', 'x-privacy', 'x-kinds', 'x-codes', 'x-source'];

const VALID: readonly SchemaError[] = [];

const engines = new Map<boolean, Ajv2020>();

/**
 * Compiles a self-contained schema into a validator. Compiling costs milliseconds, validating
 * microseconds: compile once and keep it. An unknown keyword or a schema that contradicts itself
 * throws, as only our own schemas come here.
 */
export function compileSchema(schema: JsonSchema, { allErrors = false }: CompileOptions = {}): Validator {
  const validate = engine(allErrors).compile(schema);
  // A name that fails is said once, by `propertyNames`, not again by the keyword inside it.
  return (value) => (validate(value) ? VALID : (validate.errors ?? []).filter(({ propertyName }) => propertyName === undefined).map(ownShape));
}

function engine(allErrors: boolean): Ajv2020 {
  let ajv = engines.get(allErrors);
  if (ajv === undefined) {
    ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors, addUsedSchema: false, validateFormats: false });
    ajv.addVocabulary(ANNOTATIONS);
    engines.set(allErrors, ajv);
  }
  return ajv;
}

function ownShape(error: ErrorObject): SchemaError {
  const params = error.params as Readonly<Record<string, unknown>>;
  return { path: error.instancePath, keyword: error.keyword, params, message: messageOf(error.keyword, params, error.instancePath) };
}
