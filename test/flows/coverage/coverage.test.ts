/** Every requirement is held by something or says why not, and nobody claims what does not exist. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadRegistry } from '../../../src/adapters/registry.ts';
import { requirementReasons, requirements } from '../../../src/core/requirements.ts';
import { packageRoot, resourceJson } from '../../../src/core/resources.ts';
import { configSchema } from '../../../src/core/schemas.ts';
import { allClaims, type Claim } from '../../../src/flows/coverage/claims.ts';
import { coverage, coverageMistakes } from '../../../src/flows/coverage/coverage.ts';
import { compileSchema } from '../../../src/formats/json/schema.ts';
import { loadRules } from '../../../src/rules/catalogue.ts';

const all = requirements();
const claims = allClaims(await loadRules(), await loadRegistry());
const reasons = requirementReasons();

describe('the data', () => {
  test('fits its schemas', () => {
    for (const [file, schema] of [['requirements', 'requirements'], ['reasons', 'requirement-reasons']] as const) {
      expect(compileSchema(configSchema(schema), { allErrors: true })(resourceJson(`schemas/requirements/${file}.json`))).toEqual([]);
    }
  });

  test('has each of the 138 requirements once, in order, from a known origin and of that origin\'s date', () => {
    expect(all).toHaveLength(138);
    expect(all.map(({ id }) => id)).toEqual([...new Set(all.map(({ id }) => id))].sort());
    const { origins } = resourceJson('schemas/requirements/requirements.json') as { origins: Record<string, { asOf: string }> };
    for (const { id, origins: own, asOf } of all) expect(own.map((origin) => origins[origin]?.asOf ?? `${id} ${origin}`).sort().at(-1)).toBe(asOf);
    expect(Object.keys(origins).filter((origin) => !all.some((one) => one.origins.includes(origin)))).toEqual([]);
  });
});

test('every requirement is covered or says why not, and every claim names one that exists', () => {
  expect(coverageMistakes(all, claims, reasons)).toEqual([]);
});

test('nobody claims a requirement twice over', () => {
  expect(claims.filter(({ requirements: own }) => new Set(own).size !== own.length).map(({ id }) => id)).toEqual([]);
  expect(new Set(claims.map(({ id }) => id)).size).toBe(claims.length);
});

test('code that claims a requirement has tests: one that imports it, or a folder of tests that mirrors its own', () => {
  const tests = readdirSync(join(packageRoot(), 'test'), { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.test.ts'));
  const texts = tests.map((path) => readFileSync(join(packageRoot(), 'test', path), 'utf8'));
  const folders = new Set(tests.map((path) => `src/${dirname(path)}`));
  const files = new Set(claims.filter(({ by }) => by === 'code').map(({ id }) => id.slice('code:'.length, id.indexOf('#'))));
  expect(files.size).toBeGreaterThan(20);
  expect([...files].filter((file) => !existsSync(join(packageRoot(), file)) || !(folders.has(dirname(file)) || texts.some((text) => text.includes(`/${file}'`))))).toEqual([]);
});

describe('mistakes are seen', () => {
  const one = (id: string, kind: 'check' | 'policy') => ({ id, kind, certainty: 'A', asOf: '2026-01-01', origins: [], 'zh-TW': '一', en: 'one' }) as const;
  const claim = (id: string, by: Claim['by'], ...own: string[]): Claim => ({ id, by, requirements: own });
  const reason = { 'zh-TW': '理由', en: 'Reason' };
  const mistakes = (given: Claim[], why: Parameters<typeof coverageMistakes>[2]) => coverageMistakes([one('RULE-101', 'check'), one('RULE-102', 'policy')], given, why);

  test.each<[string, Claim[], Record<string, typeof reason>, string[]]>([
    ['none', [claim('a/b', 'rule', 'RULE-101')], { 'RULE-102': reason }, []],
    ['nothing covers it', [], { 'RULE-102': reason }, ['RULE-101 (check) is covered by nothing, and no reason is given']],
    ['a list of values checks nothing', [claim('list:x', 'list', 'RULE-101')], { 'RULE-102': reason }, ['RULE-101 (check) is covered by nothing, and no reason is given']],
    ['a policy without a reason', [claim('a/b', 'rule', 'RULE-101', 'RULE-102')], {}, ['RULE-102 (policy) has no reason why it is not a rule']],
    ['a claim of nothing', [claim('a/b', 'rule', 'RULE-101', 'RULE-199')], { 'RULE-102': reason }, ['a/b names RULE-199, which does not exist']],
    ['a reason for nothing', [], { 'RULE-101': reason, 'RULE-102': reason, 'RULE-199': reason }, ['a reason is given for RULE-199, which does not exist']],
  ])('%s', (_what, given, why, found) => {
    expect(mistakes(given, why)).toEqual(found);
  });

  test('a line says what covers it, and what of it is not covered', () => {
    expect(coverage([one('RULE-101', 'check'), one('RULE-102', 'policy')], [claim('a/b', 'rule', 'RULE-101'), claim('list:x', 'list', 'RULE-101')], { 'RULE-101': reason })).toEqual([
      { requirement: one('RULE-101', 'check'), coveredBy: ['a/b', 'list:x'], reason }, { requirement: one('RULE-102', 'policy'), coveredBy: null, reason: null },
    ]);
  });
});
