import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { ProblemError } from '../../../src/core/problem.ts';
import { fileSource, memorySource } from '../../../src/formats/bytes.ts';
import { openCsv } from '../../../src/formats/csv/read.ts';
import { encodeCp950 } from '../../../src/formats/text/encode-cp950.ts';
import { brief, chunked, read, rowsOf } from './source.ts';

const FIXTURES = fileURLToPath(new URL('../../../fixtures/encodings/', import.meta.url));

describe('records', () => {
  test('quotes, doubled quotes, delimiters and line breaks in quotes', async () => {
    const { rows } = await read('a,b\n"1,5","說 ""好"""\r\n"第一行\n第二行\r\n第三行",""\n');
    expect(rows.map(({ cells }) => cells)).toEqual([['1,5', '說 "好"'], ['第一行\n第二行\r\n第三行', '']]);
  });

  test('LF, CRLF and CR in one file, and a last line without any', async () => {
    expect(brief((await read('a,b\r1,2\n3,4\r\n5,6\r\r\n7,8')).rows)).toEqual(['2:1|2', '3:3|4', '4:5|6', '6:7|8']);
  });

  test('a quote inside an unquoted cell is a character', async () => {
    expect(brief((await read('a,b\n5" 螢幕,x"y"\n')).rows)).toEqual(['2:5" 螢幕|x"y"']);
  });

  test('cells keep their blanks, the header does not', async () => {
    const { header, rows } = await read(' 姓名 ,　座號\t\n 王 , 1\n');
    expect(header).toEqual(['姓名', '座號']);
    expect(rows).toEqual([{ row: 2, cells: [' 王 ', ' 1'] }]);
  });

  test('blank rows are left out but counted', async () => {
    expect(brief((await read('\n\na,b\n\n1,2\n,\n"",""\n　\n3,4\n\n\u001a')).rows)).toEqual(['5:1|2', '9:3|4']);
  });

  test('a row counts once however many lines it has', async () => {
    const { rows } = await read('a,b\n"1\n2\n3",4\n5\n');
    expect(brief(rows)).toEqual(['2:1\n2\n3|4', '3!csv/too-few-cells']);
    expect(rows[1]!.problem!.params).toEqual({ expected: 2, found: 1, line: 5 });
  });

  test('U+FEFF, U+FFFD and U+FFFF inside the file are text', async () => {
    expect(brief((await read('\ufeffa,b\n\ufeff1,\ufffd\uffff\n')).rows)).toEqual(['2:\ufeff1|\ufffd\uffff']);
  });

  test('a table can be read more than once', async () => {
    const file = await openCsv(memorySource(Buffer.from('a\n1\n2\n')), 'x.csv', { encodings: ['utf-8'] });
    expect(await rowsOf(file)).toEqual(await rowsOf(file));
  });
});

describe('cells and columns', () => {
  test('missing cells are not blank cells', async () => {
    expect(brief((await read('a,b,c\n1,2\n1,2,\n')).rows)).toEqual(['2!csv/too-few-cells', '3:1|2|']);
  });

  test('more cells are tolerated while they are empty', async () => {
    const { rows } = await read('a,b,,\n1,2,,,\n1,2,,x\n');
    expect(brief(rows)).toEqual(['2:1|2', '3!csv/too-many-cells']);
    expect(rows[1]!.cells).toEqual(['1', '2', '', 'x']);
  });

  test('a NUL rejects its row only', async () => {
    expect(brief((await read('a,b\n1,2\n3,\0\n5,6\n')).rows)).toEqual(['2:1|2', '3!csv/nul', '4:5|6']);
  });
});

describe('the delimiter', () => {
  test.each([['TAB', '\t'], ['semicolon', ';'], ['comma', ',']])('%s is found in the header', async (_, mark) => {
    const { header, rows, remarks } = await read(`a${mark}"b;,\t"\n1${mark}2\n`);
    expect(header).toEqual(['a', 'b;,']);
    expect(brief(rows)).toEqual(['2:1|2']);
    expect(remarks).toEqual([]);
  });

  test('with several possible it is the comma, and that is said', async () => {
    const { header, remarks } = await read('a,b;c\n');
    expect(header).toEqual(['a', 'b;c']);
    expect(remarks).toEqual(['csv/delimiter-unsure']);
  });

  test('a table of one column has none', async () => {
    expect(brief((await read('a\n1\n"2,3"\n')).rows)).toEqual(['2:1', '3:2,3']);
  });
});

