/** The policy for students whose status changes: shipped, dated, and changed by a home. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { codeList } from '../../../../src/core/codes.ts';
import { resourceJson } from '../../../../src/core/resources.ts';
import { configSchema } from '../../../../src/core/schemas.ts';
import { hasCode, identityOf, leavingOf, moveOf, settingOf, statusAssumptions, statusPolicy } from '../../../../src/flows/portfolio/status/policy.ts';
import { compileSchema } from '../../../../src/formats/json/schema.ts';

const folder = mkdtempSync(join(tmpdir(), 'licheng-policy-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const shipped = statusPolicy(folder);

test('what ships fits its schema', () => {
  expect(compileSchema(configSchema('portfolio-policy'), { allErrors: true })(resourceJson('schemas/package/status-policy.json'))).toEqual([]);
});

test('every change code by which somebody comes in has one meaning, and one 身分別 where the list has it', () => {
  for (const { code } of codeList('update-code-identity').entries.filter(({ code: one }) => one !== '301')) {
    expect({ code, move: moveOf(shipped, 'day', code, 114)?.id }).not.toEqual({ code, move: undefined });
    expect(identityOf(shipped, 'day', code)).toMatch(/^[123]$/);
  }
  for (const { code, group } of codeList('update-code-night').entries.filter((entry) => entry.group === '轉入異動')) {
    expect({ code, group, move: moveOf(shipped, 'night', code, 114)?.id, identity: identityOf(shipped, 'night', code) }).toEqual({ code, group, move: 'transfer', identity: '1' });
  }
});

describe('codes', () => {
  test.each([['221', ['221-226'], true], ['227', ['221-226'], false], ['22', ['221-226'], false], ['131', ['131'], true]])('%s in %s', (code, codes, found) => {
    expect(hasCode(codes, code)).toBe(found);
  });

  test('mean one thing by day and another by night', () => {
    expect({ day: moveOf(shipped, 'day', '221', 114)?.id, night: moveOf(shipped, 'night', '221', 114) }).toEqual({ day: 'readmission', night: null });
    expect({ day: leavingOf(shipped, 'day', '341', 114), night: leavingOf(shipped, 'night', '221', 114) }).toEqual({ day: 'suspended', night: 'suspended' });
  });
});

describe('a home', () => {
  const written = (content: unknown): ReturnType<typeof statusPolicy> => {
    writeFileSync(join(folder, 'portfolio-policy.json'), JSON.stringify(content));
    return statusPolicy(folder);
  };
  const note = { 'zh-TW': '處理原則第三點', en: 'point 3 of the principles' };

  test('changes a setting from a school year on', () => {
    const policy = written({ settings: [{ id: 'repeat-year', from: 115, to: null, value: 'replace-earlier', certainty: 'A', asOf: '2026-08-01', note }] });
    expect({ before: settingOf(policy, 'repeat-year', 114), after: settingOf(policy, 'repeat-year', 115) }).toEqual({ before: 'keep-both', after: 'replace-earlier' });
  });

  test('replaces an entry of the same id and first year', () => {
    const policy = written({ settings: [{ id: 'limit-course-work', from: 108, to: null, value: 8, certainty: 'A', asOf: '2026-08-01', note }] });
    expect(policy.settings.filter(({ id }) => id === 'limit-course-work')).toMatchObject([{ value: 8 }]);
  });

  test.each([
    ['a value that is none of the choices', { settings: [{ id: 'repeat-year', from: 108, to: null, value: 'forget', certainty: 'A', asOf: '2026-08-01', note }] }],
    ['a setting nobody asks for', { settings: [{ id: 'repeat-yaer', from: 108, to: null, value: 'keep-both', certainty: 'A', asOf: '2026-08-01', note }] }],
    ['a misspelt part', { setting: [] }],
  ])('with %s is refused', (_what, content) => {
    expect(() => written(content)).toThrow('config/invalid');
  });
});

test('what no text confirms is listed as assumed', () => {
  const ids = statusAssumptions(shipped).map(({ id }) => id);
  expect(ids).toEqual(expect.arrayContaining(['portfolio/repeat-year', 'portfolio/suspended', 'portfolio/identity', 'portfolio/limit-scope']));
  expect(ids).not.toContain('portfolio/limit-course-work');
});
