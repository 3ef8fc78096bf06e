import { expect, test } from 'vitest';
import { tableRows } from '../../../src/formats/xml/record-tables.ts';
import { type XmlEvents, xmlFeed } from '../../../src/formats/xml/sax.ts';
import type { XmlShape } from '../../../src/formats/xml/shape.ts';

const SHAPE: XmlShape = {
  root: 'l', records: ['s'], key: ['id'], empty: [],
  tables: [{ sheet: 'a', columns: [{ header: 'id', paths: ['id'] }] }, { sheet: 'b', columns: [{ header: 'id', paths: ['id'] }] }, { sheet: 'c', columns: [{ header: 'id', paths: ['id'] }] }],
};
const PARTS = ['<l>', ...Array.from({ length: 20 }, (_, at) => `<s><id>${at}</id></s>`), '</l>'];

/** Rows of each table in order, and how often the file was parsed. */
async function readAll(maxKept?: number): Promise<{ ids: string[][]; parses: number }> {
  let parses = 0;
  const rows = tableRows(SHAPE, async function* parse(events: XmlEvents) {
    parses += 1;
    const feed = xmlFeed(events);
    for (const part of PARTS) {
      feed.writeText(part);
      yield;
    }
    feed.end();
    yield;
  }, maxKept);
  const ids: string[][] = [];
  for (const at of SHAPE.tables.keys()) ids.push((await Array.fromAsync(rows(at))).flat().map(({ cells }) => cells[0]!));
  return { ids, parses };
}

const all = Array.from({ length: 20 }, (_, at) => String(at));

test('one parse serves tables read in order', async () => {
  expect(await readAll()).toEqual({ ids: [all, all, all], parses: 1 });
});

test('what would be too much to keep is parsed for again, and is the same', async () => {
  expect(await readAll(30)).toEqual({ ids: [all, all, all], parses: 2 });
  expect(await readAll(5)).toEqual({ ids: [all, all, all], parses: 3 });
});
