/** Every trap that is known of the files of this field, with the fixture, rule or test that holds it. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CONVENTIONS } from './conventions.ts';
import { PACKAGES } from './packages.ts';
import { SCORES } from './scores.ts';
import { SYSTEMS } from './systems.ts';
import type { Held } from './trap.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const text = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** What is wrong with a claim; null when it is true. */
function wrong(held: Held): string | null {
  const [what, where = '', ...rest] = held.split(' ');
  const says = rest.join(' ');
  switch (what) {
    case 'fixture': {
      const [adapter, name] = where.split('/');
      const expected = `adapters/${adapter}/fixtures/${name}/expected.json`;
      if (!existsSync(join(ROOT, expected))) return `there is no ${expected}`;
      return says !== '' && text(expected).includes(says) ? null : `${expected} does not say ${says}`;
    }
    case 'rule': {
      const missing = ['passes', 'fails'].map((name) => `fixtures/rules/${where}/${name}.json`).filter((path) => !existsSync(join(ROOT, path)));
      return missing.length === 0 ? null : `there is no ${missing.join(', ')}`;
    }
    default:
      if (!existsSync(join(ROOT, where))) return `there is no ${where}`;
      return says !== '' && text(where).includes(says) ? null : `${where} has no "${says}"`;
  }
}

describe.each([['conventions of files', CONVENTIONS], ['systems', SYSTEMS], ['transfer packages', PACKAGES], ['scores and real data', SCORES]] as const)('%s', (_, traps) => {
  test.each(traps.map(([trap, ...held]) => [trap, held] as const))('%s', (_trap, held) => {
    const claims = held.filter((one): one is Held => typeof one === 'string');
    const reasons = held.filter((one) => typeof one !== 'string');
    expect(claims.length + reasons.length).toBeGreaterThan(0);
    expect(claims.map(wrong).filter((one) => one !== null)).toEqual([]);
  });
});

test('each is named once', () => {
  const all = [...CONVENTIONS, ...SYSTEMS, ...PACKAGES, ...SCORES].map(([trap]) => trap);
  expect(new Set(all).size).toBe(all.length);
  expect(all.length).toBeGreaterThan(90);
});
