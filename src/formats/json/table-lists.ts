/** Finds the rows of a JSON document: which objects are rows, of which table, and what the objects around them say. */
import { below, items, type JsonShape, stepsOf } from './shape.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

/** A row, before it has cells. */
export interface ListedItem {
  /** From 1, in the order of the file over all lists of the same path. */
  readonly row: number;
  /** Undefined for an item that is no object. */
  readonly value: JsonObject | undefined;
  /** What the objects around it say about it, by key. */
  readonly around: JsonObject;
}

/** True for `{…}`. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value) && value.some(isObject);

/** Pointers of every list of objects that has no such list below it: the tables of a file that no shape fits. */
function innermostLists(document: unknown): ReadonlySet<string> {
  const found = new Set<string>();
  const walk = (value: unknown, path: string): boolean => {
    if (isList(value)) {
      const inner = items(path);
      const deeper = value.map((item) => walk(item, inner)).includes(true);
      if (!deeper) found.add(inner);
      return true;
    }
    return isObject(value) && Object.entries(value).map(([key, child]) => walk(child, below(path, key))).includes(true);
  };
  walk(document, '');
  // A list may have lists below some of its items only.
  for (const path of found) if ([...found].some((other) => other.startsWith(`${path}/`))) found.delete(path);
  return found;
}

/** True when the document has anything at the pointer. */
export function reaches(document: unknown, path: string): boolean {
  let reached: readonly unknown[] = [document];
  for (const step of stepsOf(path)) {
    reached = reached.flatMap((value) => {
      if (step === '*') return Array.isArray(value) ? value : [];
      return isObject(value) && Object.hasOwn(value, step) ? [value[step]] : [];
    });
    if (reached.length === 0) return false;
  }
  return true;
}

/**
 * Rows by the pointer of their table, in the order in which the tables are listed and then found. Lists the shape does
 * not name are tables of their own; nothing of the document is passed over: what stands beside lists is repeated in
 * the rows below it.
 */
export function listItems(document: unknown, shape: JsonShape | null): ReadonlyMap<string, readonly ListedItem[]> {
  const named = shape === null ? innermostLists(document) : new Set(shape.tables.map((table) => table.path));
  const onTheWay = new Set([...named].flatMap((path) => stepsOf(path).map((_, at, steps) => steps.slice(0, at).reduce((way, step) => (step === '*' ? items(way) : below(way, step)), ''))));
  const found = new Map<string, ListedItem[]>([...named].map((path) => [path, []]));

  const holdsRows = (value: unknown, path: string, inRow: boolean): boolean =>
    named.has(path) || onTheWay.has(path) || named.has(items(path)) || (!inRow && (isList(value) || (isObject(value) && Object.entries(value).some(([key, child]) => holdsRows(child, below(path, key), inRow)))));

  function take(value: unknown, path: string, around: JsonObject): void {
    let list = found.get(path);
    if (list === undefined) found.set(path, (list = []));
    list.push({ row: list.length + 1, value: isObject(value) ? ownOf(value, path) : undefined, around });
  }

  /** A row without the lists in it that are tables themselves. */
  function ownOf(value: JsonObject, path: string): JsonObject {
    const own = Object.entries(value).filter(([key, child]) => !holdsRows(child, below(path, key), true));
    return own.length === Object.keys(value).length ? value : Object.fromEntries(own);
  }

  function visit(value: unknown, path: string, around: JsonObject): void {
    if (Array.isArray(value)) {
      const inner = items(path);
      for (const item of value) {
        if (named.has(inner) || !onTheWay.has(inner)) take(item, inner, around);
        if (isObject(item)) descend(item, inner, around);
        else if (onTheWay.has(inner) && !named.has(inner)) take(item, inner, around);
      }
      return;
    }
    if (!isObject(value)) return;
    if (named.has(path)) take(value, path, around);
    descend(value, path, around);
  }

  function descend(value: JsonObject, path: string, around: JsonObject): void {
    const isRow = named.has(path) || (path.endsWith('/*') && !onTheWay.has(path));
    const inside = Object.entries(value).filter(([key, child]) => holdsRows(child, below(path, key), isRow));
    if (inside.length === 0) return;
    const deeper = new Set(inside.map(([key]) => key));
    const kept = Object.entries(value).filter(([key]) => !deeper.has(key) && (!isRow || (shape?.key.includes(key) ?? false)));
    const said = kept.length === 0 ? around : { ...around, ...Object.fromEntries(kept) };
    for (const [key, child] of inside) visit(child, below(path, key), said);
  }

  visit(document, '', {});
  return found;
}
