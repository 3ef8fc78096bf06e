import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadRules } from '../../src/rules/catalogue.ts';
import { CASES, cases, findingsOf } from './cases.ts';

const rules = await loadRules();

test('every folder of cases belongs to a rule', () => {
  const folders = readdirSync(CASES).flatMap((area) => readdirSync(new URL(`${area}/`, CASES)).map((slug) => `${area}/${slug}`));
  expect(folders.sort()).toEqual([...rules.keys()].sort());
});

describe.each([...rules])('%s', (id, rule) => {
  test('lets the passing cases pass', async () => {
    const passes = cases(id, 'passes');
    expect(passes.length).toBeGreaterThan(0);
    for (const passing of passes) expect(await findingsOf(id, rule, passing), passing.case).toEqual([]);
  });

  test('finds exactly what the failing cases say', async () => {
    const fails = cases(id, 'fails');
    expect(fails.length).toBeGreaterThan(0);
    for (const failing of fails) {
      const found = await findingsOf(id, rule, failing);
      expect(found.map(({ row, column }) => [row, column]).sort(), failing.case).toEqual((failing.hits ?? []).map(({ row, field }) => [row ?? null, field ?? null]).sort());
      for (const hit of failing.hits ?? []) {
        expect(found, failing.case).toContainEqual(expect.objectContaining({
          rule: id, row: hit.row ?? null, column: hit.field ?? null, severity: hit.severity ?? rule.severity,
          params: expect.objectContaining(hit.params ?? {}),
        }));
      }
    }
  });
});
