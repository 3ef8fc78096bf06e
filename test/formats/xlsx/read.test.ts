import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { fileSource, memorySource } from '../../../src/formats/bytes.ts';
import { openXlsx } from '../../../src/formats/xlsx/read.ts';
import { realTemplates } from '../../real-templates.ts';
import { codeOf, problemOf } from '../problems.ts';
import { openParts, readCell, readRows, rels, rowsOf } from './parts.ts';

describe('sheets', () => {
  const inline = (ref: string, text: string) => `<c r="${ref}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;

  it('have trimmed titles and headers, real row numbers, and can be read twice', async () => {
    const file = await openParts({
      sheets: [
        ['開設課程_x0009_', `<row r="1">${inline('A1', ' 科目 &#9;')}${inline('C1', '科目')}</row><row r="4">${inline('B4', ' v ')}</row><row r="5"/><row r="9">${inline('A9', 'w')}</row>`],
        ['補修成績 ', ''],
      ],
    });
    expect(file.tables.map((table) => table.sheet)).toEqual(['開設課程', '補修成績']);
    const [table, empty] = file.tables;
    expect(table!.header).toEqual(['科目', '', '科目']);
    expect(await rowsOf(table!)).toEqual([{ row: 4, cells: ['', ' v '] }, { row: 9, cells: ['w'] }]);
    expect(await rowsOf(table!)).toHaveLength(2);
    expect(empty!.header).toEqual([]);
    expect(await rowsOf(empty!)).toEqual([]);
  });

  it('have no header when row 1 is blank', async () => {
    const file = await openParts({ sheets: [['x', `<row r="2">${inline('A2', 'a')}</row>`]] });
    expect(file.tables[0]!.header).toEqual([]);
    expect(await rowsOf(file.tables[0]!)).toEqual([{ row: 2, cells: ['a'] }]);
  });

  it('are read when hidden, with a remark', async () => {
    const file = await openParts({ sheets: [['shown', ''], ['away', `<row>${inline('A1', 'h')}</row>`, 'veryHidden']] });
    expect(file.tables.map((table) => table.sheet)).toEqual(['shown', 'away']);
    expect(file.problems).toMatchObject([{ code: 'xlsx/hidden-sheet', sheet: 'away' }]);
  });

  it('count on where references are missing', async () => {
    const rows = await readRows('<row><c t="b"><v>1</v></c><c t="inlineStr"><is><t>b</t></is></c></row><row r="7"><c r="C7"><v>3</v></c><c><v>4</v></c></row><row><c><v>5</v></c></row>');
    expect(rows).toEqual([
      { row: 2, cells: ['1', 'b'], kinds: 'bs' }, { row: 7, cells: ['', '', '3', '4'], kinds: 'ssnn' }, { row: 8, cells: ['5'], kinds: 'n' },
    ]);
  });

  it('may be written with prefixes, in other folders, under other cases, with absolute targets', async () => {
    const file = await openParts({
      sheets: [['x', '']],
      replace: {
        'xl/worksheets/sheet1.xml': null,
        'DATA/Tabelle.XML': '<?xml version="1.0"?><x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row r="1"><x:c r="A1" t="str"><x:v>h</x:v></x:c></x:row><x:row r="2"><x:c r="A2" t="s"><x:v>0</x:v></x:c></x:row></x:sheetData></x:worksheet>',
        'xl/sharedStrings.xml': '<x:sst xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:si><x:t>值</x:t></x:si></x:sst>',
        'xl/_rels/workbook.xml.rels': rels([['s0', 'worksheet', '../data/tabelle.xml'], ['a', 'sharedStrings', '/xl/SharedStrings.xml']]),
      },
    });
    expect(file.tables[0]!.header).toEqual(['h']);
    expect(await rowsOf(file.tables[0]!)).toEqual([{ row: 2, cells: ['值'] }]);
  });

  it('of charts are no tables, merged cells and tables do not disturb', async () => {
    const part = '<?xml version="1.0"?><worksheet xmlns="m" xmlns:r="r"><sheetData><row r="1"><c r="A1" t="str"><v>h</v></c></row></sheetData><mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells><tableParts count="1"><tablePart r:id="rId1"/></tableParts></worksheet>';
    const file = await openParts({
      sheets: [['x', part], ['chart', '']],
      replace: { 'xl/_rels/workbook.xml.rels': rels([['s0', 'worksheet', 'worksheets/sheet1.xml'], ['s1', 'chartsheet', 'chartsheets/sheet1.xml']]) },
    });
    expect(file.tables.map((table) => table.header)).toEqual([['h']]);
  });
});

describe('cells', () => {
  const styles = '<numFmts><numFmt numFmtId="164" formatCode="[$-404]e/mm/dd"/><numFmt numFmtId="165" formatCode="0.00E+00"/></numFmts>'
    + '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>';

  it.each([
    ['shared string', '<c r="A2" t="s"><v>1</v></c>', '第二', 's'],
    ['rich text without its phonetic runs', '<c r="A2" t="s"><v>2</v></c>', '東京都', 's'],
    ['escapes in a shared string', '<c r="A2" t="s"><v>3</v></c>', 'a\tb_x0041_\u{20bb7}', 's'],
    ['inline string', '<c r="A2" t="inlineStr"><is><r><t>甲</t></r><r><t>乙</t></r><rPh><t>x</t></rPh></is></c>', '甲乙', 's'],
    ['formula with a text result', '<c r="A2" t="str"><f>B1&amp;"x"</f><v>a_x000D_b</v></c>', 'a\rb', 's'],
    ['formula with a number', '<c r="A2"><f>1+1</f><v>2</v></c>', '2', 'n'],
    ['number', '<c r="A2"><v>85.100000000000001</v></c>', '85.1', 'n'],
    ['sum of floats', '<c r="A2"><v>0.30000000000000004</v></c>', '0.3', 'n'],
    ['exponent', '<c r="A2"><v>1E-3</v></c>', '0.001', 'n'],
    ['scientific format is no date', '<c r="A2" s="4"><v>100</v></c>', '100', 'n'],
    ['boolean', '<c r="A2" t="b"><v>1</v></c>', '1', 'b'],
    ['date', '<c r="A2" s="1"><v>45000</v></c>', '2023-03-15', 'd'],
    ['date and time', '<c r="A2" s="2"><v>45000.5</v></c>', '2023-03-15T12:00:00', 'd'],
    ['time of day', '<c r="A2" s="2"><v>0.25</v></c>', '06:00:00', 's'],
    ['ROC date format', '<c r="A2" s="3"><v>39829</v></c>', '2009-01-16', 'd'],
    ['last real day before the quirk', '<c r="A2" s="1"><v>59</v></c>', '1900-02-28', 'd'],
    ['first real day after the quirk', '<c r="A2" s="1"><v>61</v></c>', '1900-03-01', 'd'],
    ['ISO date', '<c r="A2" t="d"><v>2009-01-16T00:00:00</v></c>', '2009-01-16', 'd'],
  ])('%s', async (_, cell, text, kind) => {
    const strings = '<si><t>0</t></si><si><t>第二</t></si><si><r><t>東</t></r><r><rPr><b/></rPr><t>京都</t></r><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></si>'
      + '<si><t>a_x0009_b_x005F_x0041__xD842__xDFB7_</t></si>';
    const row = await readCell(cell, { strings, styles });
    expect(row).toEqual({ row: 2, cells: [text], ...(kind === 's' ? {} : { kinds: kind }) });
  });

  it('have their dates by the 1904 system where the workbook says so', async () => {
    expect((await readCell('<c r="A2" s="1"><v>43538</v></c>', { styles, workbookPr: 'date1904="1"' }))!.cells).toEqual(['2023-03-15']);
    expect((await readCell('<c r="A2" s="1"><v>0</v></c>', { styles, workbookPr: 'date1904="true"' }))!.cells).toEqual(['1904-01-01']);
  });

  it.each([
    ['error value', '<c r="A2" t="e"><v>#N/A</v></c>', 'xlsx/error-cell'],
    ['formula without a result', '<c r="A2"><f>SUM(B1)</f><v/></c>', 'xlsx/no-cached-value'],
    ['formula without a value element', '<c r="A2"><f>SUM(B1)</f></c>', 'xlsx/no-cached-value'],
    ['29 February 1900', '<c r="A2" s="1"><v>60</v></c>', 'xlsx/bad-date'],
    ['negative date', '<c r="A2" s="1"><v>-1</v></c>', 'xlsx/bad-date'],
    ['date beyond 9999', '<c r="A2" s="1"><v>2958466</v></c>', 'xlsx/bad-date'],
    ['impossible ISO date', '<c r="A2" t="d"><v>2009-02-30</v></c>', 'xlsx/bad-date'],
    ['course code stored as a number', '<c r="A2"><v>1.1010240101E+22</v></c>', 'xlsx/lost-digits'],
    ['no number', '<c r="A2"><v>12x</v></c>', 'xlsx/bad-cell'],
    ['not a finite number', '<c r="A2"><v>1E999</v></c>', 'xlsx/bad-cell'],
    ['shared string out of range', '<c r="A2" t="s"><v>9</v></c>', 'xlsx/bad-cell'],
    ['negative shared string', '<c r="A2" t="s"><v>-1</v></c>', 'xlsx/bad-cell'],
    ['unknown type', '<c r="A2" t="q"><v>9</v></c>', 'xlsx/bad-cell'],
    ['same column twice', '<c r="A2" t="str"><v>a</v></c><c r="A2" t="str"><v>b</v></c>', 'xlsx/bad-cell'],
  ])('%s: the row says so and keeps what could be read', async (_, cell, code) => {
    const [row, next] = await readRows(`<row r="2">${cell}<c r="B2" t="str"><v>rest</v></c></row><row r="3"><c r="A3"><v>1</v></c></row>`, { styles });
    expect(row!.problem).toMatchObject({ code, file: 'x.xlsx', sheet: '資料', row: 2, column: '甲' });
    expect(row!.cells[1]).toBe('rest');
    expect(next).toEqual({ row: 3, cells: ['1'], kinds: 'n' });
  });

  it('that are styled but blank leave no row; a blank text result neither', async () => {
    expect(await readRows('<row r="2"><c r="A2" s="1"/><c r="XFD2" s="1"/></row><row r="3"><c r="A3" t="str"><f>""</f><v></v></c><c r="B3" t="str"><v> </v></c></row>')).toEqual([]);
  });
});

describe('the cover', () => {
  const row = (number: number, ...texts: string[]) => `<row r="${number}">${texts.map((text) => `<c t="str"><v>${text}</v></c>`).join('')}</row>`;
  const header = row(1, ' 學校代碼', '學年度', '學期', '名冊別');

  it.each(['封面', '學生資料名冊封面', '封面 '])('%j is read apart', async (title) => {
    const file = await openParts({ sheets: [[title, header + row(2, '010301 ', '114', '1', '4')], ['資料', '']] });
    expect(file.cover).toEqual({ 學校代碼: '010301', 學年度: '114', 學期: '1', 名冊別: '4' });
    expect(file.tables.map((table) => table.sheet)).toEqual(['資料']);
    expect(file.problems).toEqual([]);
  });

  const classes = (...rows: readonly string[]) => row(1, '學校代碼', '學年度', '學期', '名冊別', '年級班級代碼', '班級人數') + rows.join('');

  it('of 104 with a row for each class says what all rows say', async () => {
    const file = await openParts({ sheets: [['學生資料名冊封面', classes(row(2, '010301', '104', '1', '1', '101', '35'), row(3, '010301', '104', '1', '1', '102', '35'))]] });
    expect(file.cover).toEqual({ 學校代碼: '010301', 學年度: '104', 學期: '1', 名冊別: '1', 班級人數: '35' });
    expect(file.problems).toEqual([]);
  });

  it.each([
    ['classes of two terms', [['學生資料名冊封面', classes(row(2, '010301', '104', '1', '1', '101'), row(3, '010301', '104', '2', '1', '102'))]], 'xlsx/bad-cover'],
    ['no values', [['封面', header]], 'xlsx/bad-cover'],
    ['values in row 3', [['封面', header + row(3, 'a')]], 'xlsx/bad-cover'],
    ['two rows', [['封面', header + row(2, 'a') + row(3, 'b')]], 'xlsx/bad-cover'],
    ['a second cover', [['封面', header + row(2, 'a')], ['舊封面', header + row(2, 'a')]], 'xlsx/two-covers'],
  ] as const)('with %s is a problem and no cover', async (_, sheets, code) => {
    const file = await openParts({ sheets });
    expect(file.cover).toBeUndefined();
    expect(file.problems.map((problem) => problem.code)).toEqual([code]);
    expect(file.tables).toEqual([]);
  });
});

describe('a workbook that cannot be trusted is refused', () => {
  const sheets = [['x', '<row r="1"><c r="A1" t="str"><v>h</v></c></row><row r="2"><c r="A2" t="s"><v>0</v></c></row>']] as const;
  const entities = '<!DOCTYPE s [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>';

  it.each<[string, Record<string, string | null>, string]>([
    ['entity bomb in the shared strings', { 'xl/sharedStrings.xml': `<?xml version="1.0"?>${entities}<sst><si><t>&b;</t></si></sst>` }, 'xlsx/unsafe-xml'],
    ['DOCTYPE in the workbook part', { 'xl/workbook.xml': `${entities}<workbook/>` }, 'xlsx/unsafe-xml'],
    ['external DOCTYPE in a sheet', { 'xl/worksheets/sheet1.xml': '<!DOCTYPE worksheet SYSTEM "file:///etc/passwd"><worksheet/>' }, 'xlsx/unsafe-xml'],
    ['elements nested too deep', { 'xl/worksheets/sheet1.xml': '<a>'.repeat(100) + '</a>'.repeat(100) }, 'xlsx/unsafe-xml'],
    ['one endless text', { 'xl/sharedStrings.xml': `<sst><si><t>${'x'.repeat(6_000_000)}` }, 'xlsx/unsafe-xml'],
    ['undeclared entity', { 'xl/sharedStrings.xml': '<sst><si><t>&evil;</t></si></sst>' }, 'xlsx/damaged'],
    ['sheet cut off', { 'xl/worksheets/sheet1.xml': '<worksheet><sheetData>' }, 'xlsx/damaged'],
    ['rows out of order', { 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row r="5"/><row r="4"/></sheetData></worksheet>' }, 'xlsx/damaged'],
    ['a row number that is none', { 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row r="1e3x"/></sheetData></worksheet>' }, 'xlsx/damaged'],
    ['more rows than there can be', { 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row r="1048577"/></sheetData></worksheet>' }, 'xlsx/too-large'],
    ['a value in a column far out', { 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row r="1"><c r="XFD1"><v>1</v></c></row></sheetData></worksheet>' }, 'xlsx/too-large'],
    ['cell reference that is none', { 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row r="1"><c r="1A"><v>1</v></c></row></sheetData></worksheet>' }, 'xlsx/damaged'],
    ['a sheet whose part is missing', { 'xl/worksheets/sheet1.xml': null }, 'xlsx/damaged'],
    ['no workbook part', { 'xl/workbook.xml': null }, 'xlsx/damaged'],
    ['a sheet without link', { 'xl/_rels/workbook.xml.rels': rels([]) }, 'xlsx/damaged'],
    ['binary workbook', { '_rels/.rels': rels([['r', 'officeDocument', 'xl/workbook.bin']]) }, 'xlsx/binary-workbook'],
  ])('%s', async (_, replace, code) => {
    expect(await codeOf(openParts({ sheets, replace }))).toBe(code);
  });

  it('beyond the limits of the caller', async () => {
    expect(await codeOf(openParts({ sheets: [['a', ''], ['b', '']] }, { sheets: 1 }))).toBe('xlsx/too-large');
    expect(await codeOf(openParts({ sheets, strings: '<si><t>a</t></si><si><t>b</t></si>' }, { sharedStrings: 1 }))).toBe('xlsx/too-large');
    expect(await codeOf(openParts({ sheets, strings: '<si><t>abc</t></si>' }, { sharedCharacters: 2 }))).toBe('xlsx/too-large');
  });

  it('tells of damage below the header while the rows are read', async () => {
    const rows = Array.from({ length: 5000 }, (_, index) => `<row r="${index + 2}"><c r="A${index + 2}"><v>${index}</v></c></row>`).join('');
    const file = await openParts({ sheets: [['x', `<row r="1"><c r="A1" t="str"><v>h</v></c></row>${rows}<oops`]] });
    expect(file.tables[0]!.header).toEqual(['h']);
    expect(await problemOf(rowsOf(file.tables[0]!))).toMatchObject({ code: 'xlsx/damaged', file: 'x.xlsx' });
  });
});

const templates = realTemplates();
describe.skipIf(templates === null)('template workbooks of the ministry and of a vendor', () => {
  it.each((templates ?? []).map((template) => [template.name, template] as const))('%s', async (_, template) => {
    await using source = await fileSource(template.path);
    const file = await openXlsx(source, template.name);
    expect(file.tables.length).toBeGreaterThan(0);
    for (const table of file.tables) {
      expect(table.sheet).toBe(table.sheet.trim());
      expect(table.header.length).toBeGreaterThan(2);
      await rowsOf(table);
    }
    if (template.folder === 'ministry-107-templates' && file.cover) expect(Object.keys(file.cover)).toEqual(['學校代碼', '學年度', '學期', '名冊別']);
  });

  it('have the traps this reader is for', async () => {
    const of = async (part: string) => openXlsx(memorySource(await readFile(templates!.find((template) => template.name.includes(part))!.path)), part);
    expect((await of('1_科目名冊')).tables.map((table) => table.sheet)).toEqual(['開設課程']);
    const scores = await of('3_學生成績名冊');
    expect(scores.tables.map((table) => table.sheet)).toEqual(['學期成績', '補修成績', '轉學轉科生成績']);
    expect(scores.tables[2]!.header.filter((name) => name === '對應年級')).toHaveLength(2);
    expect(scores.cover!['名冊別']).toBe('2');
  });
});
