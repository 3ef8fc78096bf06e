import { expect, test } from 'vitest';
import { PROBLEMS } from '../../src/core/problems/index.ts';
import type { Severity } from '../../src/core/problem.ts';
import type { Cause } from '../../src/report/cause.ts';
import { byCheckStep, checkStep } from '../../src/report/check-step.ts';
import { fixOrder, fixSteps } from '../../src/report/fix-order.ts';
import type { RuleCount } from '../../src/report/model.ts';
import { loadRules } from '../../src/rules/catalogue.ts';

const rule = (id: string, count: number, severity: Severity = 'error'): RuleCount => ({ rule: id, severity, count, students: 0 });
const cause = (count: number, ...rules: readonly RuleCount[]): Cause => ({
  column: 'C', shape: null, places: [], count, total: count, rules: rules.map(({ rule: id, severity }) => ({ rule: id, severity, count })),
});

test('every rule and problem code belongs to a step of the check', async () => {
  const ids = [...(await loadRules()).keys(), ...Object.keys(PROBLEMS)];
  const unknown = checkStep('an area that there is not/x');
  expect(ids.filter((id) => checkStep(id) === unknown)).toEqual([]);
});

test('what comes first decides what later checks see', () => {
  const ids = ['enrolment/change-code-known', 'course/score-range', 'course/code-layout', 'student/id-checksum', 'calendar/x', 'mapping/bad-date', 'work/certifier-named'];
  expect(ids.toSorted(byCheckStep)).toEqual([
    'mapping/bad-date', 'calendar/x', 'student/id-checksum', 'course/code-layout', 'course/score-range', 'work/certifier-named', 'enrolment/change-code-known',
  ]);
});

test('files that were kept out, then causes, then the order of checks, then what occurs most; warnings and notes after', () => {
  const keptOut = rule('intake/unrecognised', 1);
  const [dates, codes, scores, passes] = [rule('student/birth-plausible', 90), rule('course/code-layout', 40), rule('course/score-range', 3), rule('course/pass-without-score', 8)];
  const [warned, noted] = [rule('student/name-differs', 500, 'warning'), rule('student/name-private-use', 900, 'info')];
  const causes = [cause(40, codes), cause(90, dates)];
  expect(fixSteps([noted, warned, scores, passes, codes, dates, keptOut], causes).map((step) => [step.cause !== null, ...step.rules.map((one) => one.rule)])).toEqual([
    [false, 'intake/unrecognised'], [true, 'student/birth-plausible'], [true, 'course/code-layout'], [false, 'course/pass-without-score'], [false, 'course/score-range'],
    [false, 'student/name-differs'], [false, 'student/name-private-use'],
  ]);
});

test('a rule of which a cause explains a part only is a step of its own too, and in the order once', () => {
  const [codes, other] = [rule('course/code-layout', 400), rule('course/code-school', 400)];
  const causes = [cause(30, codes), cause(395, other)];
  expect(fixSteps([codes, other], causes).map((step) => [step.cause?.count ?? null, step.rules[0]!.rule])).toEqual([[395, 'course/code-school'], [30, 'course/code-layout'], [null, 'course/code-layout']]);
  expect(fixOrder([codes, other], causes)).toEqual([other, codes]);
});

test('a cause with an error among its rules is as urgent as the error, and the order keeps errors in front', () => {
  const [warned, wrong, single] = [rule('student/name-differs', 1000, 'warning'), rule('student/id-format', 990), rule('zip/damaged', 1)];
  const both = cause(1000, warned, wrong);
  expect(fixSteps([warned, wrong, single], [both])[0]).toMatchObject({ severity: 'error' });
  expect(fixOrder([warned, wrong, single], [both]).map(({ severity }) => severity)).toEqual(['error', 'error', 'warning']);
});
