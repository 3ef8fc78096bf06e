import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ProblemError } from '../../../src/core/problem.ts';
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
