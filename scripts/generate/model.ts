/** `src/core/model.ts`: one TypeScript type per record type. */
import type { Output } from '../generate.ts';
import { GENERATED, recordSchemas, type FieldSchema, type RecordSchema } from './canonical.ts';

export async function outputs(): Promise<readonly Output[]> {
  const schemas = recordSchemas();
  const text = [
    `/** ${GENERATED} */`,
    "import type { Source } from './record.ts';",
    ...schemas.map(typeText),
    [
      '/** The record type by its name. */',
      'export type RecordOf = {',
      ...schemas.map(({ type }) => `  readonly ${type}: ${typeName(type)};`),
      '};',
    ].join('\n'),
    '/** Any canonical record; `type` tells which. */\nexport type AnyRecord = RecordOf[keyof RecordOf];',
  ].join('\n\n');
  return [{ path: 'src/core/model.ts', text: `${text}\n` }];
}

/** A type alias, not an interface: only aliases fit the index signature of `CanonicalRecord`. */
function typeText(schema: RecordSchema): string {
  return [
    `/** ${schema.title}: ${schema.description} */`,
    `export type ${typeName(schema.type)} = {`,
    ...Object.entries(schema.properties).map(([name, field]) => fieldText(name, field, schema.required.includes(name))),
    '};',
  ].join('\n');
}

function fieldText(name: string, field: FieldSchema, required: boolean): string {
  return `  /** ${field.title}. ${field.description} */\n  readonly ${name}${required ? '' : '?'}: ${valueType(name, field)};`;
}

function valueType(name: string, field: FieldSchema): string {
  if (field.const !== undefined) return `'${field.const}'`;
  if (field.enum !== undefined) return field.enum.map((value) => `'${value}'`).join(' | ');
  const types = field.type === undefined ? [] : [field.type].flat();
  const written = types.map((type) => {
    if (type === 'integer') return 'number';
    if (type !== 'object') return type;
    return name === 'source' ? 'Source' : 'Readonly<Record<string, string>>';
  });
  if (written.length === 0) throw new Error(`field ${name} has no type`);
  return written.join(' | ');
}

function typeName(type: string): string {
  return type === 'school' ? 'SchoolRecord' : type[0]?.toUpperCase() + type.slice(1);
}
