/** Every row handed in is either a record or in quarantine, exactly once, whatever stands in its cells. */
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { takeDrop } from '../../../src/flows/intake/drop.ts';
import { encodeCp950 } from '../../../src/formats/text/encode-cp950.ts';
import { csv, SCHOOL, sheet, type Sheet, sheetsOf, workbook } from '../../rosters.ts';
import { newSchool, offered, type School } from '../support.ts';

const clean = sheetsOf(8);
const SHEETS = [sheet(clean, '學期成績', '學生成績名冊'), sheet(clean, '學生資料')];

const nasty = fc.oneof(
  fc.constantFrom('', ' ', '-1', '=1+1', '"', '""', ',', ';', '\t', "'", 'NaN', '1e3', '０９９０２２３', '0990230', '2010-02-23', '115/2/3', '　', '王小明', '堃', '\u{20BB7}', '\uE000', '範例', 'null', 'A123456789', '<b>', '&amp;', '\u202E', 'x'.repeat(5000)),
  fc.constantFrom('第一行\n第二行', '一\r\n二', 'a"b\nc,d', '"\n"'),
  fc.string({ maxLength: 20 }),
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.integer().map(String),
);

/** Rows of a sheet, some of whose cells were spoilt; a row with nothing in it is no row and is left out. */
const spoilt = fc.constantFrom(...SHEETS).chain((one) => fc.record({
  one: fc.constant(one),
  rows: fc.array(fc.tuple(fc.nat(one.rows.length - 1), fc.array(fc.tuple(fc.nat(one.header.length - 1), nasty), { maxLength: 4 })), { maxLength: 40 }),
})).map(({ one, rows }): Sheet => ({
  ...one,
  rows: rows.map(([from, changes]) => changes.reduce((cells, [column, text]) => cells.with(column, text), one.rows[from]!)).filter((cells) => cells.some((text) => text.trim() !== '')),
}));

const printable = (text: string): string => text.replace(/[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu, '');
const inBig5 = (text: string): string => [...text].filter((character) => encodeCp950(character).lost.length === 0).join('');
const mapped = (one: Sheet, map: (text: string) => string): Sheet => ({ ...one, rows: one.rows.map((row) => row.map(map)).filter((cells) => cells.some((text) => text.trim() !== '')) });

const FORMS: readonly { readonly name: string; readonly file: (one: Sheet) => string; readonly sheet: (one: Sheet) => Sheet; readonly bytes: (one: Sheet) => Promise<Uint8Array> }[] = [
  { name: 'CSV in UTF-8', file: (one) => `114_1_${one.roster}_${one.title}.csv`, sheet: (one) => one, bytes: (one) => csv(one) },
  { name: 'CSV in Big5', file: (one) => `114_1_${one.roster}_${one.title}.csv`, sheet: (one) => mapped(one, inBig5), bytes: (one) => csv(one, 'cp950') },
  { name: 'a workbook', file: (one) => `${one.roster}.xlsx`, sheet: (one) => mapped(one, printable), bytes: (one) => workbook([one]) },
];

let school: School;
beforeAll(async () => { school = await newSchool(SCHOOL); });

/** Spreadsheet rows of all records that came from an input. */
async function recordRows(input: string): Promise<number[]> {
  const rows: number[] = [];
  for (const type of ['courseRecord', 'student']) {
    for await (const batch of school.store.records('114-1', type)) for (const { source } of batch) if (source.input === input) rows.push(source.row);
  }
  return rows;
}

test.each(FORMS)('in $name', async ({ file, sheet: shape, bytes }) => {
  let taken = 0;
  let refused = 0;
  await fc.assert(fc.asyncProperty(spoilt, async (spoiltSheet) => {
    const one = shape(spoiltSheet);
    const { services, store } = school;
    const drop = await takeDrop(services, store, [offered(file(one), await bytes(one))], { act: 'test', term: null });
    expect(drop.files).toHaveLength(1);
    const { status, input, rejected, records } = drop.files[0]!;
    if (status === 'unchanged') return;
    expect(status).toBe('imported');
    if (input === null) throw new Error('no input');
    expect(input.tables).toHaveLength(1);
    const imported = Object.values(records).reduce((sum, count) => sum + count, 0);
    expect(imported + rejected).toBe(one.rows.length);
    expect(input.tables[0]).toMatchObject({ rowsRead: one.rows.length, imported, rejected });

    const kept = store.quarantine({ input: input.id });
    const rows = [...await recordRows(input.id), ...kept.map((item) => item.row!)].sort((a, b) => a - b);
    expect(rows).toEqual(one.rows.map((_, index) => index + 2));
    for (const item of kept) expect(input.findingCounts[item.problem.code]).toBeGreaterThan(0);
    taken += imported;
    refused += rejected;
  }), { numRuns: 25 });
  // A property that only ever sees one outcome would show nothing.
  expect(taken).toBeGreaterThan(20);
  expect(refused).toBeGreaterThan(20);
});

test('a row that is blank is no row, and leaves the numbers of the others alone', async () => {
  const one = SHEETS[1]!;
  const blank = one.header.map(() => '');
  const { services, store } = school;
  const bytes = await workbook([{ ...one, rows: [one.rows[0]!, blank, blank, one.rows[1]!] }]);
  const drop = await takeDrop(services, store, [offered('gaps.xlsx', bytes)], { act: 'test', term: null });
  expect(drop.files[0]).toMatchObject({ records: { student: 2 }, rejected: 0 });
  expect((await recordRows(drop.files[0]!.input!.id)).sort()).toEqual([2, 5]);
});
