import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, daysBetween } from '../../src/core/days.ts';

test.each([
  ['2026-01-20', 14, '2026-02-03'], ['2024-02-28', 1, '2024-02-29'], ['2025-02-28', 1, '2025-03-01'], ['2026-01-01', -1, '2025-12-31'], ['2026-07-01', 0, '2026-07-01'],
])('%s and %i days is %s', (from, days, to) => {
  expect(addDays(from, days)).toBe(to);
  expect(daysBetween(from, to)).toBe(days);
});

test('adding and counting are each other\'s inverse', () => {
  fc.assert(fc.property(fc.date({ min: new Date('1990-01-01'), max: new Date('2060-12-31'), noInvalidDate: true }), fc.integer({ min: -5000, max: 5000 }), (date, days) => {
    const iso = date.toISOString().slice(0, 10);
    expect(daysBetween(iso, addDays(iso, days))).toBe(days);
  }));
});
