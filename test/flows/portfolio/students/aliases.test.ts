/** Keys of one person: corrected any number of times, found through any of them, and never somebody else's. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CanonicalRecord, StudentKey } from '../../../../src/core/record.ts';
import { keyText } from '../../../../src/core/student-key.ts';
import { Aliases, formerKey } from '../../../../src/flows/portfolio/students/aliases.ts';
import { someone, statusChange } from '../../../portfolio.ts';

const key = (n: number): StudentKey => ({ idNumber: someone(n).idNumber, birthDate: someone(n).birthDate });

describe('a correction', () => {
  const before = key(9);
  test.each<[string, Record<string, unknown>, StudentKey | null]>([
    ['of the id', { oldIdNumber: before.idNumber }, { ...key(1), idNumber: before.idNumber }],
    ['of the birth date', { oldBirthDate: before.birthDate }, { ...key(1), birthDate: before.birthDate }],
    ['of both', { oldIdNumber: before.idNumber, oldBirthDate: before.birthDate }, before],
    ['that changes nothing', { oldIdNumber: key(1).idNumber }, null],
    ['with no former key', {}, null],
  ])('%s', (_what, more, found) => {
    expect(formerKey(statusChange('990303', someone(1), '407', '2025-09-01', more))).toEqual(found);
  });

  test('is said by a status change alone', () => {
    expect(formerKey({ ...statusChange('990303', someone(1), '407', '2025-09-01'), type: 'student', oldIdNumber: before.idNumber } as CanonicalRecord)).toBeNull();
  });
});

test('however keys were corrected, each is found through every other, and the last is the present one', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 4 }), fc.boolean(), (lengths, backwards) => {
    const aliases = new Aliases();
    const people = lengths.map((length, at) => Array.from({ length }, (_, n) => key(at * 10 + n + 1)));
    const corrections = people.flatMap((keys) => keys.slice(1).map((present, at) => [present, keys[at]!] as const));
    for (const [present, former] of backwards ? corrections.toReversed() : corrections) aliases.add(present, former);
    for (const keys of people) {
      const all = keys.toReversed();
      for (const one of keys) expect(aliases.all(one).map(keyText)).toEqual(all.map(keyText));
    }
  }));
});

test('corrections that contradict each other end', () => {
  fc.assert(fc.property(fc.array(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 })), { maxLength: 12 }), (pairs) => {
    const aliases = new Aliases();
    for (const [present, former] of pairs) aliases.add(key(present), key(former));
    for (const n of [1, 2, 3, 4]) {
      const all = aliases.all(key(n)).map(keyText);
      expect(new Set(all).size).toBe(all.length);
      expect(all).toContain(keyText(key(n)));
    }
  }));
});
