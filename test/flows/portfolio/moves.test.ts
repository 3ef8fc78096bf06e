/** Random students who move between schools any number of times: no item lost, none twice, no limit exceeded, every byte as it was. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CODES, newWorld, PEOPLE, type Step } from './world.ts';

const who = fc.integer({ min: 0, max: PEOPLE.length - 1 });
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ does: fc.constant('makes' as const), who, works: fc.integer({ min: 0, max: 5 }), services: fc.integer({ min: 0, max: 6 }), picks: fc.boolean() }),
  fc.record({ does: fc.constant('moves' as const), who, to: fc.integer({ min: 0, max: CODES.length - 1 }), format: fc.constantFrom('exchange' as const, 'sealed' as const), twice: fc.boolean() }),
);

test('random students and moves', async () => {
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 8 }), async (steps) => {
    const world = await newWorld();
    for (const one of steps) await world.does(one);
    expect(await world.holds()).toBe(steps.reduce((sum, one) => sum + (one.does === 'makes' ? one.works + one.services : 0), 0));
  }), {
    numRuns: 6,
    // Handed in to the limit at one school, there and back by way of a third, which may hand in nothing more.
    examples: [[[
      { does: 'makes', who: 0, works: 5, services: 6, picks: true }, { does: 'moves', who: 0, to: 1, format: 'exchange', twice: true },
      { does: 'makes', who: 0, works: 5, services: 6, picks: true }, { does: 'moves', who: 0, to: 2, format: 'sealed', twice: true },
      { does: 'makes', who: 0, works: 2, services: 2, picks: true }, { does: 'moves', who: 0, to: 0, format: 'exchange', twice: false },
    ]]],
  });
});
