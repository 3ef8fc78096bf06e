import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadRules, loadRulesFrom, ruleWords } from '../../src/rules/catalogue.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rules-'));
  await mkdir(join(folder, 'area'));
});
afterEach(() => rm(folder, { recursive: true }));

const GOOD = `export default { scope: 'record', severity: 'info', types: ['cadre'], message: {}, check() {} };`;
const load = () => loadRulesFrom(pathToFileURL(`${folder}/`));
const write = (name: string, text: string) => writeFile(join(folder, name), text);

test('the rules are found by their files, in the order of their ids', async () => {
  const ids = [...(await loadRules()).keys()];
  expect(ids).toContain('student/id-checksum');
  expect(ids).toEqual([...ids].sort());
});

test('files beside the areas are no rules, nor are type declarations', async () => {
  await write('helper.ts', 'export const x = 1;');
  await write('area/good-rule.ts', GOOD);
  await write('area/good-rule.d.ts', 'export {};');
  expect([...(await load()).keys()]).toEqual(['area/good-rule']);
});

test.each([
  ['nothing exported', 'area/empty.ts', 'export {};', 'no default export'],
  ['something else exported', 'area/other.ts', 'export default { scope: "record", severity: "info" };', 'not a rule'],
  ['a school rule that checks', 'area/mixed.ts', GOOD.replace('record', 'school'), 'not a rule'],
  ['a name that is no slug', 'area/BadName.ts', GOOD, 'lower-case'],
])('%s is refused', async (_what, name, text, detail) => {
  await write(name, text);
  await expect(load()).rejects.toMatchObject({ code: 'rules/not-a-rule', params: { file: name, detail: expect.stringContaining(detail) } });
});

test('reports get the words of every rule', async () => {
  const rules = await loadRules();
  const words = ruleWords(rules);
  expect(Object.keys(words)).toEqual([...rules.keys()]);
  expect(words['course/score-range']).toMatchObject({ certainty: 'B', source: ['RULE-405'], title: { en: 'The score is out of range' } });
});
