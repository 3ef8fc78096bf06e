import { expect, test } from 'vitest';
import { COURSE_CODE_SEGMENTS, groupCodeOf, parseCourseCode } from '../../src/core/course-code.ts';

test('a general course', () => {
  expect(parseCourseCode('108011302H11101A1010101')).toEqual({
    entryYear: 108, school: '011302', courseType: 'H', group: '11', department: '101', classGroup: 'A',
    category: '1', openType: '0', attribute: '1', domain: '01', subject: '01',
  });
});

test('a vocational course', () => {
  expect(parseCourseCode('108120401E22L0107020005')).toMatchObject({ school: '120401', courseType: 'E', group: '22', department: 'L01', classGroup: '0', category: '7', attribute: '2', domain: '00', subject: '05' });
});

test('the segments cover the 23 characters without gap or overlap', () => {
  const places = Object.values(COURSE_CODE_SEGMENTS).flatMap(([start, length]) => Array.from({ length }, (_, index) => start + index));
  expect(places).toEqual(Array.from({ length: 23 }, (_, index) => index));
});

test('each segment is the part of the code at its place', () => {
  const code = '112030B01C21196B9ZD0A7F';
  const parsed = parseCourseCode(code);
  for (const [segment, [start, length]] of Object.entries(COURSE_CODE_SEGMENTS)) {
    expect(String(parsed?.[segment as keyof typeof COURSE_CODE_SEGMENTS])).toBe(code.slice(start, start + length));
  }
});

test.each(['', '108011302H11101A101010', '108011302H11101A10101011', '108011302h11101A1010101', '1O8011302H11101A1010101', '１08011302H11101A1010101', '108011302H11101A10101 1'])('%j is no course code', (text) => {
  expect(parseCourseCode(text)).toBeNull();
});

test('the group code is the first sixteen', () => {
  expect(groupCodeOf('108011302H11101A1010101')).toBe('108011302H11101A');
});
