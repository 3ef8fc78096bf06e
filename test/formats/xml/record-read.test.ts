import { describe, expect, test } from 'vitest';
import type { Row, Table } from '../../../src/core/table.ts';
import { memorySource } from '../../../src/formats/bytes.ts';
import { encodeCp950 } from '../../../src/formats/text/encode-cp950.ts';
import { openXml } from '../../../src/formats/xml/record-read.ts';
import type { XmlShape } from '../../../src/formats/xml/shape.ts';
import { codeOf } from '../problems.ts';

const SHAPE: XmlShape = {
  root: 'list', records: ['student', 'person'], key: ['id'], empty: ['null'],
  tables: [
    { sheet: 'students', columns: [{ header: 'id', paths: ['me/id', 'id'] }, { header: 'name', paths: ['me/name'] }] },
    { sheet: 'moves', each: ['moves/move', 'move'], columns: [{ header: 'id', paths: ['me/id', 'id'] }, { header: 'on', paths: ['./on'] }, { header: 'why', paths: ['./why/text'] }] },
  ],
};

const bytes = (xml: string | Uint8Array): Uint8Array => (typeof xml === 'string' ? new TextEncoder().encode(xml) : xml);
const open = (xml: string | Uint8Array, shapes: readonly XmlShape[] = [SHAPE]) => openXml(memorySource(bytes(xml)), 'x.xml', shapes);
const rowsOf = async (table: Table): Promise<Row[]> => (await Array.fromAsync(table.rows())).flat();
const read = async (xml: string | Uint8Array) => Promise.all((await open(xml)).tables.map(async (table) => (await rowsOf(table)).map(({ row, cells, problem }) => [row, ...cells, ...(problem ? [problem.code] : [])])));

