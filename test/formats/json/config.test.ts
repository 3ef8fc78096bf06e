import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { Fault } from '../../../src/core/fault.ts';
import { readConfig } from '../../../src/formats/json/config.ts';

const folder = mkdtempSync(join(tmpdir(), 'licheng-config-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function read(text: string, mistakes?: Parameters<typeof readConfig>[2]): unknown {
  const file = join(folder, 'policy.json');
  writeFileSync(file, text);
  return readConfig(file, 'policy', mistakes);
}

/** What the operator is told, in both languages. */
function refusal(text: string, mistakes?: Parameters<typeof readConfig>[2]): string[] {
  try {
    read(text, mistakes);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    expect(error).toMatchObject({ code: 'config/invalid', params: { file: join(folder, 'policy.json') } });
    return [String(error.paramsIn('zh-TW')['detail']), String(error.paramsIn('en')['detail'])];
  }
  throw new Error('not refused');
}

test('a file that fits is read, byte order mark or not', () => {
  expect(read('\uFEFF{"severities": {"a/b": "off"}}')).toEqual({ severities: { 'a/b': 'off' } });
});

describe('what is wrong is named by its line', () => {
  test('a comma too many', () => {
    expect(refusal('{\n  "severities": {},\n}')).toEqual([expect.stringContaining('第 3 行第 1 字'), expect.stringContaining('Line 3, character 1')]);
  });

  test('a key twice', () => {
    expect(refusal('{\n"waivers": [],\n"waivers": []}')[1]).toContain('"waivers" at line 3');
  });

  test('a name that should not be there, itself', () => {
    expect(refusal('{\n  "severities": {},\n  "waiver": []\n}')).toEqual(['第 3 行：整份資料 不該有「waiver」。', 'line 3: The document must not have "waiver".']);
  });

  test('a key that is no rule', () => {
    expect(refusal('{"severities": {\n"course": "off"}}')).toEqual(['第 2 行：/severities 的欄位名稱「course」不合格。', expect.stringMatching(/^line 2: /)]);
  });

  test('a value of the wrong kind, several in their order, the rest counted', () => {
    const waivers = Array.from({ length: 7 }, () => '{"rule": "a/b"}').join(',\n');
    const [chinese, english] = refusal(`{"severities": {"a/b": 1},\n"waivers": [\n${waivers}]}`);
    expect(english).toMatch(/^line 1: .*; line 3: .*; \d+ more$/);
    expect(chinese).toMatch(/；另有 \d+ 處$/);
  });

  test('what only the program can know', () => {
    const mistakes = () => [{ path: '/severities/a~1b', message: { 'zh-TW': '沒有這條規則。', en: 'No such rule.' } }];
    expect(refusal('{\n"severities": {\n"a/b": "off"}}', mistakes)).toEqual(['第 3 行：沒有這條規則。', 'line 3: No such rule.']);
  });

  test('and the program is not asked about a file that does not fit the schema', () => {
    expect(refusal('{"severities": 1}', () => { throw new Error('asked'); })[1]).toContain('line 1');
  });
});
