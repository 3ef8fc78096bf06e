import { expect, test } from 'vitest';
import { codeList } from '../../src/core/codes.ts';
import { isSchoolCode } from '../../src/core/school-code.ts';

test('every known school has the form, test schools included', () => {
  const codes = [...codeList('school').entries, ...codeList('test-school').entries].map(({ code }) => code);
  expect(codes.length).toBeGreaterThan(500);
  expect(codes.filter((code) => !isSchoolCode(code) && code !== '00000A')).toEqual([]);
});

test.each(['', '01302', '0113020', 'A11302', '01130a', '011３02'])('%j has not', (text) => {
  expect(isSchoolCode(text)).toBe(false);
});
