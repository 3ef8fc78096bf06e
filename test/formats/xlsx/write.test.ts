import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { joined, memorySource } from '../../../src/formats/bytes.ts';
import { openXlsx } from '../../../src/formats/xlsx/read.ts';
import { writeXlsx, type SheetContent } from '../../../src/formats/xlsx/write.ts';
import { openZip } from '../../../src/formats/zip/read.ts';
import { codeOf, problemOf } from '../problems.ts';
import { has, pythonWith, run } from '../tools.ts';
import { rowsOf } from './parts.ts';

const COVER: SheetContent = { title: '封面', header: ['學校代碼', '名冊別'], rows: [['010301', '4']] };
const SAMPLE: readonly SheetContent[] = [COVER, {
  title: '學期成績(缺)', headerFormat: 'text', header: ['身分證號', '姓名', '姓名'],
  rows: [['A123456789', '𠮷田 & <b>', ' 前後空白 '], [], ['0980116', '第一行\r\n第二行\tT', '_x0041_ 與 =1+1']],
}];

const folder = mkdtempSync(join(tmpdir(), 'xlsx-write-'));
const path = join(folder, 'sample.xlsx');
writeFileSync(path, await writeXlsx({ sheets: SAMPLE }));
afterAll(() => rmSync(folder, { recursive: true }));

const one = (cells: readonly string[], title = 'x') => writeXlsx({ sheets: [{ title, header: ['甲', '乙'], rows: [cells] }] });

describe('writeXlsx', () => {
  it('gives the same bytes twice', async () => {
    expect(Buffer.compare(await writeXlsx({ sheets: SAMPLE }), await writeXlsx({ sheets: SAMPLE }))).toBe(0);
  });

  it('is read back as it was, every cell text', async () => {
    const cell = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('_x0009_', 'a\rb', '\n', ' ', '"', '𠮷', '\u2028', '-1', '')).filter((text) => text.isWellFormed() && !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(text));
    await fc.assert(fc.asyncProperty(fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 8 }), async (rows) => {
      const bytes = await writeXlsx({ sheets: [{ title: '資料', header: ['a'], rows }] });
      const back = await rowsOf((await openXlsx(memorySource(bytes), 'x.xlsx')).tables[0]!);
      const expected = rows.flatMap((cells, index) => {
        const length = cells.findLastIndex((text) => text !== '') + 1;
        return cells.every((text) => text.trim() === '') ? [] : [{ row: index + 2, cells: cells.slice(0, length) }];
      });
      expect(back).toEqual(expected);
    }), { numRuns: 60 });
  }, 60_000);

  it('takes rows as they come, asynchronously', async () => {
    async function* rows() { for (let index = 0; index < 1200; index++) yield [String(index), 'same']; }
    const file = await openXlsx(memorySource(await writeXlsx({ sheets: [{ title: 'x', header: ['n', 's'], rows: rows() }] })), 'x.xlsx');
    const back = await rowsOf(file.tables[0]!);
    expect(back).toHaveLength(1200);
    expect(back[1199]).toEqual({ row: 1201, cells: ['1199', 'same'] });
  });

  it('marks data columns as text and freezes the header', async () => {
    const archive = await openZip(memorySource(readFileSync(path)), 'x');
    const part = async (name: string) => new TextDecoder().decode(await joined(archive.entries.find((entry) => entry.name === name)!.stream()));
    expect(await part('xl/worksheets/sheet1.xml')).toMatch(/<col min="1" max="1" width="[\d.]+" style="1".*<c r="A1" t="s">.*<c r="A2" s="1" t="s">/s);
    expect(await part('xl/worksheets/sheet2.xml')).toMatch(/state="frozen".*<c r="A1" s="1" t="s">/s);
    expect(await part('xl/styles.xml')).toContain('numFmtId="49"');
    expect(await part('docProps/core.xml')).toContain('2000-01-01T00:00:00Z');
  });

  it('refuses what a workbook cannot hold, saying where', async () => {
    expect(await problemOf(one(['fine', 'bad\u0007']))).toMatchObject({ code: 'xlsx/bad-character', sheet: 'x', row: 2, column: '乙', params: { character: 'U+0007' } });
    expect(await codeOf(one(['\ud800']))).toBe('xlsx/bad-character');
    expect(await codeOf(one(['', '', 'x'.repeat(32_768)]))).toBe('xlsx/cell-too-long');
    expect(await codeOf(one(Array.from({ length: 16_385 }, () => '')))).toBe('xlsx/too-large');
  });

  it.each(['', ' ', 'x'.repeat(32), 'a/b', 'a[b]', 'a:b', 'a?', 'a*', 'a\\b', '\'a', 'a\u0001'])('refuses the title %j', async (title) => {
    expect(await codeOf(one(['a'], title))).toBe('xlsx/bad-title');
  });

  it('refuses two titles that Excel takes for one', async () => {
    const sheets = ['A', 'a'].map((title) => ({ title, header: [], rows: [] }));
    expect(await codeOf(writeXlsx({ sheets }))).toBe('xlsx/bad-title');
    await expect(writeXlsx({ sheets: [] })).rejects.toThrow(RangeError);
  });

  it.skipIf(!has('xmllint', '--version') || !has('unzip', '-v'))('has only well-formed parts', () => {
    const parts = join(folder, 'parts');
    run('unzip', '-q', path, '-d', parts);
    const files = readdirSync(parts, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(xml|rels)$/.test(name));
    expect(files.length).toBeGreaterThan(8);
    expect(run('xmllint', '--noout', ...files.map((name) => join(parts, name)))).toBe('');
  });

  it.skipIf(pythonWith('openpyxl') === null)('opens in openpyxl with every text', () => {
    const script = 'import sys, json, openpyxl\nw = openpyxl.load_workbook(sys.argv[1])\ns = w.worksheets[1]\n'
      + 'print(json.dumps([w.sheetnames, [[c.value for c in r] for r in s.iter_rows()], s["A2"].number_format, s.freeze_panes, w.worksheets[0]["A1"].number_format]))';
    expect(JSON.parse(run(pythonWith('openpyxl')!, '-c', script, path))).toEqual([
      ['封面', '學期成績(缺)'],
      [['身分證號', '姓名', '姓名'], ['A123456789', '𠮷田 & <b>', ' 前後空白 '], [null, null, null], ['0980116', '第一行\r\n第二行\tT', '_x0041_ 與 =1+1']],
      '@', 'A2', 'General',
    ]);
  });

  it.skipIf(!has('soffice', '--version'))('opens in LibreOffice without losing a zero', () => {
    run('soffice', '--headless', `-env:UserInstallation=file://${folder}/office`, '--convert-to', 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,2', '--outdir', folder, path);
    const csv = readdirSync(folder).find((name) => name.endsWith('.csv'))!;
    expect(readFileSync(join(folder, csv), 'utf8')).toContain('0980116');
  });
});
