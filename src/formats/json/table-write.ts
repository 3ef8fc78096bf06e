/** Tables as a JSON document: the other direction of `table-read`. */
import { Fault } from '../../core/fault.ts';
import { type JsonShape, type JsonTableShape, stepsOf } from './shape.ts';

export interface JsonTable {
  /** Title as the reader gives it, the one of a flag's table included. */
  readonly sheet: string;
  readonly header: readonly string[];
  readonly rows: Iterable<readonly string[]>;
}

type Container = Record<string, unknown>;

const NUMBER = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,9})?$/;

/** A cell that holds an object or a list is one again. */
function nested(text: string): unknown {
  if (!/^[[{]/.test(text)) return text;
  try {
    const value: unknown = JSON.parse(text);
    return JSON.stringify(value) === text ? value : text;
  } catch {
    return text;
  }
}

/** What a cell's text is in the file. */
export function valueOf(key: string, text: string, shape: JsonShape, table?: JsonTableShape): unknown {
  const told = text === '' ? (table?.none?.[key] ?? '') : text;
  if (!shape.numbers?.includes(key)) return nested(told);
  if (told === '') return null;
  return NUMBER.test(told) ? Number(told) : told;
}

/** The table's shape by its title, and the flag that is true in its rows. */
export function placeOf(sheet: string, shape: JsonShape): { table: JsonTableShape; flag: string | null } | null {
  for (const table of shape.tables.filter(({ writes }) => writes !== false)) {
    if (table.named || sheet === (table.sheet ?? stepsOf(table.path).findLast((step) => step !== '*'))) return { table, flag: null };
    const flag = Object.entries(table.flags ?? {}).find(([, title]) => title === sheet)?.[0];
    if (flag !== undefined) return { table, flag };
  }
  return null;
}

/** Makes the objects and lists on the way to a table's rows, so that a list without rows is there and empty. */
function reach(group: Container, table: JsonTableShape, grouped: boolean): { parent: Container; last: string; list: boolean } {
  const steps = stepsOf(table.path).slice(grouped ? 1 : 0);
  const list = steps.at(-1) === '*';
  const keys = list ? steps.slice(0, -1) : [...steps];
  const last = keys.pop();
  if (last === undefined || keys.includes('*') || last === '*') throw new TypeError(`${table.path} cannot be written`);
  let parent = group;
  for (const key of keys) parent = (parent[key] ??= {}) as Container;
  if (list) parent[last] ??= [];
  return { parent, last, list };
}

/**
 * The document the tables say, two spaces deep, UTF-8. Lists of the shape without rows are written empty; keys that
 * have a text for "nothing" are written although a table lacks them.
 *
 * @throws Fault `record/not-found` for a table the shape has no place for, `internal/unexpected` for two rows where one can stand
 */
export function writeJsonTables(tables: readonly JsonTable[], shape: JsonShape): Uint8Array {
  const grouped = shape.tables.every((table) => table.path.startsWith('/*'));
  const groups = new Map<string, Container>();

  function groupOf(told: ReadonlyMap<string, string>): Container {
    const key = JSON.stringify(shape.key.map((name) => told.get(name) ?? ''));
    let group = groups.get(key);
    if (group === undefined) {
      group = shape.keyIn === 'group' ? Object.fromEntries(shape.key.filter((name) => told.has(name)).map((name) => [name, valueOf(name, told.get(name)!, shape)])) : {};
      for (const table of shape.tables) if (table.writes !== false) reach(group, table, grouped);
      groups.set(key, group);
    }
    return group;
  }

  for (const { sheet, header, rows } of tables) {
    const place = placeOf(sheet, shape);
    if (place === null) throw new Fault('record/not-found', { what: sheet });
    const { table, flag } = place;
    const flags = Object.keys(table.flags ?? {});
    for (const cells of rows) {
      const told = new Map(header.map((key, at) => [key, cells[at] ?? '']));
      const own = header.filter((key) => shape.keyIn === 'row' || !shape.key.includes(key));
      const keys = new Set([...own, ...Object.keys(table.none ?? {})]);
      const item: Container = Object.fromEntries([...keys].map((key) => [key, valueOf(key, told.get(key) ?? '', shape, table)]));
      for (const key of flags) item[key] = key === flag;
      const { parent, last, list } = reach(groupOf(told), table, grouped);
      if (list) {
        (parent[last] as Container[]).push(item);
        continue;
      }
      const around = (parent[last] ?? {}) as Container;
      // Lists that stand in the object may be there already; a key of its own says that another row was.
      if (Object.keys(item).some((key) => Object.hasOwn(around, key))) throw new Fault('internal/unexpected', { detail: `two rows of one key in ${sheet}` });
      parent[last] = { ...item, ...around };
    }
  }
  const all = [...groups.values()];
  return new TextEncoder().encode(`${JSON.stringify(grouped ? all : (all[0] ?? {}), null, 2)}\n`);
}
