import { expect, test } from 'vitest';
import { explainField } from '../../src/mapping/explain.ts';
import { compiled } from './definition.ts';

const mapping = compiled([
  { to: 'score', headers: ['成績', '分數'], transform: 'score' },
  { to: 'counted', headers: ['採計'], transform: 'code', codes: 'counted', default: '-1' },
  { to: 'courseCode', headers: ['課程代碼'], transform: 'code', nonBlank: true },
]);

test('shows each step from the text to the value', () => {
  const told = explainField(mapping, 'score', ' 85.50 ');
  expect(told).toMatchObject({ headers: ['成績', '分數'], transform: 'score', raw: ' 85.50 ', value: 85.5, printed: '85.5', problem: null });
  expect(told?.steps.map((step) => step.text)).toEqual(['85.50', '85.5']);
});

test('shows why a cell was rejected or remarked upon', () => {
  expect(explainField(mapping, 'score', '缺考')).toMatchObject({ value: undefined, printed: null, problem: { code: 'mapping/not-a-number' } });
  expect(explainField(mapping, 'birthDate', '970315', 'n')).toMatchObject({ value: '2008-03-15', problem: { code: 'mapping/lost-zero' } });
  expect(explainField(mapping, 'courseCode', ' ')).toMatchObject({ value: undefined, problem: { code: 'mapping/blank-key' } });
});

test('a blank is absent, or its default', () => {
  expect(explainField(mapping, 'score', '')).toMatchObject({ value: undefined, problem: null });
  expect(explainField(mapping, 'counted', '')).toMatchObject({ value: '-1', codes: 'counted' });
});

test('a field without a column has nothing to explain', () => {
  expect(explainField(mapping, 'seat', '1')).toBeNull();
});
