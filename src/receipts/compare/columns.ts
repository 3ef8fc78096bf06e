/** Keys of a receipt's rows, through the alias tables of the mappings: which canonical field each of them is. */
import { foldHeader } from '../../mapping/header.ts';
import type { Column } from '../../mapping/column.ts';
import type { CompiledMapping } from '../../mapping/compile.ts';
import { extraKey, isCompared, isTermPart } from '../../mapping/targets.ts';

export interface BoundKey {
  readonly key: string;
  readonly field: string;
  /** How its text may be read, the roster's own way first. */
  readonly readers: readonly Column[];
}

export interface BoundKeys {
  readonly bound: readonly BoundKey[];
  /** Keys nobody knows: kept and shown, compared with nothing. */
  readonly unknown: readonly string[];
}

const KEY = new Set(['idNumber', 'birthDate']);

const plain = ({ to }: Column): boolean => extraKey(to) === null && !isTermPart(to) && !isCompared(to);

/** Header text → the columns that have it, over the mappings that read the same kind of record. */
function columnsByHeader(mappings: readonly CompiledMapping[]): Map<string, Column[]> {
  const found = new Map<string, Column[]>();
  for (const column of mappings.flatMap(({ columns }) => columns)) {
    if (!plain(column) || column.definition.shared) continue;
    for (const header of column.definition.headers) found.set(header, [...(found.get(header) ?? []), column]);
  }
  return found;
}

/** The one field that columns of one header agree on; null when systems use the header for different things. */
function fieldOf(columns: readonly Column[] | undefined): string | null {
  const fields = new Set(columns?.map(({ to }) => to));
  const [field] = fields;
  return fields.size === 1 && field !== undefined ? field : null;
}

/**
 * Fits the keys to the sheet's own mapping, by exact text or by text without width and brackets, and what is left to
 * the headers other systems have for the same fields.
 *
 * @param mapping of the roster's sheet
 * @param others mappings of any system for the same kind of record
 */
export function bindKeys(mapping: CompiledMapping, others: readonly CompiledMapping[], keys: readonly string[]): BoundKeys {
  const own = mapping.columns.filter(plain);
  const elsewhere = columnsByHeader(others);
  const fields = new Set(own.map(({ to }) => to));
  const taken = new Map<string, string>();
  const claim = (key: string, field: string | null | undefined): void => {
    if (field !== null && field !== undefined && fields.has(field) && !taken.has(key) && ![...taken.values()].includes(field)) taken.set(key, field);
  };
  for (const key of keys) claim(key, own.find(({ definition }) => definition.headers.includes(key))?.to);
  for (const key of keys) claim(key, own.find(({ definition }) => definition.headers.some((header) => foldHeader(header) === foldHeader(key)))?.to);
  for (const key of keys) claim(key, fieldOf(elsewhere.get(key)));
  const bound = [...taken].map(([key, field]) => ({
    key, field,
    readers: [...own.filter(({ to }) => to === field), ...others.flatMap(({ columns }) => columns).filter((column) => column.to === field && plain(column) && !column.definition.shared)],
  }));
  return { bound: bound.filter(({ field }) => !KEY.has(field)), unknown: keys.filter((key) => !taken.has(key)) };
}
