/** Configuration files of an operator: read strictly and checked against `schemas/config/<name>.json`. */
import { readFileSync } from 'node:fs';
import { Fault } from '../../core/fault.ts';
import { type Bilingual, ProblemError } from '../../core/problem.ts';
import { PROBLEMS } from '../../core/problems/index.ts';
import { type ConfigSchema, configSchema } from '../../core/schemas.ts';
import { fill } from '../../core/text.ts';
import { lineOfPointer } from './locate.ts';
import { parseJson } from './read.ts';
import { compileSchema, type SchemaError, type Validator } from './schema.ts';

const validators = new Map<string, Validator>();

/** Mistakes shown at once; the rest shows when these are mended. */
const SHOWN = 5;

function validatorOf(schema: ConfigSchema): Validator {
  let validator = validators.get(schema);
  if (!validator) validators.set(schema, (validator = compileSchema(configSchema(schema), { allErrors: true })));
  return validator;
}

/** A mistake in a configuration file that its schema cannot say: a day that does not exist, a rule that is not there. */
export interface Mistake {
  /** JSON Pointer. */
  readonly path: string;
  readonly message: Bilingual;
}

/**
 * @param schema name of a schema below `schemas/config`, without extension
 * @param mistakes looks at a value that fits the schema for what the schema cannot say
 * @throws {Fault} `config/invalid` naming the line of every place that is wrong
 */
export function readConfig<T>(file: string, schema: ConfigSchema, mistakes: (value: T) => readonly Mistake[] = () => []): T {
  const text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  const value = parsed(text, file);
  const errors = validatorOf(schema)(value);
  const found = errors.length > 0 ? errors.map(({ message, ...error }) => ({ path: placeOf(error), message })) : mistakes(value as T);
  if (found.length > 0) refuse(file, listed(found.map(({ path, message }) => ({ line: lineOfPointer(text, path), message }))));
  return value as T;
}

function parsed(text: string, file: string): unknown {
  try {
    return parseJson(text, file);
  } catch (error) {
    const definition = error instanceof ProblemError ? PROBLEMS[error.problem.code] : undefined;
    if (!(error instanceof ProblemError) || !definition) throw error;
    const { params } = error.problem;
    return refuse(file, { 'zh-TW': fill(definition.message['zh-TW'], params), en: fill(definition.message.en, params) });
  }
}

/** The place a reader must look at: a name that should not be there is the place itself. */
function placeOf({ path, keyword, params }: Omit<SchemaError, 'message'>): string {
  const name = keyword === 'additionalProperties' ? params['additionalProperty'] : keyword === 'propertyNames' ? params['propertyName'] : undefined;
  return name === undefined ? path : `${path}/${String(name).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** The first few places, in the order they stand in the file. */
function listed(found: readonly { readonly line: number; readonly message: Bilingual }[]): Bilingual {
  const shown = [...found].sort((a, b) => a.line - b.line).slice(0, SHOWN);
  const more = found.length - shown.length;
  return {
    'zh-TW': shown.map(({ line, message }) => `第 ${line} 行：${message['zh-TW']}`).join('；') + (more > 0 ? `；另有 ${more} 處` : ''),
    en: shown.map(({ line, message }) => `line ${line}: ${message.en}`).join('; ') + (more > 0 ? `; ${more} more` : ''),
  };
}

function refuse(file: string, detail: Bilingual): never {
  throw new Fault('config/invalid', { file, detail: detail.en }, { words: { detail } });
}
