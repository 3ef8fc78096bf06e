/** A large file read part by part is the file read from its start to its end. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Row, TableParts } from '../../../src/core/table.ts';
import { memorySource } from '../../../src/formats/bytes.ts';
import { readPart } from '../../../src/formats/csv/read-part.ts';
import { openCsv } from '../../../src/formats/csv/read.ts';
import { encodeCp950 } from '../../../src/formats/text/encode-cp950.ts';
import type { Encoding } from '../../../src/formats/text/encoding.ts';
import { lineFeedCounter } from '../../../src/formats/text/line-feeds.ts';
import { chunked, rowsOf } from './source.ts';

const cell = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom('王', '國語文', '85', '', 'a b', '"有,逗號"', '"引""號"') },
  { weight: 1, arbitrary: fc.string({ unit: fc.constantFrom('x', '好', ' '), maxLength: 12 }) },
);
/** Mostly records of three cells on a line of their own; now and then something that is not. */
const line = fc.oneof(
  { weight: 30, arbitrary: fc.tuple(cell, cell, cell).map((cells) => `${cells.join(',')}\n`) },
  { weight: 3, arbitrary: fc.constantFrom('\n', ',,\r\n', '一,二,三\r\n') },
  { weight: 1, arbitrary: fc.constantFrom('一,"二\n三",四\n', '一,二\n', '"一,二,三\n', '一,\0,三\n', '一,二,三\r', '一,二,三,四\n') },
);
const text = fc.tuple(fc.constantFrom('甲,乙,丙\n', '\n\n甲,乙,丙\r\n'), fc.array(line, { maxLength: 60 }), fc.boolean())
  .map(([header, lines, cut]) => (cut ? `${header}${lines.join('')}`.slice(0, -1) : `${header}${lines.join('')}`));

/** Rows of the parts, one by one until one is not clean, then of all that is left. */
async function readByParts(bytes: Uint8Array, parts: TableParts): Promise<{ rows: Row[]; clean: number }> {
  const rows: Row[] = [];
  for (const [index, range] of parts.ranges.entries()) {
    const taken: Row[] = [];
    if (!await readPart(memorySource(bytes), parts.reading, range, (some) => taken.push(...some))) {
      for await (const some of parts.rowsFrom(index)) rows.push(...some);
      return { rows, clean: index };
    }
    rows.push(...taken);
  }
  return { rows, clean: parts.ranges.length };
}

describe.each(['utf-8', 'cp950'] as const)('in %s', (encoding: Encoding) => {
  test('the rows are the same ones, with the same numbers and problems', async () => {
    let inParts = 0;
    let odd = 0;
    await fc.assert(fc.asyncProperty(text, fc.integer({ min: 8, max: 300 }), fc.integer({ min: 1, max: 50 }), async (content, every, step) => {
      const bytes = encoding === 'utf-8' ? Buffer.from(content) : encodeCp950(content).bytes;
      const counter = lineFeedCounter(every);
      for await (const chunk of chunked(bytes, step).stream()) counter.push(chunk);
      const scanned = { firstErrors: { 'utf-8': null, cp950: null }, lineFeeds: counter.counts };
      const file = await openCsv(memorySource(bytes), 'x.csv', { encodings: [encoding], scanned });
      const [table] = file.tables;
      if (!table?.parts) return;
      const { ranges } = table.parts;
      expect(ranges.slice(1).map(({ start }) => start)).toEqual(ranges.slice(0, -1).map(({ end }) => end));
      expect(ranges.at(-1)!.end).toBe(bytes.length);
      const { rows, clean } = await readByParts(bytes, table.parts);
      expect(rows).toEqual(await rowsOf(file));
      inParts += clean > 1 ? 1 : 0;
      odd += clean < ranges.length ? 1 : 0;
    }), { numRuns: 400 });
    // A property that only ever sees one way would show nothing of the other.
    expect(inParts).toBeGreaterThan(20);
    expect(odd).toBeGreaterThan(20);
  });
});

test('a file that was not looked through, or is small, has no parts', async () => {
  const bytes = Buffer.from(`甲,乙\n${'一,二\n'.repeat(1000)}`);
  expect((await openCsv(memorySource(bytes), 'x.csv', { encodings: ['utf-8'] })).tables[0]!.parts).toBeUndefined();
  const scanned = { firstErrors: { 'utf-8': null, cp950: null }, lineFeeds: null };
  expect((await openCsv(memorySource(bytes), 'x.csv', { encodings: ['utf-8'], scanned })).tables[0]!.parts).toBeUndefined();
});
