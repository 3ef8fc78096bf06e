/** How the cells of an outside file are to be treated when shown: the mapping says what stands in a column. */
import { FIELDS } from '../core/fields.ts';
import { mask, type Privacy } from '../core/mask.ts';
import type { Params } from '../core/problem.ts';
import type { MappingDefinition } from './sdk.ts';

/** Privacy class of a column by its header; what no mapping knows is taken for free text. */
export function columnPrivacy(definition: MappingDefinition | null, header: string | undefined): Privacy {
  if (!definition || header === undefined) return 'text';
  const column = definition.columns.find((candidate) => candidate.headers.includes(header));
  if (!column) return 'text';
  return FIELDS[definition.record]?.[column.to]?.privacy ?? 'text';
}

/** A problem's parameters as they may be shown: `value` repeats the cell's text and is masked like the cell. */
export function maskedParams(params: Params, privacy: Privacy): Params {
  return 'value' in params ? { ...params, value: mask(privacy, String(params['value'])) } : params;
}
