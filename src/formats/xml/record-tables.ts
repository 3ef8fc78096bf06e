/** The tables of one XML file. Its parse costs most: what later tables need is kept from the first, while it is little. */
import type { Row } from '../../core/table.ts';
import { RecordRows } from './record-rows.ts';
import type { XmlEvents } from './sax.ts';
import type { XmlShape } from './shape.ts';

/** Cells kept for tables not asked for yet: about 100 MB at the worst; past it such a table is parsed for again. */
const MAX_KEPT = 2_000_000;

const BATCH = 1000;

/** Gives the events of the whole file to the listener, pausing after each piece of it. */
export type Parse = (events: XmlEvents) => AsyncIterable<void>;

function toAll(listeners: readonly XmlEvents[]): XmlEvents {
  return {
    open: (name, attributes) => {
      for (const one of listeners) one.open(name, attributes);
    },
    text: (text) => {
      for (const one of listeners) one.text(text);
    },
    close: (name) => {
      for (const one of listeners) one.close(name);
    },
  };
}

/** Rows of a table by its place in the shape; tables are best asked for in that order, and may be again. */
export function tableRows(shape: XmlShape, parse: Parse, maxKept = MAX_KEPT): (index: number) => AsyncGenerator<readonly Row[]> {
  const kept = new Map<number, readonly Row[]>();

  return async function* rows(index) {
    const known = kept.get(index);
    if (known !== undefined) {
      kept.delete(index);
      for (let at = 0; at < known.length; at += BATCH) yield known.slice(at, at + BATCH);
      return;
    }
    const wanted = new RecordRows(shape, shape.tables[index]!);
    let later = shape.tables.map((table, at) => ({ at, records: new RecordRows(shape, table), rows: [] as Row[] })).filter(({ at }) => at > index && !kept.has(at));
    const listeners = [wanted, ...later.map(({ records }) => records)];
    let cells = 0;
    for await (const _ of parse(toAll(listeners))) {
      for (const { records, rows: held } of later) {
        for (const row of records.ready.splice(0)) {
          held.push(row);
          cells += row.cells.length;
        }
      }
      if (cells > maxKept) {
        later = [];
        listeners.length = 1;
        cells = 0;
      }
      if (wanted.ready.length >= BATCH) yield wanted.ready.splice(0);
    }
    if (wanted.ready.length > 0) yield wanted.ready.splice(0);
    for (const { at, rows: held } of later) kept.set(at, held);
  };
}
