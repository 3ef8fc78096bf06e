import { expect, test } from 'vitest';
import { resourceJson } from '../../src/core/resources.ts';
import { configSchema } from '../../src/core/schemas.ts';
import { statutoryDatesFrom } from '../../src/core/statutory-dates.ts';
import { compileSchema } from '../../src/formats/json/schema.ts';

test('the shipped dates fit their schema', () => {
  expect(compileSchema(configSchema('statutory-dates'), { allErrors: true })(resourceJson('schemas/calendar/statutory.json'))).toEqual([]);
});

test('each comes with its next day, today included', () => {
  const days = (today: string) => statutoryDatesFrom(today).map(({ id, to }) => `${to} ${id}`);
  expect(days('2026-03-20')[0]).toBe('2026-03-20 status-changes-spring');
  expect(days('2026-03-21')).toEqual(['2026-09-30 new-students', '2026-09-30 status-changes-autumn', '2026-09-30 graduates', '2027-03-20 status-changes-spring']);
  expect(days('2026-10-01')[0]).toBe('2027-03-20 status-changes-spring');
});
