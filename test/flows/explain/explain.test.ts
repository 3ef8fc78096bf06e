import { beforeAll, describe, expect, test } from 'vitest';
import { explain } from '../../../src/flows/explain/explain.ts';
import { parseReference } from '../../../src/flows/explain/reference.ts';
import { takeDrop } from '../../../src/flows/intake/drop.ts';
import type { Explained } from '../../../src/flows/explain/model.ts';
import type { OfferedFile } from '../../../src/flows/intake/offered.ts';
import { SCHOOL, sheet, sheetsOf, withCells, workbook, workbooks } from '../../rosters.ts';
import { A, files, pdf, works } from '../attachments/support.ts';
import { newSchool, offered, type School } from '../support.ts';

const take = ({ services, store }: School, dropped: readonly OfferedFile[]) => takeDrop(services, store, dropped, { act: 'test', term: null });
const ask = ({ services, store }: School, reference: string, ...fields: readonly string[]): Promise<Explained> => explain(services, store, parseReference(reference), fields);

test.each(['nonsense', '0'.repeat(31), `${'0'.repeat(32)}:0`, `${'0'.repeat(32)}:x:1`, '../x'])('%j is no reference', (text) => {
  expect(() => parseReference(text)).toThrow(expect.objectContaining({ code: 'record/not-found' }));
});

describe('a row', () => {
  let school: School;
  let input: string;
  const sheets = sheetsOf(5);
  const scores = withCells(withCells(sheet(sheets, '學期成績'), 0, { 科目名稱: ' 國語文 ', 學期學業成績: '85.50' }), 1, { 出生日期: '2008/02/30' });

  beforeAll(async () => {
    school = await newSchool(SCHOOL);
    await take(school, [offered('114_1_學生成績名冊.xlsx', await workbook([scores])), ...(await workbooks([sheet(sheets, '學生資料')])).map(({ name, bytes }) => offered(name, bytes))]);
    input = school.store.inputs().find(({ file }) => file.includes('成績'))!.id;
  });

  test('is told cell by cell, in the order of the sheet, then what no cell says', async () => {
    const { fields, ...row } = await ask(school, `${input}:0:2`);
    expect(row).toMatchObject({ file: '114_1_學生成績名冊.xlsx', sheet: '學期成績', row: 2, system: 'national-roster', type: 'courseRecord', fate: 'imported', rejection: null });
    const cells = fields.filter(({ origin }) => origin === 'cell').map(({ column }) => column);
    expect(cells).toEqual(scores.header.filter((name) => cells.includes(name)));
    expect(fields.filter(({ origin }) => origin === 'constant').map(({ field, value }) => [field, value])).toContainEqual(['kind', 'regular']);
    expect(fields.at(-1)).toMatchObject({ field: 'term', origin: 'file', value: '114-1' });
    expect(fields.find(({ field }) => field === 'subjectName')).toMatchObject({ raw: ' 國語文 ', value: '國語文', steps: [{ what: { 'zh-TW': '去掉前後空白' }, text: '國語文' }, {}] });
  });

  test('is asked for by field or by header', async () => {
    const { fields } = await ask(school, `${input}:0:2`, 'score', '身分證號');
    expect(fields.map(({ field, column }) => [field, column])).toEqual([['score', '學期學業成績'], ['idNumber', '身分證號']]);
    await expect(ask(school, `${input}:0:2`, 'nothing')).rejects.toMatchObject({ code: 'record/not-found' });
  });

  test('says what a code means', async () => {
    const { fields } = await ask(school, `${input}:0:2`, 'counted');
    expect(fields[0]).toMatchObject({ codes: 'counted', meaning: { 'zh-TW': expect.any(String) } });
  });

  test('that was set aside says which step refused which cell, why, and what to do, without the cell', async () => {
    const { fate, rejection, fields } = await ask(school, `${input}:0:3`);
    expect(fate).toBe('rejected');
    expect(rejection).toMatchObject({ code: expect.stringMatching(/^mapping\//), column: '出生日期' });
    const refused = fields.filter(({ steps }) => steps.some(({ text }) => text === null));
    expect(refused).toMatchObject([{ field: 'birthDate', value: undefined, problem: { code: rejection!.code } }]);
    expect(`${rejection!.message['zh-TW']}${rejection!.fix['zh-TW']}`).not.toContain('2008');
    expect(rejection!.fix['zh-TW']).not.toContain('{');
  });

  test('of a file that a newer one took the place of is replaced', async () => {
    const newer = await newSchool(SCHOOL);
    await take(newer, [offered('114_1_學生成績名冊.xlsx', await workbook([scores]))]);
    const [old] = newer.store.inputs();
    await take(newer, [offered('114_1_學生成績名冊.xlsx', await workbook([sheet(sheets, '學期成績')]))]);
    expect((await ask(newer, `${old!.id}:0:2`)).fate).toBe('replaced');
  });

  test('that is not there is not found', async () => {
    for (const reference of [`${input}:0:99`, `${input}:7:2`, `${'0'.repeat(32)}:0:2`]) await expect(ask(school, reference)).rejects.toMatchObject({ code: 'record/not-found' });
  });
});

describe('a file', () => {
  test('that was not imported says why', async () => {
    const school = await newSchool(SCHOOL);
    await take(school, [offered('說明.xlsx', await workbook([{ roster: 'x', title: '說明', header: ['甲', '乙'], rows: [['1', '2']] }], null))]);
    const [input] = school.store.inputs();
    const { fate, rejection, fields, row } = await ask(school, input!.id);
    expect([fate, row, fields]).toEqual(['rejected', null, []]);
    expect(rejection?.fix['zh-TW']).not.toBe('');
    await expect(ask(school, input!.id, 'score')).rejects.toMatchObject({ code: 'record/not-found' });
  });
});

describe('an attachment', () => {
  test('is told by the link that names it and the file it was found to be', async () => {
    const school = await newSchool(SCHOOL);
    await take(school, files({ '26.xlsx': await works([{ student: A, document: 'C01.pdf', media: 'C01.mp4' }]), 'C01.pdf': pdf('x') }));
    for await (const records of school.store.records('114-0', 'attachment')) {
      for (const { source, link, sha256 } of records) {
        const { type, fields, fate } = await ask(school, `${source.input}:${source.table}:${source.row}`);
        expect([type, fate]).toEqual(['attachment', 'imported']);
        const told = Object.fromEntries(fields.map(({ field, value }) => [field, value]));
        expect(told).toMatchObject({ link, ...(sha256 === undefined ? {} : { sha256, format: 'pdf' }) });
      }
    }
  });

  test('that no item names says so', async () => {
    const school = await newSchool(SCHOOL);
    await take(school, files({ '26.xlsx': await works([{ student: A }]), 'C09.pdf': pdf('y') }));
    const [item] = school.store.quarantine();
    const { fate, rejection } = await ask(school, item!.id);
    expect([fate, rejection?.code]).toEqual(['rejected', 'attachment/unnamed']);
  });
});
