/** `schemas/canonical/README.md`: the canonical model as a reference page. */
import type { Output } from '../generate.ts';
import { GENERATED, recordSchemas, type FieldSchema, type RecordSchema } from './canonical.ts';
import { row } from './table.ts';

export async function outputs(): Promise<readonly Output[]> {
  const schemas = recordSchemas();
  const text = [
    `<!-- ${GENERATED} -->`,
    '# Canonical model (標準模型)',
    'One flat record a row, whatever system it came from. An absent field is a missing column or a blank cell; ' +
      '`none` (null) is the roster\'s explicit -1. Bounds only keep broken input from growing without limit: ' +
      'whether a value is allowed is for the rules. `privacy` says how a field is masked when it is shown: ' +
      '`id` keeps six characters, `name` the surname, `birth` the year, `text` only the length.',
    schemas.map(({ type, title, 'x-en': english }) => `- [\`${type}\`](#${type.toLowerCase()}) ${title} · ${english}`).join('\n'),
    ...schemas.map(recordText),
  ].join('\n\n');
  return [{ path: 'schemas/canonical/README.md', text: `${text}\n` }];
}

function recordText(schema: RecordSchema): string {
  return [
    `## ${schema.type}`,
    '',
    `${schema.title} · ${schema['x-en']}. ${schema.description}`,
    '',
    '| field | 中文 | English | value | kinds | privacy | code list | meaning |',
    '|---|---|---|---|---|---|---|---|',
    ...Object.entries(schema.properties).map(([name, field]) => row([
      schema.required.includes(name) ? `**${name}**` : name,
      field.title, field['x-en'], valueText(field), field['x-kinds']?.join(', ') ?? '', field['x-privacy'], field['x-codes'] ?? '', field.description,
    ])),
  ].join('\n');
}

function valueText(field: FieldSchema): string {
  if (field.const !== undefined) return field.const;
  if (field.enum !== undefined) return field.enum.join(', ');
  const types = [field.type ?? []].flat();
  const [main = ''] = types;
  const words = main === 'string' ? `text, at most ${field.maxLength}` : main === 'boolean' ? 'yes or no' : main === 'object' ? 'object' : main;
  return types.includes('null') ? `${words}; or none` : words;
}
