/** The JSON Schemas of the contract, by name, with shared definitions put in place of their references. */
import { Fault } from './fault.ts';
import { RECORD_TYPES, type RecordType } from './record.ts';
import { resourceJson } from './resources.ts';

/** A JSON Schema object; only a validator looks inside. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** Names of the schemas below `schemas/config`. */
export const CONFIG_SCHEMAS = [
  'adapter-manifest', 'mapping', 'home', 'school', 'policy', 'calendar', 'statutory-dates', 'requirements', 'requirement-reasons', 'roster-types', 'term-rosters', 'year-rosters', 'code-list', 'coined', 'official-replies', 'receipt-kinds', 'portfolio-policy', 'receivers',
] as const;

export type ConfigSchema = (typeof CONFIG_SCHEMAS)[number];

const COMMON = 'schemas/canonical/common.json';
const cache = new Map<string, JsonSchema>();

/**
 * The schema of one record type (`schemas/canonical/<kebab-case>.json`), self-contained:
 * references into `common.json` are resolved. The same object every time.
 */
export function canonicalSchema(type: RecordType): JsonSchema {
  return load(`schemas/canonical/${canonicalFile(type)}.json`, true);
}

/** Base name of a record type's schema file: `courseRecord` → `course-record`. */
export function canonicalFile(type: RecordType): string {
  if (!RECORD_TYPES.includes(type)) throw new Fault('record/not-found', { what: `schema ${type}` });
  return type.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** The schema of a configuration file (`schemas/config/<name>.json`). */
export function configSchema(name: ConfigSchema): JsonSchema {
  return load(`schemas/config/${name}.json`, false);
}

/** The schema of a submission's `manifest.json` (`schemas/package/submission.json`). */
export function submissionSchema(): JsonSchema {
  return load('schemas/package/submission.json', false);
}

function load(path: string, shared: boolean): JsonSchema {
  let schema = cache.get(path);
  if (schema === undefined) {
    const read = resourceJson(path) as JsonSchema;
    schema = shared ? (inPlace(read, resourceJson(COMMON) as JsonSchema) as JsonSchema) : read;
    cache.set(path, schema);
  }
  return schema;
}

/**
 * Replaces `{ "$ref": "<common id>#/$defs/x", … }` by the definition, the referrer's own keywords winning.
 * Inlining lets the validator compile one flat function per record type.
 */
function inPlace(node: unknown, common: JsonSchema): unknown {
  if (Array.isArray(node)) return node.map((item) => inPlace(item, common));
  if (typeof node !== 'object' || node === null) return node;
  const { $ref: reference, ...own } = node as { $ref?: string };
  const resolved = Object.fromEntries(Object.entries(own).map(([key, value]) => [key, inPlace(value, common)]));
  if (reference === undefined) return resolved;
  const definition = (common['$defs'] as Readonly<Record<string, object>>)[reference.slice(`${String(common['$id'])}#/$defs/`.length)];
  if (definition === undefined) throw new Fault('install/incomplete', { file: `${COMMON} ${reference}` });
  return { ...definition, ...resolved };
}
