/** What is remembered from row to row changes nothing: every row is read as if it stood alone, and the validator has the last word. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { conformCheck } from '../../src/adapters/conform.ts';
import { canonicalSchema } from '../../src/core/schemas.ts';
import type { Row } from '../../src/core/table.ts';
import { compileSchema } from '../../src/formats/json/schema.ts';
import { type MapContext, type MappedBatch, rowMapper } from '../../src/mapping/apply.ts';
import { bind } from '../../src/mapping/bind.ts';
import type { RecordCheck } from '../../src/mapping/record-check.ts';
import { compiled } from '../mapping/definition.ts';

const scores = compiled([
  { to: 'term.year', headers: ['學年度'], transform: 'rocYear' },
  { to: 'term.part', headers: ['學期'], transform: 'termPart' },
  { to: 'courseCode', headers: ['課程代碼'], transform: 'code' },
  { to: 'grade', headers: ['年級'], transform: 'integer' },
  { to: 'score', headers: ['成績'], transform: 'score' },
  { to: 'passed', headers: ['及格'], transform: 'passFlag' },
  { to: 'counted', headers: ['採計'], transform: 'code', default: '-1' },
  { to: 'extra.seat', headers: ['座號'], transform: 'integer' },
  { to: 'description', headers: ['描述'], transform: 'text' },
]);
const HEADER = ['身分證號', '出生日期', '學年度', '學期', '課程代碼', '年級', '成績', '及格', '採計', '座號', '描述', '導師', '', '備'.repeat(301)];
const CONTEXT: MapContext = { school: '990301', term: '114-1', input: 'input', tableIndex: 2 };

/** Few texts for each column, so that they come again; the last ones convert and do not fit, or do not convert. */
const TEXTS: readonly (readonly string[])[] = [
  ['A123456789', 'B223456789', 'a123456789', '', 'A'.repeat(21)], ['0970315', '0970316', '970315', '-1', ''], ['114', '', '12x', '0999'], ['1', '2', '', '3'],
  ['X1', 'X2', ' X2', 'X'.repeat(41)], ['1', '01', '999999', 'x'], ['85', '85.50', '-1', '', '1000000'], ['1', '0', ''], ['1', '', ' '], ['1', '2', '', 'x'],
  ['好', '好 ', '', '字'.repeat(9_999), '𠮷'.repeat(5_001), '字'.repeat(10_001)], ['林', '', '陳'], ['', '(範例請刪)'], ['', '', '', '長'],
];
const cells = fc.tuple(...TEXTS.map((texts) => fc.oneof(
  { weight: 12, arbitrary: fc.constant(texts[0]!) }, { weight: 2, arbitrary: fc.constant(texts[1]!) }, { weight: 1, arbitrary: fc.constantFrom(...texts) },
)));
const tail = fc.oneof({ weight: 20, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: fc.array(fc.constantFrom('', '越界', '(範例)'), { maxLength: 2 }) });
const kinds = fc.option(fc.string({ unit: fc.constantFrom('s', 's', 's', 'n', 'd'), minLength: 14, maxLength: 14 }), { nil: undefined, freq: 8 });
const rows = fc.array(fc.tuple(cells, tail, kinds), { maxLength: 25 })
  .map((drawn) => drawn.map(([texts, more, kind], index): Row => ({ row: index + 2, cells: [...texts, ...more], ...(kind === undefined ? {} : { kinds: kind }) })));

test('a table is read as its rows are one by one, by the whole schema', () => {
  const binding = bind(scores, HEADER);
  const quick = conformCheck('courseRecord');
  const valid = compileSchema(canonicalSchema('courseRecord'));
  const thorough: RecordCheck = {
    fits: () => false,
    problem: (record, to) => (valid(record).length === 0 ? null : (quick.problem(record, to) ?? { code: 'test/missed', params: {} })),
  };
  const seen = { records: 0, rejected: 0 };
  fc.assert(fc.property(rows, (table) => {
    const alone: MappedBatch = { records: [], rejected: [], remarks: [] };
    for (const row of table) {
      const { records, rejected, remarks } = rowMapper(binding, CONTEXT, thorough)([row]);
      alone.records.push(...records);
      alone.rejected.push(...rejected);
      alone.remarks.push(...remarks);
    }
    const together = rowMapper(binding, CONTEXT, quick)(table);
    expect(JSON.stringify(together)).toBe(JSON.stringify(alone));
    seen.records += together.records.length;
    seen.rejected += together.rejected.length;
  }), { numRuns: 400 });
  expect(Math.min(seen.records, seen.rejected)).toBeGreaterThan(500);
});

test('many sets of blank cells, more than are given a builder of their own', () => {
  const binding = bind(scores, HEADER);
  const table = Array.from({ length: 2_048 }, (_, set): Row => ({
    row: set + 2, cells: TEXTS.map((texts, column) => (column < 4 || ((set >> (column - 4)) & 1) === 0 ? texts[0]! : '')),
  }));
  const { records, rejected } = rowMapper(binding, CONTEXT, conformCheck('courseRecord'))(table);
  expect(rejected).toEqual([]);
  expect(records).toEqual(table.flatMap((row) => rowMapper(binding, CONTEXT)([row]).records));
});
