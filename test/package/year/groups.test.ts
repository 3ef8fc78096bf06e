/** Students over parts: none is divided or lost, and a change at one stays with that one. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { groupBySize, type Sized } from '../../../src/package/year/groups.ts';

const student = (name: number, bytes: number): Sized => ({ key: createHash('sha256').update(String(name)).digest('hex'), bytes });
const students = fc.uniqueArray(fc.record({ name: fc.nat({ max: 100_000 }), bytes: fc.integer({ min: 1, max: 50 }) }), { selector: ({ name }) => name, maxLength: 80 })
  .map((list) => list.map(({ name, bytes }) => student(name, bytes)));
const limit = fc.integer({ min: 1, max: 300 });
const sizeOf = (group: readonly Sized[]): number => group.reduce((sum, { bytes }) => sum + bytes, 0);
const names = (groups: readonly (readonly Sized[])[]): string[] => groups.map((group) => group.map(({ key, bytes }) => `${key} ${bytes}`).join('\n'));

test('everybody is in one group, in the order of the keys, and no group is larger than it may be unless it is one student', () => {
  fc.assert(fc.property(students, limit, (all, most) => {
    const groups = groupBySize(all, most);
    expect(groups.flat()).toEqual([...all].sort((a, b) => (a.key < b.key ? -1 : 1)));
    for (const group of groups) expect(group.length === 1 || sizeOf(group) <= most).toBe(true);
    expect(groups.every((group) => group.length > 0)).toBe(true);
  }));
});

test('the order they come in changes nothing', () => {
  fc.assert(fc.property(students, limit, (all, most) => {
    expect(names(groupBySize([...all].reverse(), most))).toEqual(names(groupBySize(all, most)));
  }));
});

test('another file at one student changes one group, or divides it, or joins it with its other half', () => {
  fc.assert(fc.property(students.filter((all) => all.length > 0), limit, fc.nat(), fc.integer({ min: 1, max: 50 }), (all, most, at, bytes) => {
    const changed = all.map((one, index) => (index === at % all.length ? { ...one, bytes } : one));
    const [before, after] = [names(groupBySize(all, most)), names(groupBySize(changed, most))];
    const [gone, come] = [before.filter((group) => !after.includes(group)), after.filter((group) => !before.includes(group))];
    // One group becomes one or several, or several become one: never several others.
    expect(Math.min(gone.length, come.length)).toBeLessThanOrEqual(1);
  }), { numRuns: 500 });
});

test('equal keys end in one group', () => {
  const twin = { key: 'ff', bytes: 10 };
  expect(groupBySize([twin, { ...twin }], 5)).toHaveLength(1);
  expect(groupBySize([], 5)).toEqual([]);
});
