import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadRules } from '../../src/rules/catalogue.ts';
import { CASES, cases } from './cases.ts';
import { caseMistakes, definitionMistakes, readMistakes } from './verdict.ts';

const rules = await loadRules();

test('every folder of cases belongs to a rule', () => {
  const folders = readdirSync(CASES).flatMap((area) => readdirSync(new URL(`${area}/`, CASES)).map((slug) => `${area}/${slug}`));
  expect(folders.sort()).toEqual([...rules.keys()].sort());
});

describe.each([...rules])('%s', (id, rule) => {
  test('has passing and failing cases', () => {
    for (const which of ['passes', 'fails'] as const) expect(cases(id, which).length, which).toBeGreaterThan(0);
  });

  test('lets the passing cases pass, and finds exactly what the failing ones say', async () => {
    expect(await caseMistakes(id, rule)).toEqual([]);
  });

  test('looks at the fields it names and at no other', () => {
    expect(readMistakes(id, rule)).toEqual([]);
  });

  test('has values that a rule may have', () => {
    expect(definitionMistakes(rule)).toEqual([]);
  });
});
