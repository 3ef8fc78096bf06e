/** Guards the prose: what a rule says must be there, in both languages, and must come out whole. */
import { expect, test } from 'vitest';
import type { Bilingual } from '../../src/core/problem.ts';
import { loadRules } from '../../src/rules/catalogue.ts';
import type { Rule } from '../../src/rules/rule.ts';
import { cases, findingsOf } from './cases.ts';

const rules = await loadRules();
const TEXTS = ['title', 'message', 'why', 'fix'] as const;

function names(template: string): string[] {
  return [...template.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').sort();
}

function allTexts(rule: Rule): [string, Bilingual][] {
  return TEXTS.map((text) => [text, rule[text]]);
}

test.each([...rules])('%s is documented in both languages', (_id, rule) => {
  for (const [name, text] of allTexts(rule)) {
    expect(text['zh-TW'], name).toMatch(/\p{Script=Han}/u);
    expect(text.en, name).toMatch(/^[A-Z0-9"{]/);
    expect(text.en, name).not.toMatch(/\p{Script=Han}.*\p{Script=Han}{4}/u);
    if (name !== 'title') {
      expect(text['zh-TW'], name).toMatch(/[。]$/u);
      expect(text.en, name).toMatch(/\.$/);
    }
  }
});

test.each([...rules])('%s uses full-width punctuation in Chinese', (_id, rule) => {
  for (const [name, text] of allTexts(rule)) expect(text['zh-TW'], name).not.toMatch(/\p{Script=Han}[,;:?!()]|[,;:()]\p{Script=Han}/u);
});

test.each([...rules])('%s says how sure it is, and how bad what it finds', (_id, rule) => {
  expect(['A', 'B', 'C', 'D', 'T']).toContain(rule.certainty);
  expect(['error', 'warning', 'info']).toContain(rule.severity);
  expect(['field', 'record', 'student', 'school', 'calendar']).toContain(rule.scope);
});

test.each([...rules])('%s names its source', (_id, rule) => {
  expect(rule.source.length).toBeGreaterThan(0);
  for (const source of rule.source) expect(source).toMatch(/^RULE-[1-8]\d\d$|^.{40,}$/);
  expect(rule.types.length > 0).toBe(rule.scope !== 'calendar');
});

test.each([...rules].filter(([, { certainty }]) => certainty === 'D'))('%s, being unverified, is no error and does not pose as a requirement', (_id, rule) => {
  expect(rule.severity).not.toBe('error');
  expect(rule.why['zh-TW']).toMatch(/不是教育部公告的規定|程式不會自行認定/);
});

test.each([...rules].filter(([, rule]) => rule.params !== undefined && 'CD'.includes(rule.certainty)))('%s says that its parameters are not a requirement', (_id, rule) => {
  expect(rule.why['zh-TW']).toContain('不是教育部公告的規定');
  expect(rule.why.en).toMatch(/not a published requirement|no complete table is published/);
});

test.each([...rules])('%s: only the message is a template, alike in both languages', (_id, rule) => {
  for (const text of [rule.title, rule.why, rule.fix]) expect([...names(text['zh-TW']), ...names(text.en)]).toEqual([]);
  expect(names(rule.message.en)).toEqual(names(rule.message['zh-TW']));
});

test.each([...rules])('%s gives its message every value it asks for', async (id, rule) => {
  for (const failing of cases(id, 'fails')) {
    for (const finding of await findingsOf(id, rule, failing)) {
      const given = new Set([...Object.keys(finding.params), ...(finding.value === null ? [] : ['value'])]);
      expect([...new Set(names(rule.message.en))].filter((name) => !given.has(name)), failing.case).toEqual([]);
    }
  }
});
