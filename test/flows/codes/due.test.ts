/** When a school has to compare its course codes, and that a school without a plan has nothing to compare with. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compareCodes } from '../../../src/flows/codes/compare-codes.ts';
import { comparisonDue } from '../../../src/flows/codes/due.ts';
import { newSchool } from '../support.ts';

test('the first comparison is due four weeks after the first day the calendar names', async () => {
  const { services } = await newSchool('990301');
  expect(comparisonDue(services, '990301', '114-1')).toBeNull();
  writeFileSync(join(services.home.path, 'calendar.json'), JSON.stringify({ terms: { '114-1': { firstDay: '2025-09-01' } } }));
  expect(comparisonDue(services, '990301', '114-1')).toBe('2025-09-29');
  expect(comparisonDue(services, '990301', '114-2')).toBeNull();
});

test('without a plan nothing is compared, and nothing is written', async () => {
  const { services, store } = await newSchool('990301');
  expect(await compareCodes(services, store, '114-1')).toEqual({ status: 'no-plan', kept: null, files: null });
});
