import { expect, test } from 'vitest';
import { ruleAssumptions } from '../../src/flows/rule-assumptions.ts';
import { loadRules } from '../../src/rules/catalogue.ts';

const rules = await loadRules();

test('every rule that is not certain and has parameters is an assumption with a date', () => {
  const assumed = ruleAssumptions(rules, {});
  expect(assumed.map(({ id }) => id)).toEqual([...rules].filter(([, { certainty, params }]) => 'CD'.includes(certainty) && params !== undefined).map(([id]) => `rule/${id}`));
  expect(assumed.every(({ asOf }) => /^\d{4}-\d{2}-\d{2}$/.test(asOf))).toBe(true);
  expect(assumed.find(({ id }) => id === 'rule/course/retake-capped')?.text).toEqual({ 'zh-TW': expect.stringContaining('mark = 60'), en: expect.stringContaining('mark = 60') });
});

test('what a policy sets is what is shown; what it switches off is no assumption', () => {
  const policy = { params: { 'course/retake-capped': { mark: 70 } }, severities: { 'student/birth-plausible': 'off' } } as const;
  const assumed = ruleAssumptions(rules, policy);
  expect(assumed.find(({ id }) => id === 'rule/course/retake-capped')?.text.en).toContain('mark = 70');
  expect(assumed.map(({ id }) => id)).not.toContain('rule/student/birth-plausible');
});

test('a report names those that found something', () => {
  expect(ruleAssumptions(rules, {}, (id) => id === 'course/retake-capped' || id === 'course/score-range').map(({ id }) => id)).toEqual(['rule/course/retake-capped']);
});
