import { expect, test } from 'vitest';
import type { CanonicalRecord } from '../../../src/core/record.ts';
import { RecordBag } from '../../../src/flows/migrate/record-bag.ts';

const record = (more: Partial<CanonicalRecord>): CanonicalRecord => ({ type: 'cadre', school: '990301', term: '114-1', source: { input: 'x', table: 0, row: 2 }, ...more });

function digest(...records: readonly CanonicalRecord[]): string {
  const bag = new RecordBag();
  for (const one of records) bag.add(one);
  return bag.digest;
}

const [a, b] = [record({ unit: '甲', extra: { x: '1', y: '2' } }), record({ unit: '乙' })];

test('neither the order of records nor that of their fields counts, nor where they were read', () => {
  const turned = Object.fromEntries(Object.entries({ ...a, extra: { y: '2', x: '1' }, source: { input: 'y', table: 1, row: 9 } }).toReversed()) as unknown as CanonicalRecord;
  expect(digest(b, turned)).toBe(digest(a, b));
});

test('how often a record is there counts, and every value of it', () => {
  const others = [digest(a), digest(a, b), digest(a, a, b), digest(a, b, b), digest(a, record({ unit: '乙', role: '' })), digest(record({ unit: '甲', extra: { x: '1', y: '3' } }), b), digest(a, record({ unit: '乙', level: null }))];
  expect(new Set(others).size).toBe(others.length);
});
