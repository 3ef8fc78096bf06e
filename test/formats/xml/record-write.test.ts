import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Fault } from '../../../src/core/fault.ts';
import { memorySource } from '../../../src/formats/bytes.ts';
import { openXml } from '../../../src/formats/xml/record-read.ts';
import { writeXmlRecords, type XmlTable } from '../../../src/formats/xml/record-write.ts';
import type { XmlShape } from '../../../src/formats/xml/shape.ts';

const SHAPE: XmlShape = {
  root: '名單', records: ['學生'], key: ['id'], empty: ['null'],
  tables: [
    { sheet: 'students', columns: [{ header: 'id', paths: ['me/id'] }, { header: 'name', paths: ['me/name'] }] },
    { sheet: 'moves', each: ['moves/move'], columns: [{ header: 'id', paths: ['me/id'] }, { header: 'on', paths: ['./on'] }] },
  ],
};

async function readBack(tables: readonly XmlTable[]): Promise<unknown> {
  const file = await openXml(memorySource(writeXmlRecords(tables, SHAPE)), 'x.xml', [SHAPE]);
  return Promise.all(file.tables.map(async ({ sheet, header, rows }) => ({ sheet, header, rows: (await Array.fromAsync(rows())).flat().map(({ cells }) => cells) })));
}

describe('writeXmlRecords', () => {
  test('rows of one key stand in one record', () => {
    const text = new TextDecoder().decode(writeXmlRecords([
      { sheet: 'students', header: ['id', 'name', 'else'], rows: [['A', '<王&>', 'x']] },
      { sheet: 'moves', header: ['id', 'on'], rows: [['A', '1'], ['A', '2']] },
    ], SHAPE));
    expect(text).toContain('<名單><學生><me><id>A</id><name>&lt;王&amp;&gt;</name></me><moves><move><on>1</on></move><move><on>2</on></move></moves></學生></名單>');
  });

  test('what is written is read back', async () => {
    const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }).map((text) => text.replace(/[\u0000-\u001f\ufffd-\uffff]/g, '').trim()).filter((text) => text !== '' && text !== 'null');
    await fc.assert(fc.asyncProperty(fc.uniqueArray(fc.tuple(word, word, word), { minLength: 1, maxLength: 6, selector: ([id]) => id }), async (rows) => {
      const tables = [
        { sheet: 'students', header: ['id', 'name'], rows: rows.map(([id, name]) => [id, name]) },
        { sheet: 'moves', header: ['id', 'on'], rows: rows.flatMap(([id, , on]) => [[id, on], [id, '1']]) },
      ];
      expect(await readBack(tables)).toEqual(tables);
    }), { numRuns: 60 });
  });

  test('a line break is read back as it was', async () => {
    const tables = [{ sheet: 'students', header: ['id', 'name'], rows: [['A', '一\r\n二\r三\n四']] }, { sheet: 'moves', header: ['id', 'on'], rows: [] }];
    expect(await readBack(tables)).toEqual(tables);
  });

  test('two rows that say different things where one can stand are a fault', () => {
    const rows = [['A', '王'], ['A', '王']];
    expect(writeXmlRecords([{ sheet: 'students', header: ['id', 'name'], rows }], SHAPE).length).toBeGreaterThan(0);
    expect(() => writeXmlRecords([{ sheet: 'students', header: ['id', 'name'], rows: [...rows, ['A', '陳']] }], SHAPE)).toThrow(Fault);
  });

  test('a table without a place is a fault, and so is a text XML cannot hold', () => {
    expect(() => writeXmlRecords([{ sheet: 'else', header: [], rows: [] }], SHAPE)).toThrow(Fault);
    expect(() => writeXmlRecords([{ sheet: 'students', header: ['id'], rows: [['\u0001']] }], SHAPE)).toThrow(Fault);
  });
});
