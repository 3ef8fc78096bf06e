/** Rows yielded are the records written: in any file, whatever the chunk borders. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Row } from '../../../src/core/table.ts';
import { readHeader } from '../../../src/formats/csv/header.ts';
import { openCsv } from '../../../src/formats/csv/read.ts';
import { RecordSplitter } from '../../../src/formats/csv/record-splitter.ts';
import { decoderFor } from '../../../src/formats/text/decode.ts';
import type { Encoding } from '../../../src/formats/text/encoding.ts';
import { memorySource } from '../../../src/formats/bytes.ts';
import { brief, chunked, rowsOf } from './source.ts';

const lineEnd = fc.constantFrom('\n', '\r\n', '\r');
const quote = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

/** A written cell: what it says, and how it stands in the file. */
interface Written { readonly value: string; readonly text: string }

function cellOf(characters: string): fc.Arbitrary<Written> {
  return fc.tuple(fc.string({ unit: fc.constantFrom(...characters), maxLength: 5 }), fc.boolean()).map(([value, quoted]) => (
    { value, text: quoted || /[",\r\n]/.test(value) ? quote(value) : value }));
}

const nasty = cellOf('王a1 ,"\r\n\t;𠮷\ufffd\ufeff');
/** Without what an unclosed quote before it could honestly be closed by. */
const tame = cellOf('王a1 \t;𠮷');

interface Line { readonly text: string; readonly expected: string | null }

function good(cell: fc.Arbitrary<Written>, columns: number): fc.Arbitrary<Line> {
  return fc.array(cell, { minLength: columns, maxLength: columns }).map((cells) => ({
    text: cells.map(({ text }) => text).join(','),
    expected: cells.every(({ value }) => /^\s*$/.test(value)) ? null : cells.map(({ value }) => value).join('|'),
  }));
}

const file = (group: (columns: number) => fc.Arbitrary<readonly Line[]>): fc.Arbitrary<{ text: string; expected: string[] }> =>
  fc.integer({ min: 2, max: 5 }).chain((columns) => fc.tuple(
    fc.array(group(columns), { maxLength: 8 }), fc.infiniteStream(lineEnd), fc.boolean(),
  ).map(([groups, ends, endless]) => {
    const lines: Line[] = [{ text: Array.from({ length: columns }, (_, i) => `c${i}`).join(','), expected: 'header' }, ...groups.flat()];
    const marks = [...ends.take(lines.length)];
    const text = lines.map((line, i) => {
      // CR, then an empty line ended by LF, would be one CRLF.
      const mark = marks[i] === '\r' && lines[i + 1]?.text === '' ? '\r\n' : marks[i]!;
      return i === lines.length - 1 && endless ? line.text : line.text + mark;
    }).join('');
    const expected = lines.flatMap((line, i) => (i === 0 || line.expected === null ? [] : [`${i + 1}${line.expected.startsWith('!') ? '' : ':'}${line.expected}`]));
    return { text, expected };
  }));

const wellFormed = file((columns) => fc.oneof(
  { weight: 6, arbitrary: good(nasty, columns).map((line) => [line]) },
  { weight: 1, arbitrary: fc.constant([{ text: '', expected: null }]) },
));

/** Bad records between good ones, no two of them well-formed together. A broken quote is followed by a good record, as reading goes on only there. */
const damaged = file((columns) => {
  const ok = good(tame, columns).filter(({ expected }) => expected !== null);
  const word = fc.constantFrom('王', 'a', '好 1');
  const few = fc.array(word, { minLength: 1, maxLength: columns - 1 }).map((cells) => [{ text: cells.join(','), expected: '!csv/too-few-cells' }]);
  const many = fc.array(word, { minLength: columns + 1, maxLength: columns + 3 }).map((cells) => [{ text: cells.join(','), expected: '!csv/too-many-cells' }]);
  const nul = fc.constant([{ text: `\0${','.repeat(columns - 1)}`, expected: '!csv/nul' }]);
  const broken = fc.tuple(fc.constantFrom('"王', '"a"b', '"說 "好" 了"', '"",""x'), fc.nat(columns - 1), ok).map(([cell, at, next]) => [
    { text: Array.from({ length: columns }, (_, i) => (i === at ? cell : 'x')).join(','), expected: '!csv/broken-quote' }, next,
  ]);
  return fc.oneof(ok.map((line) => [line]), few, many, nul, broken);
});

async function readChunked(text: string, size: number): Promise<string[]> {
  return brief(await rowsOf(await openCsv(chunked(Buffer.from(text), size), 'x.csv', { encodings: ['utf-8'] })));
}

/** The rows when the text comes to the splitter in pieces of these lengths, over and over. */
function splitInto(bytes: Uint8Array, lengths: readonly number[], encoding: Encoding = 'utf-8'): Row[] {
  const decoder = decoderFor(encoding);
  const text = decoder.decode(bytes) + decoder.end();
  const header = readHeader('x.csv', text, true, decoder.errors);
  const splitter = new RecordSplitter('x.csv', 'x', header, decoder.errors.map((error) => ({ ...error, at: error.at - header.end })));
  const rows: Row[] = [];
  for (let at = header.end, turn = 0; at < text.length; turn += 1) {
    const length = lengths[turn % lengths.length]!;
    rows.push(...splitter.push(text.slice(at, at + length), false));
    at += length;
  }
  return [...rows, ...splitter.push('', true)];
}

describe('every record is one row', () => {
  test('of well-formed files', async () => {
    await fc.assert(fc.asyncProperty(wellFormed, fc.integer({ min: 1, max: 9 }), async ({ text, expected }, size) => {
      expect(await readChunked(text, size)).toEqual(expected);
    }), { numRuns: 300 });
  });

  test('of files with damaged records', async () => {
    await fc.assert(fc.asyncProperty(damaged, fc.integer({ min: 1, max: 9 }), async ({ text, expected }, size) => {
      expect(await readChunked(text, size)).toEqual(expected);
    }), { numRuns: 300 });
  });
});

const soup = fc.array(fc.oneof(
  fc.constantFrom('a', '王', '"', '"', ',', ',', '\n', '\r', '\r\n', '""', '\0', ' ', 'x,y\n', '"x","y"\n', '"x""z",\r\n').map((part) => Buffer.from(part)),
  fc.constantFrom(0xff, 0xe7, 0xa4).map((byte) => Buffer.of(byte)),
), { maxLength: 40 }).map((parts) => Buffer.concat([Buffer.from('c0,c1\n'), ...parts]));

test('window borders change nothing, in any bytes at all', () => {
  fc.assert(fc.property(soup, fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1 }), (bytes, lengths) => {
    const whole = splitInto(bytes, [Infinity]);
    expect(splitInto(bytes, lengths)).toEqual(whole);
    expect(splitInto(bytes, [1])).toEqual(whole);
  }), { numRuns: 1_000 });
});

test.each(['utf-8', 'cp950'] as const)('the quick way through clean lines changes nothing, in any bytes at all, %s', async (encoding) => {
  await fc.assert(fc.asyncProperty(soup, async (bytes) => {
    const opened = await openCsv(memorySource(bytes), 'x.csv', { encodings: [encoding] });
    expect(await rowsOf(opened)).toEqual(splitInto(bytes, [Infinity], encoding));
  }), { numRuns: 2_000 });
});
