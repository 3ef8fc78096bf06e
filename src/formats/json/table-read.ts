/** JSON lists as tables: every list of objects has a header, rows and cells like a sheet. */
import type { ByteSource } from '../../core/bytes.ts';
import { type Problem, ProblemError } from '../../core/problem.ts';
import type { JsonProblemCode } from '../../core/problems/json.ts';
import type { CellKind, OpenFile, Row, Table } from '../../core/table.ts';
import { readJson } from './read.ts';
import { type DocumentShape, type JsonShape, type JsonTableShape, titleOf } from './shape.ts';
import { isObject, type ListedItem, listItems, reaches } from './table-lists.ts';

/** Different keys in a list; the longest known has 33. */
const MAX_COLUMNS = 400;

/** Lists in a file; a portfolio has 13. */
const MAX_TABLES = 200;

const BATCH = 1000;

const TRUE: ReadonlySet<unknown> = new Set([true, 1, '1', 'true', 'True']);
const FALSE: ReadonlySet<unknown> = new Set([false, 0, null, '', '0', 'false', 'False']);

interface CellText {
  readonly text: string;
  readonly kind: CellKind;
}

/** What a value is as a cell: an object or a list that is no table stays as its JSON. */
export function cellOf(value: unknown): CellText {
  switch (typeof value) {
    case 'string': return { text: value, kind: 's' };
    case 'number': return { text: String(value), kind: 'n' };
    case 'boolean': return { text: value ? '1' : '0', kind: 'b' };
    case 'object': return { text: value === null || (Array.isArray(value) && value.length === 0) ? '' : JSON.stringify(value), kind: 's' };
    default: return { text: '', kind: 's' };
  }
}

/** A row's cells by key, blank ones left out; a key of the row itself counts before what is said around it. */
function cellsOf({ value, around }: ListedItem, shape: JsonTableShape, flags: readonly string[]): Map<string, CellText> {
  const cells = new Map<string, CellText>();
  for (const [key, content] of Object.entries({ ...around, ...value })) {
    if (flags.includes(key) && (TRUE.has(content) || FALSE.has(content))) continue;
    const cell = cellOf(content);
    if (cell.text !== '' && cell.text !== shape.none?.[key]) cells.set(key, cell);
  }
  return cells;
}

/** Keys in order of appearance. Those that only ever say "nothing" by the shape are left out, as nobody need know them. */
function headerOf(list: readonly ListedItem[], shape: JsonTableShape, flags: readonly string[], file: string): readonly string[] {
  const keys = new Set<string>();
  const silent = new Set<string>([...flags, ...Object.keys(shape.none ?? {})]);
  for (const item of list) {
    for (const key of Object.keys(item.value ?? {})) if (!silent.has(key)) keys.add(key);
    for (const key of Object.keys(item.around)) if (!silent.has(key)) keys.add(key);
    for (const key of cellsOf(item, shape, flags).keys()) keys.add(key);
    if (keys.size > MAX_COLUMNS) throw new ProblemError({ code: 'json/too-many-keys', file, params: { limit: MAX_COLUMNS } });
  }
  return [...keys];
}

function problemOf({ value, around }: ListedItem, flags: readonly string[]): Problem | undefined {
  const wrong = (code: JsonProblemCode, params: Problem['params']): Problem => ({ code, params });
  if (value === undefined) return wrong('json/not-a-row', {});
  const raised = flags.filter((flag) => TRUE.has(value[flag]));
  if (raised.length > 1) return wrong('json/two-flags', { keys: raised.join('、') });
  // JSON.parse has rounded it already.
  const long = Object.entries({ ...around, ...value }).find(([, content]) => typeof content === 'number' && Math.abs(content) > Number.MAX_SAFE_INTEGER);
  return long === undefined ? undefined : { ...wrong('json/number-too-long', { key: long[0] }), column: long[0] };
}

function rowOf(item: ListedItem, header: readonly string[], shape: JsonTableShape, flags: readonly string[]): Row {
  const cells = cellsOf(item, shape, flags);
  const kinds = header.map((key) => cells.get(key)?.kind ?? 's').join('');
  const problem = problemOf(item, flags);
  return {
    row: item.row,
    cells: header.map((key) => cells.get(key)?.text ?? ''),
    ...(/^s*$/.test(kinds) ? {} : { kinds }),
    ...(problem === undefined ? {} : { problem }),
  };
}

