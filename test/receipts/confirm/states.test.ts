import { expect, test } from 'vitest';
import { next, STATES, TRANSITIONS } from '../../../src/receipts/confirm/states.ts';

const reachable = (from: readonly (typeof STATES)[number][]): Set<string> => {
  const seen = new Set<string>(from);
  const waiting = [...from];
  for (let state = waiting.pop(); state; state = waiting.pop()) {
    for (const to of Object.values(TRANSITIONS[state])) {
      if (seen.has(to)) continue;
      seen.add(to);
      waiting.push(to);
    }
  }
  return seen;
};

test('every state can be reached, and every one but the last left', () => {
  expect(reachable(['open']).size).toBe(STATES.length);
  for (const state of STATES) expect(Object.keys(TRANSITIONS[state]).length > 0).toBe(state !== 'superseded');
});

test('a newer receipt can take the place of anything', () => {
  for (const state of STATES.filter((one) => one !== 'superseded')) expect(next(state, 'supersede')).toBe('superseded');
});

test('silence confirms what is open and nothing else', () => {
  expect(STATES.filter((state) => next(state, 'lapse') !== null)).toEqual(['open']);
});

test('what is being corrected waits for the next receipt, whatever anybody says', () => {
  for (const state of ['corrected', 'resubmitted'] as const) for (const event of ['confirm', 'object', 'answer', 'lapse'] as const) expect(next(state, event)).toBeNull();
});
