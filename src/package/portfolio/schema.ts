/** The schemas below `schemas/package/`, compiled once. */
import { resourceJson } from '../../core/resources.ts';
import type { JsonSchema } from '../../core/schemas.ts';
import { compileSchema, type Validator } from '../../formats/json/schema.ts';

const validators = new Map<string, Validator>();

/** @param name of a schema, without folder and extension */
export function packageValidator(name: string): Validator {
  let validator = validators.get(name);
  if (!validator) validators.set(name, (validator = compileSchema(resourceJson(`schemas/package/${name}.json`) as JsonSchema)));
  return validator;
}
