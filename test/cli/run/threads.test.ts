import { expect, test } from 'vitest';
import { threadsFor } from '../../../src/cli/run/night.ts';

test('a few schools are done where we are; many use the processors, up to a bound', () => {
  expect([0, 1, 3, 7].map((schools) => threadsFor(schools, 8))).toEqual([1, 1, 1, 1]);
  expect(threadsFor(8, 2)).toBe(2);
  expect(threadsFor(500, 2)).toBe(2);
  expect(threadsFor(500, 64)).toBe(8);
  expect(threadsFor(500, 1)).toBe(1);
});
