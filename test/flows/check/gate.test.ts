import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gateExit } from '../../../src/flows/check/check.ts';
import { DEFAULT_THRESHOLD, gateState, holdReasons } from '../../../src/flows/check/gate.ts';

type Students = Record<string, string>;
const students = (count: number, digest = 'same'): Students => Object.fromEntries(Array.from({ length: count }, (_, index) => [`student-${index}`, digest]));
const without = (all: Students, count: number): Students => Object.fromEntries(Object.entries(all).slice(count));
const changed = (all: Students, count: number): Students => ({ ...all, ...Object.fromEntries(Object.keys(all).slice(0, count).map((ref) => [ref, 'other'])) });

const BASE = { errors: 0, accepted: { student: students(20) }, thresholds: {}, approved: false };

describe('the gate', () => {
  test.each([
    ['nothing changed', students(20), 'open', []],
    ['a tenth gone', without(students(20), 2), 'open', []],
    ['more than a tenth gone', without(students(20), 3), 'held', ['gone']],
    ['three quarters changed', changed(students(20), 15), 'open', []],
    ['more than three quarters changed', changed(students(20), 16), 'held', ['updated']],
    ['both', changed(without(students(20), 3), 17), 'held', ['gone', 'updated']],
    ['students that came', students(40), 'open', []],
  ] as const)('%s: %s', (_, now, gate, what) => {
    const decided = gateState({ ...BASE, digests: { student: now } });
    expect(decided.gate).toBe(gate);
    expect(decided.holds.map((hold) => hold.what)).toEqual(what);
  });

  test('is shut by an error whatever else, and an approval does not open it', () => {
    expect(gateState({ ...BASE, errors: 1, digests: { student: students(20) }, approved: true }).gate).toBe('shut');
  });

  test('is opened by an approval when it was only held', () => {
    expect(gateState({ ...BASE, digests: {}, approved: true })).toMatchObject({ gate: 'open', holds: [{ what: 'gone', share: 1 }] });
  });

  test('holds nothing while nothing was accepted', () => {
    expect(gateState({ ...BASE, accepted: null, digests: {} }).gate).toBe('open');
  });

  test('holds a type by its own threshold, the others by the default', () => {
    const thresholds = { student: { updated: 1, gone: 0.5 } };
    const accepted = { student: students(20), cadre: students(20) };
    const digests = { student: without(students(20), 9), cadre: without(students(20), 9) };
    expect(holdReasons({ ...BASE, accepted, digests, thresholds }).map(({ type }) => type)).toEqual(['cadre']);
  });

  test('gives shares that are true and lie above their thresholds', () => {
    const digests = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), fc.constantFrom('1', '2'));
    fc.assert(fc.property(digests, digests, (before, now) => {
      for (const hold of holdReasons({ ...BASE, accepted: { student: before }, digests: { student: now } })) {
        const refs = Object.keys(before);
        const concerned = refs.filter((ref) => (hold.what === 'gone' ? now[ref] === undefined : now[ref] !== undefined && now[ref] !== before[ref]));
        expect(hold.share).toBe(concerned.length / refs.length);
        expect(hold.share).toBeGreaterThan(DEFAULT_THRESHOLD[hold.what]);
      }
    }));
  });

  test('has an exit code for each state', () => {
    expect([gateExit('open'), gateExit('shut'), gateExit('held')]).toEqual([0, 2, 3]);
  });
});
