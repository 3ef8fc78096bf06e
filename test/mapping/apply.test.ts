import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Row } from '../../src/core/table.ts';
import { type MapContext, rowMapper } from '../../src/mapping/apply.ts';
import { bind } from '../../src/mapping/bind.ts';
import type { CompiledMapping } from '../../src/mapping/compile.ts';
import { compiled } from './definition.ts';

const CONTEXT: MapContext = { school: '990301', term: '114-1', input: 'input', tableIndex: 2 };
const ID = 'A123456789';

const scores = compiled([
  { to: 'courseCode', headers: ['課程代碼'], transform: 'code', nonBlank: true },
  { to: 'credits', headers: ['修課學分'], transform: 'credits' },
  { to: 'score', headers: ['成績'], transform: 'score' },
  { to: 'counted', headers: ['採計'], transform: 'code', default: '-1' },
  { to: 'description', headers: ['描述'], transform: 'text' },
]);
const HEADER = ['身分證號', '出生日期', '課程代碼', '修課學分', '成績', '採計', '描述'];

function run(mapping: CompiledMapping, header: readonly string[], rows: readonly (readonly string[] | Row)[], context = CONTEXT) {
  return rowMapper(bind(mapping, header), context)(rows.map((cells, index) => ('cells' in cells ? cells : { row: index + 2, cells })));
}

describe('a row becomes a record', () => {
  test('with constants, place and values; blank cells are absent', () => {
    const { records, rejected, remarks } = run(scores, HEADER, [[ID, '0970315', 'X1', '4', '85.5', '1', '']]);
    expect(records).toEqual([{
      type: 'courseRecord', kind: 'regular', school: '990301', term: '114-1', source: { input: 'input', table: 2, row: 2 },
      idNumber: ID, birthDate: '2008-03-15', courseCode: 'X1', credits: 4, score: 85.5, counted: '1',
    }]);
    expect(Object.keys(records[0]!)).not.toContain('description');
    expect([rejected, remarks]).toEqual([[], []]);
  });

  test('-1 is an explicit no, a missing trailing cell is nothing said', () => {
    const { records } = run(scores, HEADER, [[ID, '0970315', 'X1', '4', '-1', '1']]);
    expect(records[0]).toHaveProperty('score', null);
  });

  test('the text is kept where printing the value gives another', () => {
    const { records } = run(scores, HEADER, [[' a123456789', '0970315', 'X1', '4.0', '85.50', '1', ' 好 ']]);
    expect(records[0]).toMatchObject({ idNumber: ID, credits: 4, score: 85.5, description: '好' });
    expect(records[0]!.raw).toEqual({ idNumber: ' a123456789', credits: '4.0', score: '85.50', description: ' 好 ' });
  });

  test('a default stands for a blank cell, and the blank is kept', () => {
    const { records } = run(scores, HEADER, [[ID, '0970315', 'X1', '4', '80', '', ''], [ID, '0970315', 'X1', '4', '80', '  ', '']]);
    expect(records.map((record) => [record['counted'], record.raw])).toEqual([['-1', { counted: '' }], ['-1', { counted: '  ' }]]);
  });

  test('unknown columns and cells beyond the header survive', () => {
    const { records } = run(scores, [...HEADER, '導師', ''], [[ID, '0970315', 'X1', '4', '80', '1', '', '林', '附註', '越界'], [ID, '0970315', 'X1', '4', '80', '1']]);
    expect(records.map((record) => record.extra)).toEqual([{ 導師: '林', '(I)': '附註', '(J)': '越界' }, undefined]);
  });

  test('cells that were numbers or dates are taken with a remark', () => {
    const { records, remarks } = run(scores, HEADER, [
      { row: 2, cells: [ID, '970315', 'X1', '4', '80', '1'], kinds: 'snssss' },
      { row: 3, cells: [ID, '2008-03-15', 'X1', '4', '80', '1'], kinds: 'sdsnns' },
    ]);
    expect(records.map((record) => record.birthDate)).toEqual(['2008-03-15', '2008-03-15']);
    expect(remarks.map(({ code, row, column, params }) => [code, row, column, params['taken']])).toEqual([
      ['mapping/lost-zero', 2, '出生日期', '0970315'], ['mapping/date-cell', 3, '出生日期', '0970315'],
    ]);
    expect(records.map((record) => record.raw)).toEqual([{ birthDate: '970315' }, { birthDate: '2008-03-15' }]);
  });
});

