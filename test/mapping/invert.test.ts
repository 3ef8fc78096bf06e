import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadRegistry } from '../../src/adapters/registry.ts';
import { rowMapper } from '../../src/mapping/apply.ts';
import { bind } from '../../src/mapping/bind.ts';
import { printedHeader, printRow, unheldFields } from '../../src/mapping/invert.ts';
import { drawnRecord } from './records.ts';

const registry = await loadRegistry();
// What is taken over as it stands is tried with the adapter it is of.
const writable = registry.adapters.flatMap((adapter) => (adapter.manifest.adjust === undefined ? adapter.mappings.filter(({ id }) => adapter.own.has(id)) : adapter.mappings)).filter(({ definition }) => definition.writes !== false && !definition.rejects);

describe.each(writable.map((mapping) => [mapping.id, mapping] as const))('%s', (_, mapping) => {
  const context = { school: '990301', term: '114-1', input: 'input', tableIndex: 0 };

  test('what it writes it reads back, field for field', () => {
    const binding = bind(mapping, printedHeader(mapping));
    expect([...binding.failures, ...binding.remarks, ...binding.extras]).toEqual([]);
    const map = rowMapper(binding, context);
    fc.assert(fc.property(drawnRecord(mapping), (record) => {
      const cells = printRow(mapping, record);
      const { records, rejected, remarks } = map([{ row: 2, cells }]);
      expect(rejected).toEqual([]);
      expect(remarks).toEqual([]);
      expect(records).toEqual([record]);
      expect(printRow(mapping, records[0]!)).toEqual(cells);
      expect(unheldFields(mapping, record)).toEqual([]);
    }), { numRuns: 30 });
  });
});

test('what a mapping has no place for is told', () => {
  const mapping = registry.mapping('national-roster/108-score-regular')!;
  const source = { input: 'input', table: 0, row: 2 };
  const record = { type: 'courseRecord', kind: 'regular', school: '990301', term: '114-1', division: 'night', source, seat: '01', score: 60, extra: { 導師: '林' } } as const;
  expect(unheldFields(mapping, record)).toEqual(['division', 'extra.導師', 'seat']);
});
