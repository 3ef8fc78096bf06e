/** Configuration files of an operator: read strictly and checked against `schemas/config/<name>.json`. */
import { readFileSync } from 'node:fs';
import { Fault } from '../../core/fault.ts';
import { ProblemError } from '../../core/problem.ts';
import { resourceJson } from '../../core/resources.ts';
import type { JsonSchema } from '../../core/schemas.ts';
import { parseJson } from './read.ts';
import { compileSchema, type Validator } from './schema.ts';

const validators = new Map<string, Validator>();

function validatorOf(schema: string): Validator {
  let validator = validators.get(schema);
  if (!validator) validators.set(schema, (validator = compileSchema(resourceJson(`schemas/config/${schema}.json`) as JsonSchema, { allErrors: true })));
  return validator;
}

/**
 * @param schema name of a schema below `schemas/config`, without extension
 * @throws {Fault} `config/invalid` naming the line, or every place that does not fit the schema
 */
export function readConfig<T>(file: string, schema: string): T {
  let value: unknown;
  try {
    value = parseJson(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''), file);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const { line, at } = error.problem.params;
    throw new Fault('config/invalid', { file, detail: `${error.problem.code}${line === undefined ? '' : ` (line ${line}, column ${at})`}` });
  }
  const errors = validatorOf(schema)(value);
  if (errors.length > 0) throw new Fault('config/invalid', { file, detail: errors.map(({ path, message }) => `${path || '/'} ${message.en}`).join('; ') });
  return value as T;
}