describe('openXml', () => {
  test('only what the shape lists is read, wherever else the names stand', async () => {
    const xml = `<list><student><father><id>F</id><me><id>G</id></me></father><me><address><name>street</name></address><id> A </id><name>王小明</name></me><id/></student>
      <other><me><id>X</id></me></other><person><id>B</id></person></list>`;
    expect(await read(xml)).toEqual([[[1, 'A', '王小明'], [2, 'B', '']], []]);
  });

  test('elements that are rows carry what the record says before and after them', async () => {
    const xml = '<list><student><moves><move><on>1</on><why><text>a</text></why></move><move><on>2</on><on/></move></moves><me><id>A</id></me><move><on>3</on></move></student><student><me><id>B</id></me></student></list>';
    expect((await read(xml))[1]).toEqual([[1, 'A', '1', 'a'], [2, 'A', '2', ''], [3, 'A', '3', '']]);
  });

  test('null and blank are nothing; CDATA and references are text', async () => {
    expect((await read('<list><student><me><id>null</id><name><![CDATA[<王>]]>&#x20BB7;&amp;</name></me></student><student><me><id>  </id></me></student></list>'))[0]).toEqual([[1, '', '<王>\u{20bb7}&']]);
  });

  test('two different texts for one thing reject the rows of that record only', async () => {
    const xml = '<list><student><me><id>A</id></me><id>A</id></student><student><me><id>A</id></me><id>B</id><move/><move/></student><student><id>C</id></student></list>';
    expect(await read(xml)).toEqual([[[1, 'A', ''], [2, 'A', '', 'xml/said-twice'], [3, 'C', '']], [[1, 'A', '', '', 'xml/said-twice'], [2, 'A', '', '', 'xml/said-twice']]]);
  });

  test('a record that only carries rows of another table is no row itself; one that carries nothing is', async () => {
    const [students, moves] = SHAPE.tables;
    const shape = { ...SHAPE, tables: [{ ...students!, carrier: true }, moves!] };
    const xml = '<list><student><id>A</id><moves><move><on>1</on></move></moves></student><student><id>B</id><moves/></student><student><id>C</id><me><name>王</name></me><move/></student></list>';
    const file = await open(xml, [shape]);
    expect(await Promise.all(file.tables.map(async (table) => (await rowsOf(table)).map(({ row, cells }) => [row, ...cells])))).toEqual([[[2, 'B', ''], [3, 'C', '王']], [[1, 'A', '1', ''], [2, 'C', '', '']]]);
    expect((await read(xml))[0]).toEqual([[1, 'A', ''], [2, 'B', ''], [3, 'C', '王']]);
  });

  test.each(['Big5', 'big5', 'MS950', 'CP950'])('%s is decoded as Windows does', async (encoding) => {
    const xml = encodeCp950(`<?xml version="1.0" encoding="${encoding}"?><list><student><me><id>A</id><name>許功蓋</name></me></student></list>`).bytes;
    const file = await open(xml);
    expect([file.encoding, (await rowsOf(file.tables[0]!))[0]?.cells]).toEqual(['cp950', ['A', '許功蓋']]);
  });

  test('a byte that is no character rejects the row it stands in', async () => {
    const xml = Buffer.concat([encodeCp950('<?xml version="1.0" encoding="Big5"?><list><student><father>').bytes, Buffer.from([0xff]), encodeCp950('</father><me><id>A</id></me></student><student><me><id>B</id><name>').bytes, Buffer.from([0xff]), encodeCp950('</name></me></student></list>').bytes]);
    expect((await read(xml))[0]).toMatchObject([[1, 'A', ''], [2, 'B', expect.anything(), 'xml/lost-characters']]);
  });

  test('a document type may be named', async () => {
    expect((await read('<!DOCTYPE list SYSTEM "http://example.invalid/list.dtd"><list><student><id>A</id></student></list>'))[0]).toEqual([[1, 'A', '']]);
  });

  test('many records come in batches and can be read twice', async () => {
    const { tables: [table] } = await open(`<list>${Array.from({ length: 3000 }, (_, at) => `<student><id>${at}</id></student>`).join('')}</list>`);
    const once = await rowsOf(table!);
    expect([once.length, once.at(-1)]).toEqual([3000, { row: 3000, cells: ['2999', ''] }]);
    expect(await rowsOf(table!)).toEqual(once);
  });

  test('tables may be read in any order, more than once, and side by side', async () => {
    const xml = `<list>${Array.from({ length: 5000 }, (_, at) => `<student><id>${at}</id><move><on>${at}</on></move></student>`).join('')}</list>`;
    const apart = await Promise.all([0, 1].map(async (at) => rowsOf((await open(xml)).tables[at]!)));
    const { tables } = await open(xml);
    for (const order of [[0, 1], [1, 0], [1, 1], [0, 0]]) for (const at of order) expect(await rowsOf(tables[at]!)).toEqual(apart[at]);
    expect(await Promise.all(tables.map(rowsOf))).toEqual(apart);
  });

  test('a reading that was given up leaves nothing half-read', async () => {
    const { tables: [first, second] } = await open(`<list>${Array.from({ length: 9000 }, (_, at) => `<student><id>${at}</id><move><on>1</on></move></student>`).join('')}</list>`);
    for await (const rows of first!.rows()) if (rows.length > 0) break;
    expect((await rowsOf(second!)).length).toBe(9000);
  });

  test.each([
    ['xml/unsafe', '<!DOCTYPE list [<!ENTITY b SYSTEM "file:///etc/passwd">]><list><student><id>&b;</id></student></list>'],
    ['xml/unsafe', `<list><student>${'<a>'.repeat(65)}`],
    ['xml/damaged', '<list><student><id>A</id></list>'],
    ['xml/damaged', '<list><student><id>&b;</id></student></list>'],
    ['xml/damaged', Uint8Array.from([...bytes('<list><student><id>'), 0xff])],
    ['xml/encoding', '<?xml version="1.0" encoding="EUC-TW"?><list/>'],
    ['xml/encoding', Uint8Array.from([0xff, 0xfe, 0x3c, 0])],
    ['xml/unknown-root', '<Workbook><Worksheet/></Workbook>'],
    ['xml/unknown-root', '<list><teacher/></list>'],
  ])('%s', async (code, xml) => {
    expect(await codeOf(open(xml))).toBe(code);
  });

  test('what is wrong further down is said while rows are read', async () => {
    const { tables: [table] } = await open(`<list>${'<student><id>A</id></student>'.repeat(9000)}<student>`);
    expect(await codeOf(rowsOf(table!))).toBe('xml/damaged');
  });
});
