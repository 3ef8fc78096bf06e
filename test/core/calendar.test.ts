import { describe, expect, test } from 'vitest';
import { type CalendarWindow, type SchoolCalendar, spanOf, windowsFor } from '../../src/core/calendar.ts';

const every: CalendarWindow = { from: '2026-08-01', to: '2026-09-30' };
const third: CalendarWindow = { from: '2026-05-01', to: '2026-05-10', grades: [3] };
const first: CalendarWindow = { from: '2026-03-01', to: '2026-03-10', grades: [3], batch: 1 };
const second: CalendarWindow = { from: '2026-04-01', to: '2026-04-10', grades: [3], batch: 2 };
const calendar: SchoolCalendar = { workingTerm: null, terms: { '114-0': { submission: [every, third, first, second] } } };
const of = (whose: Parameters<typeof windowsFor>[3]) => windowsFor(calendar, '114-0', 'submission', whose);

describe('windows that hold', () => {
  test('for a grade that is named, those that name it', () => expect(of({ grade: 3 })).toEqual([third, first, second]));
  test('for a grade that is not, those for every grade', () => expect(of({ grade: 1 })).toEqual([every]));
  test('for an unknown grade, those for every grade', () => expect(of({ grade: null })).toEqual([every]));
  test('for a batch, its own and those of no batch', () => expect(of({ grade: 3, batch: 2 })).toEqual([third, second]));
  test('for whoever, all', () => expect(of({})).toEqual([every, third, first, second]));
  test('for what nobody has entered, none', () => {
    expect(windowsFor(calendar, '114-0', 'receipt')).toEqual([]);
    expect(windowsFor({ terms: {}, workingTerm: null }, '114-0', 'submission', { grade: 1 })).toEqual([]);
  });
});

test('several windows span from the first day to the last', () => {
  expect(spanOf([every, third, first])).toEqual({ from: '2026-03-01', to: '2026-09-30' });
  expect(spanOf([third, every])).toEqual({ from: '2026-05-01', to: '2026-09-30' });
  expect(spanOf([third])).toEqual({ from: '2026-05-01', to: '2026-05-10' });
  expect(spanOf([])).toBeNull();
});
