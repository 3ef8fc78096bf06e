/** `src/core/fields.ts`: what running code must know of every field. */
import type { Output } from '../generate.ts';
import { GENERATED, recordSchemas, type FieldSchema } from './canonical.ts';

export async function outputs(): Promise<readonly Output[]> {
  const text = [
    `/** ${GENERATED} */`,
    "import type { Privacy } from './mask.ts';",
    "import type { RecordType } from './record.ts';",
    '',
    '/** What a canonical field is called, how it is masked, and where it applies. */',
    'export interface FieldInfo {',
    '  readonly privacy: Privacy;',
    '  readonly zh: string;',
    '  readonly en: string;',
    '  /** Kinds of the record type that have the field; all when left out. */',
    '  readonly kinds?: readonly string[];',
    '  /** Code list its values come from. */',
    '  readonly codes?: string;',
    '}',
    '',
    'export const FIELDS: Readonly<Record<RecordType, Readonly<Record<string, FieldInfo>>>> = {',
    ...recordSchemas().map(({ type, properties }) => [
      `  ${type}: {`,
      ...Object.entries(properties).map(([name, field]) => `    ${name}: ${info(field)},`),
      '  },',
    ].join('\n')),
    '};',
  ].join('\n');
  return [{ path: 'src/core/fields.ts', text: `${text}\n` }];
}

function info(field: FieldSchema): string {
  const parts = [`privacy: ${quote(field['x-privacy'])}`, `zh: ${quote(field.title)}`, `en: ${quote(field['x-en'])}`];
  if (field['x-kinds']) parts.push(`kinds: [${field['x-kinds'].map(quote).join(', ')}]`);
  if (field['x-codes']) parts.push(`codes: ${quote(field['x-codes'])}`);
  return `{ ${parts.join(', ')} }`;
}

function quote(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
