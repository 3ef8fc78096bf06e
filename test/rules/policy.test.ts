import { describe, expect, test } from 'vitest';
import type { Waiver } from '../../src/rules/policy.ts';
import { type Rule, rule } from '../../src/rules/rule.ts';
import { numbers, record, run, SCHOOL, TERM, TODAY } from './support.ts';

const WORDS = { 'zh-TW': '文字。', en: 'Text.' };
const capped = rule({
  scope: 'record', severity: 'error', title: WORDS, message: WORDS, why: WORDS, fix: WORDS, source: ['RULE-405'], certainty: 'C', types: ['courseRecord'],
  params: { max: 10, names: ['x'] },
  check: ({ score }, { params }) => Number(score) > Number(params['max']) ? [{ severity: 'warning' }, {}] : undefined,
});
const catalogue = new Map<string, Rule>([['a/b', capped], ['a/c', capped]]);
/** One that has nothing to set, and finds nothing. */
const silent = rule({ scope: 'record', severity: 'error', title: WORDS, message: WORDS, why: WORDS, fix: WORDS, source: ['RULE-405'], certainty: 'A', types: ['courseRecord'], check: () => undefined });
const records = [record({ type: 'courseRecord', score: 20 })];

const waiver = (more: Partial<Waiver> = {}): Waiver => ({ rule: 'a/b', school: SCHOOL, reason: '專案核定', by: '王科長', expires: '2026-06-30', ...more });
const waived = async (...waivers: Waiver[]) => (await run(catalogue, records, { policy: { waivers } })).outcome;

test('a severity of policy replaces both of a rule\'s own', async () => {
  const { outcome } = await run(catalogue, records, { policy: { severities: { 'a/b': 'info' } } });
  expect(numbers(outcome)).toEqual([
    { rule: 'a/c', severity: 'error', count: 1, students: 1 },
    { rule: 'a/c', severity: 'warning', count: 1, students: 1 },
    { rule: 'a/b', severity: 'info', count: 2, students: 1 },
  ]);
});

test('a parameter of policy replaces the default of one rule', async () => {
  const { outcome } = await run(catalogue, records, { policy: { params: { 'a/b': { max: 30 } } } });
  expect(outcome.counts.map(({ rule: id }) => id)).toEqual(['a/c', 'a/c']);
});

test.each([
  ['an unknown rule\'s severity', { severities: { 'a/x': 'off' } }, '/severities/a~1x There is no rule "a/x"'],
  ['an unknown rule\'s parameter', { params: { 'a/x': { max: 1 } } }, '/params/a~1x There is no rule "a/x"'],
  ['an unknown parameter', { params: { 'a/b': { maximum: 1 } } }, '/params/a~1b/maximum The rule a/b has no parameter "maximum"'],
  ['a parameter with signs of its own', { params: { 'a/b': { 'a~b/c': 1 } } }, '/params/a~1b/a~0b~1c The rule a/b has no parameter "a~b/c"'],
  ['a parameter of another kind', { params: { 'a/b': { max: '1' } } }, '/params/a~1b/max Parameter "max" of a/b must be of type number'],
  ['a list that is none', { params: { 'a/b': { names: {} } } }, '/params/a~1b/names Parameter "names" of a/b must be of type array'],
  ['a waiver that ends on a day that is none', { waivers: [waiver({ expires: '2026-02-30' })] }, '/waivers/0/expires There is no day "2026-02-30"'],
] as const)('%s is refused', async (_what, policy, detail) => {
  await expect(run(catalogue, records, { policy })).rejects.toMatchObject({ code: 'config/invalid', params: { detail: expect.stringContaining(detail) }, words: { detail: { 'zh-TW': expect.stringMatching(/[沒型]/) } } });
});

test('a rule that has no parameters takes none, and the policy is what is refused', async () => {
  const refused = run(new Map<string, Rule>([...catalogue, ['a/d', silent]]), records, { policy: { params: { 'a/d': { max: 1 } } } });
  await expect(refused).rejects.toMatchObject({ code: 'config/invalid', params: { file: 'policy', detail: expect.stringContaining('The rule a/d has no parameter "max"') } });
});

describe('waivers', () => {
  test('are listed with what they held for, in the order of their rules; those of no use are not', async () => {
    const backwards = new Map<string, Rule>([['a/c', capped], ['a/b', capped], ['a/e', capped], ['a/d', silent]]);
    const [first, second, unused] = [waiver({ rule: 'a/b' }), waiver({ rule: 'a/c' }), waiver({ rule: 'a/d' })];
    const { outcome } = await run(backwards, [...records, record({ type: 'courseRecord', score: 30 }, 3)], { policy: { waivers: [unused, second, first] } });
    expect(outcome.waivers).toEqual([{ ...first, findings: 4 }, { ...second, findings: 4 }]);
  });

  test('turn findings into information that says why', async () => {
    const outcome = await waived(waiver());
    expect(numbers(outcome)).toContainEqual({ rule: 'a/b', severity: 'info', count: 2, students: 1 });
    expect(outcome.findings.filter(({ rule: id }) => id === 'a/b')).toMatchObject([
      { severity: 'info', params: { waived: '專案核定', waivedBy: '王科長', waivedUntil: '2026-06-30' } }, { severity: 'info' },
    ]);
    expect(outcome.counts.some(({ rule: id }) => id.startsWith('policy/'))).toBe(false);
  });

  test('hold on their last day and for the term they name', async () => {
    const outcome = await waived(waiver({ expires: TODAY, term: TERM }));
    expect(outcome.counts).toContainEqual(expect.objectContaining({ rule: 'a/b', severity: 'info' }));
  });

  test.each([['another school', { school: '193301' }], ['another term', { term: '113-2' }]])('of %s do nothing and say nothing', async (_what, more) => {
    const outcome = await waived(waiver(more));
    expect(outcome.counts.map(({ rule: id, severity }) => `${id} ${severity}`)).toEqual(['a/b error', 'a/c error', 'a/b warning', 'a/c warning']);
  });

  test('that have expired do nothing and are reported', async () => {
    const outcome = await waived(waiver({ expires: '2026-01-19' }));
    expect(numbers(outcome)).toContainEqual({ rule: 'a/b', severity: 'error', count: 1, students: 1 });
    expect(outcome.findings).toContainEqual(expect.objectContaining({
      rule: 'policy/waiver-expired', severity: 'warning', student: null, params: { rule: 'a/b', by: '王科長', expires: '2026-01-19', reason: '專案核定' },
    }));
  });

  test('granted anew replace the expired one without a word', async () => {
    const outcome = await waived(waiver({ expires: '2026-01-19' }), waiver());
    expect(outcome.counts.some(({ rule: id }) => id.startsWith('policy/'))).toBe(false);
  });

  test.each([['a misspelt rule', { rule: 'a/bb' }], ['a rule that found nothing', { rule: 'a/c' }]])('for %s are reported as unused', async (_what, more) => {
    const { outcome } = await run(catalogue, records, { policy: { waivers: [waiver(more)], params: { 'a/c': { max: 30 } } } });
    expect(outcome.findings).toContainEqual(expect.objectContaining({ rule: 'policy/waiver-unused', severity: 'warning', params: expect.objectContaining({ rule: more.rule }) }));
  });
});
