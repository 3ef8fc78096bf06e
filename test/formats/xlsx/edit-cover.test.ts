/** One cell of a cover: everything beside it stays as it is, byte for byte; what cannot be changed by itself is left. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { joined, memorySource } from '../../../src/formats/bytes.ts';
import { type EditedCover, editCover } from '../../../src/formats/xlsx/edit-cover.ts';
import { openXlsx } from '../../../src/formats/xlsx/read.ts';
import { writeXlsx } from '../../../src/formats/xlsx/write.ts';
import { openZip } from '../../../src/formats/zip/read.ts';
import { writeZip } from '../../../src/formats/zip/write.ts';
import { folder } from '../../flows/migrate/support.ts';
import { pythonWith, run } from '../tools.ts';
import { packParts, type Parts } from './parts.ts';

const HEADERS = ['學校代碼', '學年度', '學期', '名冊別'];
const inline = (reference: string, text: string): string => `<c r="${reference}" t="inlineStr"><is><t>${text}</t></is></c>`;
const head = `<row r="1">${HEADERS.map((text, index) => inline(`${'ABCD'[index]}1`, text)).join('')}</row>`;
const values = `${inline('A2', '990301')}${inline('B2', '114')}${inline('C2', '1')}`;
const cover = (cell: string): string => `${head}<row r="2" spans="1:4" ht="15">${values}${cell}</row>`;
const DATA = `<row r="1">${inline('A1', '身分證號')}</row><row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2"><v>2</v></c></row>`;

const book = (cell: string, more: Partial<Parts> = {}): Promise<Uint8Array> => packParts({ sheets: [['封面', cover(cell)], ['學期成績', DATA]], strings: '<si><t>2</t></si><si><t>甲</t></si>', ...more });
const edit = (bytes: Uint8Array, value = '41') => editCover(bytes, '成績.xlsx', '名冊別', value);

async function edited(bytes: Uint8Array, value = '41'): Promise<EditedCover> {
  const done = await edit(bytes, value);
  if ('reason' in done) throw new Error(done.reason);
  return done;
}

async function parts(bytes: Uint8Array): Promise<Record<string, string>> {
  const archive = await openZip(memorySource(bytes), 'x.xlsx');
  return Object.fromEntries(await Promise.all(archive.entries.map(async (entry) => [entry.name, new TextDecoder().decode(await joined(entry.stream()))])));
}

const COVER = 'xl/worksheets/sheet1.xml';
const STRINGS = 'xl/sharedStrings.xml';

describe('the cell changes and nothing else', () => {
  test.each([
    ['a number', '<c r="D2" s="3"><v>2</v></c>', '<c r="D2" s="3"><v>41</v></c>'],
    ['an inline string', '<c r="D2" t="inlineStr"><is><t xml:space="preserve">2</t></is></c>', '<c r="D2" t="inlineStr"><is><t xml:space="preserve">41</t></is></c>'],
    ['a text of its own', "<c t='str' r='D2'><v>2</v></c>", "<c t='str' r='D2'><v>41</v></c>"],
    ['a cell without a reference', '<c><v>2</v></c>', '<c><v>41</v></c>'],
    ['prefixed and commented XML', '<!-- <c r="D2"/> --><x:c r="D2"><x:v>2</x:v></x:c>', '<!-- <c r="D2"/> --><x:c r="D2"><x:v>41</x:v></x:c>'],
  ])('as %s', async (_, cell, after) => {
    const more = cell.includes('x:') ? { replace: { [COVER]: `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${cover(cell)}</sheetData></worksheet>` } } : {};
    const original = await book(cell, more);
    const { bytes, before, cell: where, parts: changed } = await edited(original);
    expect({ before, where, changed }).toEqual({ before: '2', where: 'D2', changed: [COVER] });
    const old = await parts(original);
    expect(await parts(bytes)).toEqual({ ...old, [COVER]: old[COVER]!.replace(cell, after) });
  });

  test('a shared string that is used elsewhere stays; another is added at the end', async () => {
    const strings = '<?xml version="1.0"?>\r\n<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="3" uniqueCount="2"><si><t>2</t></si><si><r><t>4</t></r><r><t>1</t></r></si></sst>\n';
    const original = await book('<c r="D2" t="s"><v>0</v></c>', { replace: { [STRINGS]: strings } });
    const { bytes, parts: changed } = await edited(original);
    expect(changed).toEqual([STRINGS, COVER]);
    const old = await parts(original);
    expect(await parts(bytes)).toEqual({
      ...old, [COVER]: old[COVER]!.replace('<v>0</v></c></row></sheetData>', '<v>2</v></c></row></sheetData>'),
      [STRINGS]: strings.replace('uniqueCount="2"', 'uniqueCount="3"').replace('</sst>', '<si><t>41</t></si></sst>'),
    });
    const read = await openXlsx(memorySource(bytes), 'x.xlsx');
    expect(read.cover!['名冊別']).toBe('41');
    expect((await Array.fromAsync(read.tables[0]!.rows())).flat().map(({ cells }) => cells)).toEqual([['2', '2']]);
  });

  test('a shared string that is there already is pointed to', async () => {
    const original = await book('<c r="D2" t="s"><v>0</v></c>', { strings: '<si><t>2</t></si><si><t>x41</t></si><si/><si><t>41</t></si>' });
    const { bytes, parts: changed } = await edited(original);
    expect(changed).toEqual([COVER]);
    expect((await parts(bytes))[COVER]).toContain('<c r="D2" t="s"><v>3</v></c>');
  });

  test('in a workbook of ours, and in one that says so already there is nothing to change', async () => {
    const ours = await writeXlsx({ sheets: [{ title: '封面', header: HEADERS, rows: [['990301', '114', '1', '2']] }, { title: '學期成績', header: ['身分證號'], rows: [['2'], ['41']] }] });
    expect((await edited(ours)).parts).toEqual([COVER]);
    const same = await edited(ours, '2');
    expect(same).toMatchObject({ parts: [], before: '2', cell: 'D2' });
    expect(same.bytes).toBe(ours);
  });

  test.skipIf(pythonWith('openpyxl') === null)('as openpyxl wrote it and reads it: every other entry has the same packed bytes', async () => {
    using work = folder();
    const [from, to] = ['from.xlsx', 'to.xlsx'].map((name) => join(work.path, name)) as [string, string];
    const python = pythonWith('openpyxl')!;
    run(python, '-c', `
import sys, openpyxl
from openpyxl.styles import Font
w = openpyxl.Workbook(); c = w.active; c.title = '封面'
c.append(${JSON.stringify(HEADERS)}); c.append(['990301', '114', '1', '2']); c['D2'].font = Font(bold=True)
s = w.create_sheet('學期成績'); s.append(['身分證號', '學期']); [s.append(['A%09d' % i, '2']) for i in range(50)]
w.create_sheet('補修成績').append(['2']); w.save(sys.argv[1])`, from);
    const { readFileSync } = await import('node:fs');
    const { bytes, parts: changed } = await edited(new Uint8Array(readFileSync(from)));
    writeFileSync(to, bytes);
    const report = JSON.parse(run(python, '-c', `
import sys, json, zipfile, openpyxl
def raw(path):
    data = open(path, 'rb').read(); z = zipfile.ZipFile(path); assert z.testzip() is None
    out = {}
    for i in z.infolist():
        n = int.from_bytes(data[i.header_offset+26:i.header_offset+28], 'little'); x = int.from_bytes(data[i.header_offset+28:i.header_offset+30], 'little')
        start = i.header_offset + 30 + n + x
        out[i.filename] = [data[i.header_offset:start].hex(), data[start:start+i.compress_size].hex(), str(i.date_time)]
    return out
a, b = raw(sys.argv[1]), raw(sys.argv[2])
before, after = [openpyxl.load_workbook(p) for p in sys.argv[1:3]]
cells = [(s.title, c.coordinate, c.value, after[s.title][c.coordinate].value) for s in before for r in s.iter_rows() for c in r if c.value != after[s.title][c.coordinate].value]
print(json.dumps({'names': list(a) == list(b), 'changed': sorted(n for n in a if a[n] != b[n]), 'cells': cells, 'bold': after['封面']['D2'].font.bold}))`, from, to));
    expect(report).toEqual({ names: true, changed, cells: [['封面', 'D2', '2', '41']], bold: true });
  });
});

describe('what cannot be changed by itself is left, and why', () => {
  test.each([
    ['cell', '<c r="D2"><f>1+1</f><v>2</v></c>', {}],
    ['cell', '<c r="D2" t="inlineStr"><is><r><t>2</t></r><r><t>0</t></r></is></c>', {}],
    ['cell', '<c r="D2"/>', {}],
    ['cell', '', {}],
    ['cell', '<c r="D2" t="b"><v>1</v></c>', {}],
    ['no-cover', '<c r="D2"><v>2</v></c>', { sheets: [['學期成績', DATA]] }],
    ['no-cover', '<c r="D2"><v>2</v></c>', { sheets: [['封面', `${head}<row r="2">${values}</row><row r="3">${values.replaceAll('2"', '3"')}</row>`]] }],
    ['no-cover', '<c r="D2"><v>2</v></c>', { sheets: [['封面', cover('').replace('名冊別', '名冊')]] }],
    ['signed', '<c r="D2"><v>2</v></c>', { replace: { '_xmlsignatures/sig1.xml': '<Signature/>' } }],
    ['unreadable', '<c r="D2"><v>2</v></c>', { replace: { [COVER]: '<worksheet><sheetData><row r="1">' } }],
  ] as const)('%s: %s', async (reason, cell, more) => {
    expect(await edit(await book(cell, more as Partial<Parts>))).toEqual({ reason });
  });

  test('a number is given no letters, a text is', async () => {
    expect(await edit(await book('<c r="D2"><v>2</v></c>'), '4A')).toEqual({ reason: 'cell' });
    expect(await edit(await book(inline('D2', '2')), '4A')).toMatchObject({ before: '2' });
  });

  test('no workbook, and an archive of something else', async () => {
    expect(await edit(new TextEncoder().encode('學校代碼,學年度'))).toEqual({ reason: 'unreadable' });
    expect(await edit(await joined(writeZip([{ name: 'a.txt', source: memorySource(new Uint8Array(3)) }])))).toEqual({ reason: 'unreadable' });
  });
});
