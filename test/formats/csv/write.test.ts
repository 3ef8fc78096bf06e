import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { coinedEncoder } from '../../../src/core/coined.ts';
import { type Problem, ProblemError } from '../../../src/core/problem.ts';
import { writeCsv } from '../../../src/formats/csv/write.ts';
import type { CsvTable, CsvWriteOptions } from '../../../src/formats/csv/write.ts';
import { encodeCp950 } from '../../../src/formats/text/encode-cp950.ts';
import { read } from './source.ts';

async function write(table: CsvTable, options: CsvWriteOptions): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of writeCsv(table, options)) pieces.push(piece);
  return Buffer.concat(pieces);
}

test('RFC 4180 with CRLF, quotes only where needed', async () => {
  const bytes = await write({ header: ['a', 'b'], rows: [['1', 'x,y'], ['說 "好"', 'l1\nl2'], ['', 'CR\r']] }, { encoding: 'utf-8' });
  expect(bytes.toString()).toBe('a,b\r\n1,"x,y"\r\n"說 ""好""","l1\nl2"\r\n,"CR\r"\r\n');
});

test('options: byte order mark, line end, CP950', async () => {
  const table = { header: ['姓名'], rows: [['王十\ue000']] };
  expect((await write(table, { encoding: 'utf-8', bom: true, lineEnd: '\n' })).toString()).toBe('\ufeff姓名\n王十\ue000\n');
  expect((await write(table, { encoding: 'cp950', bom: true })).equals(encodeCp950('姓名\r\n王十\ue000\r\n').bytes)).toBe(true);
});

test('formulas are escaped only when asked for', async () => {
  const table = { header: ['a'], rows: [['=1+1'], ['-1'], ['@x'], ['1-1']] };
  expect((await write(table, { encoding: 'utf-8' })).toString()).toBe('a\r\n=1+1\r\n-1\r\n@x\r\n1-1\r\n');
  expect((await write(table, { encoding: 'utf-8', escapeFormulas: true })).toString()).toBe("a\r\n'=1+1\r\n'-1\r\n'@x\r\n1-1\r\n");
});

describe('a character that cannot be written stops the file', () => {
  async function* rows(at: number, cell: string): AsyncGenerator<readonly string[]> {
    for (let i = 2; i <= 3_000; i += 1) yield [`${i}`, i === at ? cell : '王'];
  }

  test.each([
    ['cp950', 2, '王堃', { char: '堃', code: 'U+5803', encoding: 'Big5' }],
    ['cp950', 2_500, '𠮷', { char: '𠮷', code: 'U+20BB7', encoding: 'Big5' }],
    ['utf-8', 1_001, 'a\ud842', { char: '\ud842', code: 'U+D842', encoding: 'UTF-8' }],
  ] as const)('%s, row %i', async (encoding, row, cell, params) => {
    const error = await write({ header: ['序', '姓名'], rows: rows(row, cell) }, { encoding }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ProblemError);
    expect((error as ProblemError).problem).toEqual({ code: 'csv/unencodable', params, row, column: '姓名', value: cell });
  });

  test('in the header as well', async () => {
    const error = await write({ header: ['喆'], rows: [] }, { encoding: 'cp950' }).catch((thrown: unknown) => thrown);
    expect((error as ProblemError).problem).toMatchObject({ code: 'csv/unencodable', row: 1 });
  });
});

describe('with the 造字 table of the school', () => {
  const coined = coinedEncoder({ entries: [
    { cell: 'FA40', unicode: 'U+5803', verifiedBy: 'registrar', date: '2026-09-01' },
    { cell: '8140', unicode: 'U+20BB7', verifiedBy: 'registrar', date: '2026-09-01' },
    { cell: 'C6A1', unicode: 'U+738B', verifiedBy: 'registrar', date: '2026-09-01' },
  ] });

  test('a character of the table goes into its cell, a private-use one into its own, a standard one where it always was', async () => {
    const bytes = await write({ header: ['姓名'], rows: [['王堃'], ['\ue000'], ['\ue001'], ['𠮷']] }, { encoding: 'cp950', coined, lineEnd: '\n' });
    expect(bytes.subarray(5).toString('hex').toUpperCase()).toBe('A4FDFA400AFA400AFA410A81400A');
  });

  test('UTF-8 has the character itself', async () => {
    expect((await write({ header: ['姓名'], rows: [['堃']] }, { encoding: 'utf-8', coined })).toString()).toBe('姓名\r\n堃\r\n');
  });

  test('a row with any other character is refused and told, the rest is written: written + refused = rows', async () => {
    const refused: Problem[] = [];
    const rows = Array.from({ length: 2_500 }, (_, at) => [`${at}`, at % 1_000 === 3 ? '王喆' : '王堃']);
    const bytes = await write({ header: ['序', '姓名'], rows }, { encoding: 'cp950', coined, refuse: (problem) => refused.push(problem) });
    expect(refused.map(({ code, row, column, params }) => [code, row, column, params['char']])).toEqual([5, 1_005, 2_005].map((row) => ['csv/unencodable', row, '姓名', '喆']));
    const back = await read(bytes, ['cp950']);
    expect(back.rows.map(({ cells }) => cells)).toEqual(rows.filter((_, at) => at % 1_000 !== 3).map(([at]) => [at, '王\ue000']));
    expect(back.rows.length + refused.length).toBe(rows.length);
  });

  test('a header cannot be left out', async () => {
    await expect(write({ header: ['喆'], rows: [['王']] }, { encoding: 'cp950', coined, refuse: () => undefined })).rejects.toBeInstanceOf(ProblemError);
  });
});

test('what is written is read back, in either encoding', async () => {
  const cell = fc.string({ unit: fc.constantFrom(...'王十卅\ue000\uf848a1 ,;\t"\r\n'), maxLength: 6 });
  const row = fc.array(cell, { minLength: 3, maxLength: 3 }).map(([a, b, c]) => [`x${a}`, b!, c!]);
  await fc.assert(fc.asyncProperty(fc.array(row, { maxLength: 6 }), fc.constantFrom('utf-8' as const, 'cp950' as const), fc.constantFrom('\n' as const, '\r\n' as const), async (rows, encoding, lineEnd) => {
    const bytes = await write({ header: ['甲', '乙', '丙'], rows }, { encoding, lineEnd });
    const back = await read(bytes, [encoding]);
    expect(back.header).toEqual(['甲', '乙', '丙']);
    expect(back.rows.map(({ cells }) => cells)).toEqual(rows);
  }));
});
