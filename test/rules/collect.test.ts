/** What is counted and what is kept does not depend on the order in which findings come. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Finding } from '../../src/core/finding.ts';
import { Collector, type Met, type Spot } from '../../src/rules/collect.ts';

function finding(place: Partial<Finding>): Finding {
  return { rule: 'a/b', severity: 'error', params: {}, file: null, sheet: null, row: null, column: null, value: null, student: null, record: null, ...place };
}

/** A finding whose names in the school's files are those of its spot. */
function met(spot: Spot | null, more: Partial<Met> = {}): Met {
  const place = spot ? { file: spot.input, sheet: `sheet ${spot.table}`, row: spot.row, column: spot.field ?? null } : {};
  return { rule: 'a/b', severity: 'error', student: 'one', spot, shape: null, make: () => finding(place), ...more };
}

function collected(cap: number, all: readonly Met[]): ReturnType<Collector['result']> {
  const collector = new Collector(cap);
  for (const one of all) collector.add(one);
  return collector.result();
}

const spots = fc.uniqueArray(
  fc.record({ input: fc.constantFrom('a', 'b'), table: fc.nat(2), row: fc.integer({ min: 2, max: 6 }), field: fc.constantFrom(undefined, 'name', 'sex') }),
  { selector: ({ input, table, row, field }) => `${input} ${table} ${row} ${field}`, maxLength: 40 },
);

test('the samples kept are the first of all, whatever the order and the cap', () => {
  fc.assert(fc.property(spots, fc.boolean(), fc.integer({ min: 1, max: 12 }), (some, aboutNoRecord, cap) => {
    const all = [...some.map((spot) => met(spot)), ...(aboutNoRecord ? [met(null)] : [])];
    const inOrder = all.map(({ make }) => make()).sort((a, b) => {
      const [left, right] = [a, b].map(({ file, sheet, row, column }) => [file, sheet, row, column].map((part) => String(part ?? '')).join('\t'));
      return left! < right! ? -1 : 1;
    });
    for (const order of [all, all.toReversed()]) {
      const { counts, findings } = collected(cap, order);
      expect(findings).toEqual(inOrder.slice(0, cap));
      expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(all.length);
    }
  }));
});

test('without room for samples none is made, and the counts are the same', () => {
  const make = (): Finding => { throw new Error('was made'); };
  const { counts, findings } = collected(0, [met(null, { make }), met({ input: 'a', table: 0, row: 2, field: undefined }, { make })]);
  expect([findings, counts]).toEqual([[], [{ rule: 'a/b', severity: 'error', count: 2, students: 1, columns: [] }]]);
});

test('columns are told apart by file, sheet and field; most first, then by place', () => {
  const at = (input: string, table: number, field: string, row: number): Met => met({ input, table, row, field });
  const all = [at('b', 0, 'name', 2), at('b', 0, 'sex', 3), at('a', 1, 'name', 4), at('a', 1, 'name', 5), at('a', 0, 'name', 6), at('a', 0, 'class', 7), at('b', 0, 'class', 3)];
  const expected = [
    ['a', 'sheet 1', 'name', 2],
    ['a', 'sheet 0', 'class', 1], ['a', 'sheet 0', 'name', 1],
    ['b', 'sheet 0', 'class', 1], ['b', 'sheet 0', 'name', 1], ['b', 'sheet 0', 'sex', 1],
  ];
  const [line] = collected(10, all).counts;
  expect(line?.columns.map(({ file, sheet, column, count }) => [file, sheet, column, count])).toEqual(expected);
});

test.each<[string, Partial<Finding>]>([
  ['file', { sheet: 's', column: 'c' }], ['sheet', { file: 'f', column: 'c' }], ['column', { file: 'f', sheet: 's' }],
])('a column whose %s has no name in the school\'s files is counted and not listed', (_what, place) => {
  const { counts } = collected(10, [met({ input: 'a', table: 0, row: 2, field: 'name' }, { make: () => finding(place) })]);
  expect(counts).toEqual([{ rule: 'a/b', severity: 'error', count: 1, students: 1, columns: [] }]);
});

test('what most cells of a column look like is what is said of it', () => {
  const cell = (shape: Met['shape'], row: number): Met => met({ input: 'a', table: 0, row, field: 'birthDate' }, { shape });
  const [line] = collected(10, [cell(null, 2), cell('gregorian-date', 3), cell('gregorian-date', 4)]).counts;
  expect(line?.columns).toEqual([{ file: 'a', sheet: 'sheet 0', column: 'birthDate', count: 3, shape: 'gregorian-date', shapeCount: 2 }]);
});
