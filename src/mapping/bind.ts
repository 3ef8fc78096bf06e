/** Finds a mapping's columns in a header. */
import type { Problem } from '../core/problem.ts';
import type { Column } from './column.ts';
import type { CompiledMapping } from './compile.ts';
import { columnLetter, foldHeader, looksRenamed } from './header.ts';

export interface BoundColumn {
  readonly column: Column;
  /** Position in the row, from 0. */
  readonly index: number;
  /** Header text as it stands in the file. */
  readonly header: string;
}

export interface Binding {
  readonly mapping: CompiledMapping;
  readonly header: readonly string[];
  readonly columns: readonly BoundColumn[];
  /** Columns the mapping does not know: position, key in `extra`, and whether the file gives them a name. */
  readonly extras: readonly { readonly index: number; readonly key: string; readonly named: boolean }[];
  /** Columns of the mapping that the header does not have. */
  readonly missing: readonly Column[];
  /** What stops the table from being read; empty when it can be. */
  readonly failures: readonly Problem[];
  /** What is to be said about the header, once. */
  readonly remarks: readonly Problem[];
}

/** Positions of every header text. */
function positions(header: readonly string[]): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (const [index, text] of header.entries()) {
    if (text === '') continue;
    const list = found.get(text);
    if (list) list.push(index);
    else found.set(text, [index]);
  }
  return found;
}

/** Unknown columns compared with missing ones; a header with more is not one that somebody misspelt. */
const COMPARED = 200;

/** Extra keys must differ and be plain: a second unknown column of the same name gets its letter added. */
function extraKeys(header: readonly string[], free: ReadonlySet<number>): Binding['extras'] {
  const used = new Set<string>(['__proto__']);
  return [...free].map((index) => {
    const text = header[index] ?? '';
    const key = text === '' || used.has(text) ? `${text}(${columnLetter(index)})` : text;
    used.add(key);
    return { index, key, named: text !== '' };
  });
}

/** Fits the mapping to a table's header; never throws, what is wrong stands in `failures`. */
export function bind(mapping: CompiledMapping, header: readonly string[]): Binding {
  const byText = positions(header);
  const free = new Set(header.keys());
  const columns: BoundColumn[] = [];
  const failures: Problem[] = [];
  const remarks: Problem[] = [];
  let missing: Column[] = [];

  const own = mapping.columns.filter((column) => column.definition.shared !== true);
  for (const column of own) {
    const text = column.definition.headers.find((name) => byText.has(name));
    const index = text === undefined ? undefined : byText.get(text)?.[(column.definition.occurrence ?? 1) - 1];
    if (text === undefined || index === undefined) {
      missing.push(column);
      continue;
    }
    columns.push({ column, index, header: text });
    free.delete(index);
  }
  for (const text of mapping.dropped) for (const index of byText.get(text) ?? []) free.delete(index);

  const folded = new Map([...free].slice(0, COMPARED).map((index) => [index, foldHeader(header[index] ?? '')]));
  missing = missing.filter((column) => {
    const wanted = new Set(column.definition.headers.map(foldHeader));
    const matches = (column.definition.occurrence ?? 1) === 1 ? [...folded].filter(([index, text]) => free.has(index) && wanted.has(text)).map(([index]) => index) : [];
    const [index] = matches;
    if (index === undefined || matches.length > 1) return true;
    const text = header[index] ?? '';
    columns.push({ column, index, header: text });
    free.delete(index);
    remarks.push({ code: 'mapping/respelled-column', column: text, params: { column: column.definition.headers[0] ?? '', candidate: text } });
    return false;
  });

  for (const column of mapping.columns.filter(({ definition }) => definition.shared === true)) {
    const partner = columns.find((bound) => bound.column.definition.headers.some((name) => column.definition.headers.includes(name)));
    if (partner) columns.push({ ...partner, column });
    else missing.push(column);
  }

  for (const column of own) {
    for (const text of column.definition.headers) {
      const surplus = (byText.get(text) ?? []).filter((index) => free.has(index));
      if (surplus.length === 0 || (column.definition.occurrence ?? 1) > 1) continue;
      const count = column.definition.headers.reduce((sum, name) => sum + (byText.get(name)?.length ?? 0), 0);
      failures.push({ code: 'mapping/doubled-column', column: text, params: { column: text, count } });
      for (const index of surplus) free.delete(index);
    }
  }

  for (const column of missing.filter(({ definition }) => definition.shared !== true)) {
    const [wanted = ''] = column.definition.headers;
    const candidate = [...free].slice(0, COMPARED).map((index) => header[index] ?? '').find((text) => text !== '' && column.definition.headers.some((name) => looksRenamed(text, name)));
    if (candidate !== undefined) {
      const problem = { column: candidate, params: { column: wanted, candidate } };
      if (column.definition.required) failures.push({ code: 'mapping/renamed-column', ...problem });
      else remarks.push({ code: 'mapping/maybe-renamed-column', ...problem });
    } else if (column.definition.required) {
      failures.push({ code: 'mapping/missing-column', column: wanted, params: { column: wanted, aliases: column.definition.headers.join('、') } });
    }
  }

  const extras = extraKeys(header, free);
  for (const extra of extras) {
    if (extra.named) remarks.push({ code: 'mapping/unknown-column', column: header[extra.index] ?? '', params: { column: header[extra.index] ?? '' } });
  }
  return { mapping, header, columns, extras, missing, failures, remarks };
}
