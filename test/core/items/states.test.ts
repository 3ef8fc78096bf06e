/** The life of an item, in any order things may happen. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changeBetween, type ItemEvent, type ItemState, nextState, possibleEvents, replay } from '../../../src/core/items/states.ts';

const EVENTS: readonly ItemEvent[] = ['send', 'withdraw', 'certify', 'refuse', 'change', 'pick', 'unpick', 'submit'];
const STATES: readonly ItemState[] = ['uploaded', 'sent', 'certified', 'refused', 'corrected', 'picked', 'submitted'];
const events = fc.array(fc.constantFrom(...EVENTS), { maxLength: 40 });
const type = fc.constantFrom('courseWork' as const, 'performance' as const);

describe('a course work', () => {
  test('goes from upload to submission', () => {
    expect(replay('courseWork', ['send', 'certify', 'pick', 'submit'])).toEqual({ state: 'submitted', refused: [] });
  });

  test('that was refused is corrected and sent again', () => {
    expect(replay('courseWork', ['send', 'refuse', 'change', 'send', 'certify', 'pick'])).toEqual({ state: 'picked', refused: [] });
  });

  test.each<[ItemEvent, ItemEvent[], ItemState]>([
    ['pick', [], 'uploaded'], ['pick', ['send'], 'sent'], ['pick', ['send', 'refuse'], 'refused'], ['pick', ['send', 'certify', 'change'], 'corrected'],
    ['submit', ['send', 'certify'], 'certified'], ['certify', [], 'uploaded'], ['certify', ['send', 'certify', 'change'], 'corrected'], ['unpick', ['send', 'certify', 'pick', 'submit'], 'submitted'],
  ])('cannot be met by %s after %j', (event, before, state) => {
    expect(replay('courseWork', [...before, event])).toEqual({ state, refused: [{ event, state }] });
  });

  test('is picked or submitted only when it was certified after the last change of its bytes', () => {
    fc.assert(fc.property(events, (all) => {
      const lastOf = (event: ItemEvent): number => {
        let at = -1;
        all.forEach((one, index) => { if (one === event && !refusedAt(all, index)) at = index; });
        return at;
      };
      const { state } = replay('courseWork', all);
      if (state === 'certified' || state === 'picked' || state === 'submitted') {
        expect(lastOf('certify')).toBeGreaterThan(lastOf('change'));
        expect(lastOf('certify')).toBeGreaterThan(lastOf('refuse'));
      }
    }), { numRuns: 1000 });
  });
});

describe('a performance', () => {
  test('needs no certification', () => {
    expect(replay('performance', ['pick', 'submit'])).toEqual({ state: 'submitted', refused: [] });
    expect(replay('performance', ['send', 'certify']).refused).toHaveLength(2);
  });

  test('that was changed has to be picked again', () => {
    expect(replay('performance', ['pick', 'change', 'submit'])).toEqual({ state: 'corrected', refused: [{ event: 'submit', state: 'corrected' }] });
  });
});

/** True when the event at an index could not happen. */
function refusedAt(all: readonly ItemEvent[], index: number): boolean {
  return nextState('courseWork', replay('courseWork', all.slice(0, index)).state, all[index]!) === null;
}

test('an equal content is no event, and any other is one in every state', () => {
  fc.assert(fc.property(fc.string(), fc.string(), (a, b) => {
    expect(changeBetween(a, b)).toBe(a === b ? null : 'change');
  }));
  for (const state of STATES) expect(nextState('courseWork', state, 'change')).not.toBeNull();
});

test('changed bytes never stay certified, picked or submitted', () => {
  for (const one of ['courseWork', 'performance'] as const) {
    for (const state of STATES) expect(['certified', 'picked', 'submitted']).not.toContain(nextState(one, state, 'change'));
  }
});

test('an event that is refused leaves the item where it was, and what is possible is never refused', () => {
  fc.assert(fc.property(type, events, fc.constantFrom(...EVENTS), (one, before, event) => {
    const { state } = replay(one, before);
    const after = replay(one, [...before, event]);
    if (possibleEvents(one, state).includes(event)) expect(after.refused.length).toBe(replay(one, before).refused.length);
    else expect(after.state).toBe(state);
  }));
});

test('every state can be reached by a course work', () => {
  const reached = new Set<ItemState>(['uploaded']);
  for (const state of reached) for (const event of possibleEvents('courseWork', state)) reached.add(nextState('courseWork', state, event)!);
  expect([...reached].sort()).toEqual([...STATES].sort());
});
