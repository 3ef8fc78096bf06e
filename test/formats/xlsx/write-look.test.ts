/** Workbooks for people: filterable, marked, and safe to type in, as other programs see them. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { joined, memorySource } from '../../../src/formats/bytes.ts';
import { holdable } from '../../../src/formats/xlsx/holdable.ts';
import { openXlsx } from '../../../src/formats/xlsx/read.ts';
import { type SheetContent, streamXlsx } from '../../../src/formats/xlsx/write.ts';
import { has, pythonWith, run } from '../tools.ts';
import { rowsOf } from './parts.ts';

const SHEETS: readonly SheetContent[] = [{
  title: '學期成績', header: ['原檔列', '檢核發現', '身分證號', '成績'], look: { frozen: 1, widths: [8, 20] },
  rows: [
    ['7', { text: '成績超出 0 到 100，請查原始成績單更正後重新匯出，整列才會收進中央資料庫', look: 'note' }, 'A123456789', { text: '105', look: 'error' }],
    ['8', { text: '空白', look: 'note' }, { text: '', look: 'warning' }, '-1'],
    ['9', { text: '像公式', look: 'note' }, { text: '=1+1', look: 'info' }, '@SUM(A1)'],
  ],
}];

const folder = mkdtempSync(join(tmpdir(), 'xlsx-look-'));
const path = join(folder, 'look.xlsx');
writeFileSync(path, await joined(streamXlsx({ sheets: SHEETS })));
afterAll(() => rmSync(folder, { recursive: true }));

describe('a workbook for people', () => {
  it('has the same bytes twice, and its texts are read back', async () => {
    expect(Buffer.compare(await joined(streamXlsx({ sheets: SHEETS })), readFileSync(path))).toBe(0);
    const [table] = (await openXlsx(memorySource(readFileSync(path)), 'x.xlsx')).tables;
    expect((await rowsOf(table!)).map(({ cells }) => cells.slice(2))).toEqual([['A123456789', '105'], ['', '-1'], ['=1+1', '@SUM(A1)']]);
  });

  it('has every text in its own cell and keeps none', async () => {
    async function* rows() { for (let index = 0; index < 3000; index++) yield [String(index), `text ${index}`]; }
    const [table] = (await openXlsx(memorySource(await joined(streamXlsx({ sheets: [{ title: 'x', header: ['n', 's'], rows: rows() }] }))), 'x.xlsx')).tables;
    expect(await rowsOf(table!)).toHaveLength(3000);
  });

  it.skipIf(pythonWith('openpyxl') === null)('can be filtered, is marked and runs nothing, in openpyxl', () => {
    const script = `import sys, json, openpyxl
s = openpyxl.load_workbook(sys.argv[1]).worksheets[0]
print(json.dumps({
  'filter': s.auto_filter.ref, 'panes': s.freeze_panes, 'widths': [s.column_dimensions[c].width for c in 'AB'],
  'types': [[c.data_type for c in r] for r in s.iter_rows(min_row=2)], 'quoted': [[c.quotePrefix for c in r] for r in s.iter_rows(min_row=2)],
  'fills': [s[c].fill.fgColor.rgb for c in ('A1', 'D2', 'C3', 'C4', 'A2')], 'wrap': s['B2'].alignment.wrap_text, 'bold': s['A1'].font.b,
  'tall': s.row_dimensions[2].height > 50 and s.row_dimensions[3].height is None, 'values': [c.value for c in s[4]],
}))`;
    expect(JSON.parse(run(pythonWith('openpyxl')!, '-c', script, path))).toEqual({
      filter: 'A1:D4', panes: 'B2', widths: [8, 20],
      types: [['s', 's', 's', 's'], ['s', 's', 'n', 's'], ['s', 's', 's', 's']],
      quoted: [[false, false, false, false], [false, false, false, true], [false, false, true, true]],
      fills: ['FFECE9E1', 'FFF6D5D1', 'FFFBE7BE', 'FFDCE8F5', '00000000'], wrap: true, bold: true, tall: true,
      values: ['9', '像公式', '=1+1', '@SUM(A1)'],
    });
  });

  it.skipIf(!has('soffice', '--version'))('opens in LibreOffice, a formula still a text', () => {
    run('soffice', '--headless', `-env:UserInstallation=file://${folder}/office`, '--convert-to', 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,1', '--outdir', folder, path);
    expect(readFileSync(join(folder, 'look-學期成績.csv'), 'utf8').split('\n').slice(2, 4)).toEqual(['8,空白,,-1', '9,像公式,=1+1,@SUM(A1)']);
  }, 60_000);

  it('any text is made fit for a cell, and a fit one is left as it is', async () => {
    await fc.assert(fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 40 }), async (text) => {
      const held = holdable(text);
      await joined(streamXlsx({ sheets: [{ title: 'x', header: [held], rows: [[held]], look: {} }] }));
      expect(holdable(held)).toBe(held);
    }), { numRuns: 100 });
    expect(holdable('a\u0000\ud800b')).toBe('a[U+0000][U+D800]b');
    expect(holdable('王\ue004○ 𠮷\n')).toBe('王\ue004○ 𠮷\n');
    expect(holdable('𠮷'.repeat(20_000))).toHaveLength(32_767);
  });
});