describe('a row is rejected', () => {
  test.each<[string, readonly string[], string, string]>([
    ['a date that does not exist', [ID, '0970230', 'X1', '4', '80'], 'mapping/impossible-date', '出生日期'],
    ['letters for a score', [ID, '0970315', 'X1', '4', '缺考'], 'mapping/not-a-number', '成績'],
    ['a plan letter for credits', [ID, '0970315', 'X1', 'T', '80'], 'mapping/plan-letter-credit', '修課學分'],
    ['a blank key', [ID, '0970315', '  ', '4', '80'], 'mapping/blank-key', '課程代碼'],
    ['a missing key', [ID], 'mapping/blank-key', '出生日期'],
  ])('%s', (_, cells, code, column) => {
    const { records, rejected } = run(scores, HEADER, [cells]);
    expect(records).toEqual([]);
    expect(rejected).toMatchObject([{ row: 2, cells, problem: { code, column, row: 2, params: { column } } }]);
  });

  test('by the reader, and says the reader\'s reason', () => {
    const { rejected } = run(scores, HEADER, [{ row: 7, cells: ['x'], problem: { code: 'csv/bad-quote', params: {} } }]);
    expect(rejected.map(({ row, problem }) => [row, problem.code])).toEqual([[7, 'csv/bad-quote']]);
  });

  test('as the sample that comes with a template', () => {
    const { rejected } = run(scores, HEADER, [[ID, '0970315', 'X1', '4', '80', '1', '', '(範例請刪)']]);
    expect(rejected[0]?.problem).toMatchObject({ code: 'mapping/sample-row', params: { mark: '(範例請刪)' } });
  });

  test('but not for a remark that happens to hold the word', () => {
    const { records } = run(scores, HEADER, [[ID, '0970315', 'X1', '4', '80', '1', '', '課堂示範例子']]);
    expect(records[0]?.extra).toEqual({ '(H)': '課堂示範例子' });
  });

  test('by the maker\'s own convention, without a look at its cells', () => {
    const rejecting = compiled([], { rejects: true, sheets: ['學期成績(缺)'] });
    const { rejected } = run(rejecting, ['身分證號', '出生日期'], [[ID, '0970315'], ['', 'x']]);
    expect(rejected.map(({ problem }) => problem.code)).toEqual(['mapping/vendor-reject-sheet', 'mapping/vendor-reject-sheet']);
  });

  test('and what was said about its cells is not said', () => {
    const { rejected, remarks } = run(scores, HEADER, [{ row: 2, cells: [ID, '970315', 'X1', '4', 'x'], kinds: 'snsss' }]);
    expect([rejected.length, remarks]).toEqual([1, []]);
  });
});

describe('the term', () => {
  const own = compiled([
    { to: 'term.year', headers: ['學年度'], transform: 'rocYear' },
    { to: 'term.part', headers: ['學期'], transform: 'termPart' },
  ]);
  const header = ['身分證號', '出生日期', '學年度', '學期'];

  test('of the columns goes before that of the file', () => {
    expect(own.givesTerm).toBe(true);
    const { records } = run(own, header, [[ID, '0970315', '113', '2'], [ID, '0970315', '', '']]);
    expect(records.map((record) => record.term)).toEqual(['113-2', '114-1']);
  });

  test('may be half constant', () => {
    const yearly = compiled([{ to: 'term.year', headers: ['學年度'], transform: 'rocYear' }], { constants: { 'term.part': '0' } });
    expect(run(yearly, header, [[ID, '0970315', '113']]).records[0]?.term).toBe('113-0');
  });

  test('that nobody says rejects the row', () => {
    const { rejected } = run(own, header, [[ID, '0970315', '', '2']], { ...CONTEXT, term: null });
    expect(rejected[0]?.problem.code).toBe('mapping/no-term');
  });
});

test('every row is a record or a rejection, whatever is in it', () => {
  const cell = fc.oneof(fc.constantFrom('', ' ', ID, '0970315', '970315', '2008-03-15', '4', 'T', '-1', '85.50', '(範例請刪)'), fc.string({ unit: 'binary', maxLength: 8 }));
  const row = fc.tuple(fc.array(cell, { maxLength: 9 }), fc.boolean()).chain(([cells, typed]) =>
    (typed ? fc.string({ unit: fc.constantFrom('s', 'n', 'd', 'b'), minLength: cells.length, maxLength: cells.length }) : fc.constant(undefined)).map((kinds) => ({ cells, kinds })));
  fc.assert(fc.property(fc.array(row, { maxLength: 20 }), (drawn) => {
    const rows = drawn.map(({ cells, kinds }, index): Row => ({ row: index + 2, cells, ...(kinds === undefined ? {} : { kinds }) }));
    const { records, rejected } = run(scores, HEADER, rows);
    const seen = [...records.map((record) => record.source.row), ...rejected.map((reject) => reject.row)].sort((a, b) => a - b);
    expect(seen).toEqual(rows.map(({ row: at }) => at));
  }));
});