function tableOf(list: readonly ListedItem[], sheet: string, shape: JsonTableShape, flags: readonly string[], file: string): Table {
  const header = headerOf(list, shape, flags, file);
  return {
    file, sheet: sheet.trim(), header: header.map((key) => key.trim()),
    async *rows() {
      for (let at = 0; at < list.length; at += BATCH) yield list.slice(at, at + BATCH).map((item) => rowOf(item, header, shape, flags));
    },
  };
}

/** The row with the keys of objects in it as its own. */
function flattened(item: ListedItem, inside: readonly string[]): ListedItem {
  if (item.value === undefined) return item;
  const entries = Object.entries(item.value).flatMap(([key, content]) =>
    (inside.includes(key) && isObject(content) ? Object.entries(content).map(([inner, value]) => [`${key}.${inner}`, value] as const) : [[key, content] as const]));
  return { ...item, value: Object.fromEntries(entries) };
}

/** The table of a list, or one for every flag its rows are sorted by. */
function tablesOf(listed: readonly ListedItem[], table: JsonTableShape, file: string): readonly Table[] {
  const { inside } = table;
  const all = inside === undefined ? listed : listed.map((item) => flattened(item, inside));
  const flags = Object.keys(table.flags ?? {});
  // Like a blank row of a sheet: counted, but nothing to be read.
  const list = all.filter(({ value }) => value === undefined || cellsOf({ row: 0, value, around: {} }, table, []).size > 0);
  const sorted = Map.groupBy(list, ({ value }) => {
    const raised = flags.filter((flag) => TRUE.has(value?.[flag]));
    return raised.length === 1 ? table.flags![raised[0]!]! : titleOf(table, file);
  });
  return [...sorted].map(([sheet, part]) => tableOf(part, sheet, table, flags, file));
}

/** The document whose signs it bears; null for none. */
function documentFor(document: unknown, documents: readonly DocumentShape[]): DocumentShape | null {
  return documents.find(({ signs }) => isObject(document) && signs.every((key) => Object.hasOwn(document, key))) ?? null;
}

/** The shape most of whose tables the document has; null when it has none of any. */
function shapeFor(document: unknown, shapes: readonly JsonShape[]): JsonShape | null {
  let best: JsonShape | null = null;
  let most = 0;
  for (const shape of shapes) {
    const share = shape.tables.filter(({ path }) => reaches(document, path)).length / shape.tables.length;
    if (share > most) {
      best = shape;
      most = share;
    }
  }
  return best;
}

/**
 * Opens a JSON file as tables. Every list of objects is one, titled by its key; without a fitting shape the innermost
 * lists are the rows. A missing key, null and `''` are blank cells; true is `1`, false `0`. Row numbers count the items
 * of lists of the same path from 1, in the order of the file; an item that says nothing is left out, as a blank row is.
 *
 * @param shapes how the files of known systems are built; that fits which the document has most of
 * @param documents how files are built that are no exports; one whose signs the document bears goes before any shape
 * @throws ProblemError what `readJson` throws; `json/no-table`, `json/too-many-tables`, `json/too-many-keys`
 */
export async function openJson(source: ByteSource, name: string, shapes: readonly JsonShape[] = [], documents: readonly DocumentShape[] = []): Promise<OpenFile> {
  const document = await readJson(source, name);
  const marked = documentFor(document, documents);
  const shape = marked ?? shapeFor(document, shapes);
  const lists = listItems(document, shape);
  if (lists.size > MAX_TABLES) throw new ProblemError({ code: 'json/too-many-tables', file: name, params: { limit: MAX_TABLES } });
  const tables = [...lists].flatMap(([path, list]) => tablesOf(list, shape?.tables.find((table) => table.path === path) ?? { path }, name));
  if (tables.length === 0) throw new ProblemError({ code: 'json/no-table', file: name, params: {} });
  return { file: name, format: 'json', encoding: 'utf-8', ...(marked === null ? {} : { document: marked.document }), tables, problems: [], close: async () => {} };
}