describe('encodings', () => {
  async function fixture(name: string): Promise<{ encoding: string | undefined; rows: string[]; remarks: string[]; columns: (string | undefined)[] }> {
    await using source = await fileSource(join(FIXTURES, name));
    const file = await openCsv(source, name, { encodings: ['utf-8', 'cp950'] });
    const rows = await rowsOf(file);
    return { encoding: file.encoding, rows: brief(rows), remarks: file.problems.map(({ code }) => code), columns: rows.map(({ problem }) => problem?.column) };
  }

  test('a byte order mark is no part of the header', async () => {
    expect(await fixture('utf8-bom.csv')).toMatchObject({ encoding: 'utf-8', rows: ['2:310001|王小明|1', '3:310002|陳怡君|2'], remarks: [] });
  });

  test('user-defined characters are read into the private area', async () => {
    expect(await fixture('cp950-user-defined.csv')).toMatchObject({ encoding: 'cp950', rows: ['2:310001|王小\ue000|1', '3:310002|十卅堂|2'] });
  });

  test('an undefined cell rejects its row only, naming the column and the byte', async () => {
    expect(await fixture('cp950-undefined.csv')).toEqual({
      encoding: 'cp950', rows: ['2:310001|王小明|1', '3!text/undefined-bytes', '4:310003|陳怡君|3'], remarks: ['text/encoding-unsure'], columns: [undefined, '姓名', undefined],
    });
    const bytes = Buffer.concat([encodeCp950('學號,姓名\n1,"王,').bytes, Buffer.from('A3C0FF', 'hex'), encodeCp950('"\n2,林\n').bytes]);
    const { rows } = await read(bytes, ['cp950']);
    expect(brief(rows)).toEqual(['2!text/undefined-bytes', '3:2|林']);
    expect(rows[0]!.problem).toEqual({
      code: 'text/undefined-bytes', params: { offset: bytes.indexOf('A3C0', 'hex'), bytes: 'A3C0', count: 2, line: 2 },
      file: 'test.csv', sheet: 'test', row: 2, column: '姓名',
    });
  });

  test('two files joined give the rows of the one encoding, and every other row as rejected', async () => {
    expect(await fixture('mixed.csv')).toMatchObject({
      encoding: 'utf-8', rows: ['2:310001|王小明|1', '3:310002|陳怡君|2', '4!text/undefined-bytes', '5!text/undefined-bytes'], remarks: ['text/encoding-unsure'],
    });
  });

  test('a mark against the setting is remarked on', async () => {
    expect(await read('\ufeffa\n1\n', ['cp950'])).toMatchObject({ header: ['a'], remarks: ['text/unexpected-encoding'] });
  });
});

describe('files without a usable header are refused', () => {
  test.each([
    ['csv/no-header', ''], ['csv/no-header', '\n ,\n\n'], ['csv/broken-header', 'a,"b\n1,2\n'], ['csv/broken-header', 'a,"b"c\n1,2\n'],
    ['csv/not-text', 'a\0,\0b\0\n'], ['csv/too-many-columns', `${'a,'.repeat(512)}b\n`], ['csv/broken-header', `"${'a'.repeat(70_000)}"\n`],
    ['text/undefined-bytes-header', Buffer.from('61FF0A', 'hex')], ['text/utf-16', Buffer.from('FFFE6100', 'hex')],
  ])('%s', async (code, content) => {
    const error = await read(content).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ProblemError);
    expect((error as ProblemError).problem).toMatchObject({ code, file: 'test.csv' });
  });
});

test('the sheet of a CSV file is its base name', async () => {
  const source = memorySource(Buffer.from('a\n'));
  const sheets = ['114_1_名冊.csv', 'drop.zip!a/b/成績.v2.csv', '名冊'].map(async (name) => (await openCsv(source, name, { encodings: ['utf-8'] })).tables[0]!.sheet);
  expect(await Promise.all(sheets)).toEqual(['114_1_名冊', '成績.v2', '名冊']);
});

describe('files larger than a window', () => {
  const records = Array.from({ length: 2_500 }, (_, i) => [`${i}`, i % 3 === 0 ? `第一行\n"${i}",` : '平常', '𠮷']);
  const text = `甲,乙,丙\r\n${records.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n')}`;

  test.each([1, 7, 65_536, 1_000_000])('come out whole in chunks of %i bytes, in batches of at most 4,096', async (size) => {
    const file = await openCsv(chunked(Buffer.from(text), size), 'x.csv', { encodings: ['utf-8', 'cp950'] });
    const batches: number[] = [];
    let at = 0;
    for await (const batch of file.tables[0]!.rows()) {
      batches.push(batch.length);
      for (const row of batch) {
        if (row.row !== at + 2 || row.problem !== undefined) throw new Error(`row ${row.row} after ${at} rows`);
        expect(row.cells).toEqual(records[at]);
        at += 1;
      }
    }
    expect(at).toBe(records.length);
    expect(Math.max(...batches)).toBeLessThanOrEqual(4_096);
  });

  test('short rows are cut into batches', async () => {
    const file = await openCsv(memorySource(Buffer.from(`a\n${'1\n'.repeat(20_000)}`)), 'x.csv', { encodings: ['utf-8'] });
    const batches: number[] = [];
    for await (const batch of file.tables[0]!.rows()) batches.push(batch.length);
    expect(Math.max(...batches)).toBe(4_096);
    expect(batches.reduce((sum, size) => sum + size, 0)).toBe(20_000);
  });
});