describe('a column that says the school', () => {
  const ofSchool = compiled([{ to: 'school', headers: ['sch_cd'], transform: 'schoolCode', nonBlank: true }]);
  const rows = ['990301', '990302', '990302', '９９０３０１', ''].map((school) => [ID, '0970315', school]);

  test('lets no row of another school in, however often it comes', () => {
    const { records, rejected } = run(ofSchool, ['身分證號', '出生日期', 'sch_cd'], rows);
    expect(records.map(({ school, source, raw }) => [school, source.row, raw])).toEqual([['990301', 2, undefined], ['990301', 5, { school: '９９０３０１' }]]);
    expect(rejected.map(({ row, problem }) => [row, problem.code, problem.column, problem.params['school']])).toEqual([
      [3, 'mapping/other-school', 'sch_cd', '990301'], [4, 'mapping/other-school', 'sch_cd', '990301'], [6, 'mapping/blank-key', 'sch_cd', undefined],
    ]);
  });

  test('goes by the school the file is read for', () => {
    const { records } = run(ofSchool, ['身分證號', '出生日期', 'sch_cd'], rows, { ...CONTEXT, school: '990302' });
    expect(records.map(({ source }) => source.row)).toEqual([3, 4]);
  });
});

test('a column that says the sheet is compared, and kept nowhere', () => {
  const ofSheet = compiled([{ to: 'sheet', headers: ['sheet_nm'], transform: 'sheetTitle', options: { sheets: ['學期成績'] } }]);
  const { records, rejected } = run(ofSheet, ['身分證號', '出生日期', 'sheet_nm'], ['學期成績', '重讀成績', ''].map((sheet) => [ID, '0970315', sheet]));
  expect(records.map(({ source, sheet, extra, raw }) => [source.row, sheet, extra, raw])).toEqual([[2, undefined, undefined, undefined], [4, undefined, undefined, undefined]]);
  expect(rejected.map(({ row, problem }) => [row, problem.code])).toEqual([[3, 'mapping/other-sheet']]);
});

describe('a shared column', () => {
  const starred = compiled([
    { to: 'score', headers: ['原始成績'], transform: 'starScore' },
    { to: 'passed', headers: ['原始成績'], transform: 'starPass', shared: true },
  ], { writes: false });

  test('takes a second meaning from the cell, whose text is kept once', () => {
    const { records } = run(starred, ['身分證號', '出生日期', '原始成績'], ['*59.00', '60.00', '-1', ''].map((score) => [ID, '0970315', score]));
    expect(records.map(({ score, passed, raw }) => [score, passed, raw])).toEqual([
      [59, false, { score: '*59.00' }], [60, true, undefined], [null, null, undefined], [undefined, undefined, undefined],
    ]);
  });

  test('goes where its partner is found, and nowhere without it', () => {
    const { records, remarks } = run(starred, ['身分證號', '出生日期', ' 原始(成績)'], [[ID, '0970315', '*59.00']]);
    expect(records[0]).toMatchObject({ score: 59, passed: false });
    expect(remarks).toEqual([]);
    expect(bind(starred, ['身分證號', '出生日期']).missing.map((column) => column.to)).toEqual(['score', 'passed']);
  });
});

test('a cell no value can be had of leaves the field out, its text kept and a remark made', () => {
  const team = compiled([{ to: 'counted', headers: ['採計'], transform: 'codeOrFlag' }]);
  const { records, remarks } = run(team, ['身分證號', '出生日期', '採計'], [[ID, '0970315', 'True'], [ID, '0970315', '2']]);
  expect(records.map(({ counted, raw }) => [counted, raw])).toEqual([[undefined, { counted: 'True' }], ['2', undefined]]);
  expect(Object.keys(records[0]!)).not.toContain('counted');
  expect(remarks.map(({ code, row, value }) => [code, row, value])).toEqual([['mapping/code-as-boolean', 2, 'True']]);
});
