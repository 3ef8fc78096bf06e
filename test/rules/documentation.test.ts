/** Guards the prose: what a rule says must be there, in both languages, and must come out whole. */
import { expect, test } from 'vitest';
import type { Bilingual } from '../../src/core/problem.ts';
import { loadRules } from '../../src/rules/catalogue.ts';
import type { Rule } from '../../src/rules/rule.ts';
import { placeholders } from './verdict.ts';

const rules = await loadRules();
const TEXTS = ['title', 'message', 'why', 'fix'] as const;

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

test.each([...rules])('%s names its source', (_id, rule) => {
  expect(rule.source.length).toBeGreaterThan(0);
  for (const source of rule.source) expect(source).toMatch(/^RULE-[1-8]\d\d$|^.{40,}$/);
});

test.each([...rules].filter(([, { certainty }]) => certainty === 'D'))('%s, being unverified, does not pose as a requirement', (_id, rule) => {
  expect(rule.why['zh-TW']).toMatch(/不是教育部公告的規定|程式不會自行認定/);
});

test.each([...rules].filter(([, rule]) => rule.params !== undefined && 'CD'.includes(rule.certainty)))('%s says that its parameters are not a requirement', (_id, rule) => {
  expect(rule.why['zh-TW']).toContain('不是教育部公告的規定');
  expect(rule.why.en).toMatch(/not a published requirement|no complete table is published/);
});

test.each([...rules])('%s: only the message is a template, alike in both languages', (_id, rule) => {
  for (const text of [rule.title, rule.why, rule.fix]) expect([...placeholders(text['zh-TW']), ...placeholders(text.en)]).toEqual([]);
  expect(placeholders(rule.message.en)).toEqual(placeholders(rule.message['zh-TW']));
});
