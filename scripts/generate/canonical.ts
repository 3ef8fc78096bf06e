/** Reads the canonical schemas in the shape the generators need. */
import { RECORD_TYPES, type RecordType } from '../../src/core/record.ts';
import { canonicalSchema } from '../../src/core/schemas.ts';

/** One field of a record type, as its schema describes it. */
export interface FieldSchema {
  readonly title: string;
  readonly description: string;
  readonly 'x-en': string;
  readonly 'x-privacy': string;
  readonly 'x-kinds'?: readonly string[];
  readonly 'x-codes'?: string;
  readonly type?: string | readonly string[];
  readonly const?: string;
  readonly enum?: readonly string[];
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly properties?: Readonly<Record<string, FieldSchema>>;
}

/** A record type's schema, references resolved. */
export interface RecordSchema {
  readonly type: RecordType;
  readonly title: string;
  readonly description: string;
  readonly 'x-en': string;
  readonly required: readonly string[];
  readonly properties: Readonly<Record<string, FieldSchema>>;
}

export function recordSchemas(): readonly RecordSchema[] {
  return RECORD_TYPES.map((type) => ({ ...(canonicalSchema(type) as unknown as Omit<RecordSchema, 'type'>), type }));
}

export const GENERATED = 'Generated from schemas/ by `npm run generate`; do not edit.';
