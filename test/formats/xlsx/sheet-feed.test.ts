/** Rows taken past the XML parser are those it would have read. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Row } from '../../../src/core/table.ts';
import { XLSX_LIMITS } from '../../../src/formats/xlsx/limits.ts';
import { sheetRows } from '../../../src/formats/xlsx/sheet.ts';
import type { ZipEntry } from '../../../src/formats/zip/archive.ts';
import { inPieces } from '../text/pieces.ts';

const CONTEXT = { strings: ['甲', '乙', ''], dateStyles: [false, true], from1904: false };
const PLACE = { file: 'x.xlsx', sheet: '一', header: [] };

interface Read {
  readonly rows: readonly Row[];
  readonly problem?: string;
}

async function read(xml: string, sizes: readonly number[]): Promise<Read> {
  const bytes = new TextEncoder().encode(xml);
  const part = { name: 'sheet1.xml', async *stream() { yield* inPieces(bytes, sizes); } } as unknown as ZipEntry;
  const rows: Row[] = [];
  try {
    for await (const batch of sheetRows(part, PLACE, CONTEXT, XLSX_LIMITS, 3)) rows.push(...batch);
  } catch (error) {
    return { rows, problem: (error as { problem?: { code: string } }).problem?.code ?? String(error) };
  }
  return { rows };
}

const sheet = (rows: string, before = '', after = ''): string => `<?xml version="1.0" encoding="UTF-8"?>\n<worksheet xmlns="x"><cols><col min="1"/></cols><sheetData>${before}${rows}</sheetData>${after}</worksheet>`;

const text = fc.string({ unit: fc.constantFrom('甲', 'a', ' ', '0', '.', ']', '>', '_x0041_', '\t', '\n', '\u0085') });
const markup = fc.oneof(
  text.map((value) => `<v>${value}</v>`), fc.constantFrom('<v>1</v>', '<v>2</v>', '<v>9</v>', '<v>45000.5</v>', '<v/>', '<v></v>', '', '<f>A1</f><v>3</v>', '<f>A1</f>', '<v>&amp;</v>', '<v>&#49;</v>', '<v><![CDATA[4]]></v>', '<!-- </row> --><v>5</v>'),
  text.map((value) => `<is><t>${value}</t></is>`), text.map((value) => `<is><t xml:space="preserve">${value}</t></is>`),
  text.map((value) => `<is><r><t>${value}</t></r><rPh sb="0" eb="1"><t>x</t></rPh><r><t>z</t></r></is>`), fc.constantFrom('<v>1</w>', '<v>\u0001</v>', '<x/><v>1</v>'),
);
const cell = fc.tuple(fc.nat(5), fc.constantFrom('', ' t="s"', ' t="n"', ' t="str"', ' t="inlineStr"', ' t="b"', ' t="e"', ' t="q"'), fc.constantFrom('', ' s="1"', ' s="0"', ' s="x"'), markup, fc.boolean())
  .map(([column, type, style, inside, stated]) => (reference: number) => `<c${stated ? ` r="${'ABCDEF'[column]}${reference}"` : ''}${style}${type}${inside === '' ? '/>' : `>${inside}</c>`}`);
const tag = fc.constantFrom('', ' spans="1:3"', ' s="1" customFormat="1"', ' x14ac:dyDescent="0.25"', ' ht="12.8" hidden="false"', ' r="1"');
const row = fc.tuple(fc.boolean(), tag, fc.array(cell, { maxLength: 4 }), fc.constantFrom('', '\n', ' '), fc.constantFrom('', '', '', '<!-- <row r="3"><c><v>1</v></c></row> -->', '<?x <sheetData>?>', '\r\n'), fc.constantFrom('', '', 'self'))
  .map(([stated, attributes, cells, space, after, self]) => (number: number) => {
    const open = `<row${stated ? ` r="${number}"` : ''}${attributes}`;
    return `${self === 'self' ? `${open}/>` : `${open}>${space}${cells.map((one) => one(number)).join(space)}${space}</row>`}${after}`;
  });

test('whatever rows are written like, and wherever their bytes are cut', async () => {
  const after = fc.constantFrom('', '<rowBreaks count="1"><brk id="2"/></rowBreaks>', '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>', '<');
  await fc.assert(fc.asyncProperty(fc.array(row, { maxLength: 6 }), after, fc.array(fc.nat(40), { minLength: 1, maxLength: 5 }), async (rows, end, sizes) => {
    const written = rows.map((one, at) => one(at + 2)).join('');
    const quick = await read(sheet(written, '', end), sizes);
    // With a comment in front of them, all are read by the parser.
    const parsed = await read(sheet(written, '<!---->', end), sizes);
    expect(quick.problem).toBe(parsed.problem);
    // How many are handed on before damage is met depends on where the bytes are cut.
    const both = quick.problem === undefined ? Math.max(quick.rows.length, parsed.rows.length) : Math.min(quick.rows.length, parsed.rows.length);
    expect(quick.rows.slice(0, both)).toEqual(parsed.rows.slice(0, both));
  }), { numRuns: 1000 });
});

test('a row longer than anybody waits for is read all the same', async () => {
  const long = `<row r="2"><c r="A2" t="inlineStr"><is><t>${'長'.repeat(1_200_000)}</t></is></c></row><row r="3"><c r="A3"><v>7</v></c></row>`;
  const found = await read(sheet(long), [65_536]);
  expect(found.rows.map(({ row: number, cells }) => [number, cells[0]!.length])).toEqual([[2, 1_200_000], [3, 1]]);
});

test.each([
  ['a part cut within a row', '<row r="2"><c r="A2"><v>1</v></c>'],
  ['a tag cut short', '<row r="2"><c r="A2"><v>1</v></c></row><row'],
])('%s is damaged', async (_, written) => {
  expect(await read(sheet(written).replace(/<\/sheetData>.*/, ''), [7])).toMatchObject({ problem: 'xlsx/damaged' });
});
