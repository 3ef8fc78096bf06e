/** Tables as an XML exchange file: the other direction of `record-read`. */
import { Fault } from '../../core/fault.ts';
import { firstForbidden } from './characters.ts';
import type { XmlShape, XmlTableShape } from './shape.ts';
import { buildXml, type XmlNode } from './tree.ts';

export interface XmlTable {
  readonly sheet: string;
  readonly header: readonly string[];
  readonly rows: Iterable<readonly string[]>;
}

interface Element {
  [name: string]: string | Element[] | undefined;
}

/** The element at the end of a path, made with those on the way; the last is a new one where `fresh`. */
function reach(from: Element, path: string, fresh = false): Element {
  const steps = path.split('/');
  let at = from;
  for (const [index, step] of steps.entries()) {
    const list = (at[step] ??= []) as Element[];
    if (list.length === 0 || (fresh && index === steps.length - 1)) list.push({});
    at = list.at(-1)!;
  }
  return at;
}

function put(row: Element, record: Element, table: XmlTableShape, told: ReadonlyMap<string, string>): void {
  for (const { header, paths: [path = ''] } of table.columns) {
    const text = told.get(header) ?? '';
    if (text === '') continue;
    if (firstForbidden(text) >= 0) throw new Fault('record/not-found', { what: `XML ${header}` });
    const own = path.startsWith('./');
    const element = reach(own ? row : record, own ? path.slice(2) : path);
    if ((element['#text'] ?? text) !== text) throw new Fault('internal/unexpected', { detail: `two texts of one key for ${header}` });
    element['#text'] = text;
  }
}

/**
 * The file the tables say, UTF-8. Rows of one key stand in one record; columns the shape lacks have no place in it.
 *
 * @throws Fault `record/not-found` for a table the shape has no place for, or a text XML cannot hold;
 *   `internal/unexpected` for two rows that say different things where one can stand
 */
export function writeXmlRecords(tables: readonly XmlTable[], shape: XmlShape): Uint8Array {
  const records = new Map<string, Element>();
  for (const { sheet, header, rows } of tables) {
    const table = shape.tables.find((one) => one.sheet === sheet);
    if (table === undefined) throw new Fault('record/not-found', { what: sheet });
    for (const cells of rows) {
      const told = new Map(header.map((name, at) => [name, cells[at] ?? '']));
      const key = JSON.stringify(shape.key.map((name) => told.get(name) ?? ''));
      let record = records.get(key);
      if (record === undefined) records.set(key, (record = {}));
      const [each] = table.each ?? [];
      put(each === undefined ? record : reach(record, each, true), record, table, told);
    }
  }
  return new TextEncoder().encode(buildXml(shape.root, { [shape.records[0]!]: [...records.values()] as XmlNode[] }));
}
