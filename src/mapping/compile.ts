/** A mapping definition, checked and made ready to run. */
import { Fault } from '../core/fault.ts';
import { FIELDS } from '../core/fields.ts';
import { sha256 } from '../core/sha256.ts';
import { TRANSFORMS } from './catalogue.ts';
import { Column } from './column.ts';
import type { ColumnDefinition, MappingDefinition } from './definition.ts';
import { extraKey, isCompared, isTermPart, RESERVED, TERM_PART, TERM_STAMP, TERM_YEAR } from './targets.ts';

export interface CompiledMapping {
  /** `<adapter>/<mapping file>`, without extension. */
  readonly id: string;
  readonly adapter: string;
  readonly definition: MappingDefinition;
  /** SHA-256 of the definition: equal means that every cell is read alike. */
  readonly hash: string;
  readonly columns: readonly Column[];
  /** Headers that are known and dropped. */
  readonly dropped: ReadonlySet<string>;
  /** True when the records' term comes from columns, so that neither cover nor file name need to say it. */
  readonly givesTerm: boolean;
}

function columnFaults(definition: MappingDefinition, column: ColumnDefinition): string[] {
  const faults: string[] = [];
  const where = `column "${column.to}"`;
  const transform = TRANSFORMS.get(column.transform);
  if (!transform) faults.push(`${where}: there is no transform "${column.transform}"`);
  const options = transform?.checkOptions?.(column.options ?? {});
  if (options !== undefined) faults.push(`${where}: ${options}`);
  const plain = extraKey(column.to) === null && !isTermPart(column.to) && !isCompared(column.to);
  if (plain && !Object.hasOwn(FIELDS[definition.record], column.to)) faults.push(`${where}: ${definition.record} has no such field`);
  if (!isCompared(column.to) && (RESERVED as readonly string[]).includes(column.to)) faults.push(`${where}: filled by the program itself`);
  return faults;
}

function repeated(values: readonly string[]): string | undefined {
  return values.find((value, index) => values.indexOf(value) !== index);
}

function mappingFaults(definition: MappingDefinition): string[] {
  const faults = definition.columns.flatMap((column) => columnFaults(definition, column));
  const proposed = definition.columns.filter((column) => column.confirmed === false).map((column) => column.to);
  if (proposed.length > 0) faults.push(`proposed, and not confirmed by a person yet: ${proposed.join(', ')}; check each column against the file, then remove its "confirmed"`);
  const target = repeated(definition.columns.map((column) => column.to));
  if (target !== undefined) faults.push(`two columns fill "${target}"`);
  const header = repeated(definition.columns.filter((column) => column.shared !== true).flatMap((column) => column.headers.map((name) => `${name} (${column.occurrence ?? 1})`)));
  if (header !== undefined) faults.push(`two columns read the header ${header}`);
  if (definition.writes !== false && definition.columns.some((column) => column.shared)) faults.push('it has a shared column, so it cannot be written: "writes" must be false');
  for (const field of Object.keys(definition.constants)) {
    if (!isTermPart(field) && !Object.hasOwn(FIELDS[definition.record], field)) faults.push(`constant "${field}": ${definition.record} has no such field`);
    if (definition.columns.some((column) => column.to === field)) faults.push(`constant "${field}" is also a column`);
  }
  return faults;
}

/** An adapter that takes over a layout of another has the same columns. */
const ready = new WeakMap<ColumnDefinition, Column>();

function readyColumn(definition: ColumnDefinition): Column {
  let column = ready.get(definition);
  if (column === undefined) ready.set(definition, (column = new Column(definition, TRANSFORMS.get(definition.transform)!)));
  return column;
}

/** Columns are shared by all adapters that take them over, and texts of them are most of the work of loading these. */
const texts = new WeakMap<object, string>();

/** JSON with sorted keys: the same definition gives the same text however its file is laid out. */
function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  let text = texts.get(value);
  if (text === undefined) {
    const entries = Object.entries(value).filter(([, entry]) => entry !== undefined).sort(([a], [b]) => (a < b ? -1 : 1));
    texts.set(value, (text = `{${entries.map(([key, entry]) => `${JSON.stringify(key)}:${canonicalJson(entry)}`).join(',')}}`));
  }
  return text;
}

/**
 * @param name base name of the mapping's file, without extension
 * @throws Fault `adapter/invalid` for an unknown transform or field, or a header read twice
 */
export function compileMapping(definition: MappingDefinition, adapter: string, name: string): CompiledMapping {
  const faults = mappingFaults(definition);
  if (faults.length > 0) {
    throw new Fault('adapter/invalid', { adapter, detail: faults.join('; '), file: `${adapter}/mapping/${name}.json` });
  }
  const gives = (part: string): boolean => definition.columns.some((column) => column.to === part) || part in definition.constants;
  let hash: string | undefined;
  return {
    id: `${adapter}/${name}`,
    adapter,
    definition,
    // Most commands need the hash of one of hundreds.
    get hash() {
      return (hash ??= sha256(canonicalJson(definition)));
    },
    columns: definition.columns.map(readyColumn),
    dropped: new Set((definition.dropped ?? []).map((entry) => entry.header)),
    givesTerm: gives(TERM_STAMP) || (gives(TERM_YEAR) && gives(TERM_PART)),
  };
}
