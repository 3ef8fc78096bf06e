/** Dirty rows of real extracts: the table in the adapter's README, held against the rules and the fixtures. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Subject, subjectOf } from '../../src/adapters/kit/subject.ts';
import { loadRegistry } from '../../src/adapters/registry.ts';
import type { CanonicalRecord } from '../../src/core/record.ts';
import { loadRules } from '../../src/rules/catalogue.ts';
import { run } from '../rules/support.ts';

const registry = await loadRegistry();
const subject: Subject = subjectOf(registry.adapter('central-database')!, registry);
const catalogue = await loadRules();

async function table(name: string, sheet: string) {
  const files = await subject.read(name);
  const found = files.flatMap((file) => file.tables).find((one) => one.sheet.includes(sheet));
  if (!found) throw new TypeError(`no sheet ${sheet} in ${name}`);
  return found;
}

async function rowsOf(name: string, sheet: string, rows: readonly number[]): Promise<readonly CanonicalRecord[]> {
  const { records } = await table(name, sheet);
  return records.filter(({ source }) => rows.includes(source.row));
}

async function findings(records: readonly CanonicalRecord[]): Promise<readonly string[]> {
  const { outcome } = await run(catalogue, records, { context: { school: '990301', term: '108-1' } });
  return outcome.counts.map(({ rule }) => rule).filter((rule) => rule !== 'roster/school-known' && rule !== 'student/key-missing');
}

const SCORES = '108_1_學生成績名冊_學期成績';
const STUDENTS = '學生資料_de';

describe('what real extracts hold', () => {
  test.each<[string, string, string, readonly number[], readonly string[]]>([
    ['0 credits, passed with score 0', 'extract-dirty-scores', SCORES, [3], ['course/category-gate', 'course/score-and-pass-agree']],
    ['a make-up score although passed', 'extract-dirty-scores', SCORES, [4], ['course/reexam-after-pass']],
    ['a make-up score of 60, not passed', 'extract-dirty-scores', SCORES, [5], ['course/score-and-pass-agree']],
    ['grade 6', 'extract-dirty-scores', SCORES, [6], ['course/grade-range']],
    ['passed with -1', 'extract-dirty-scores', SCORES, [7], ['course/pass-without-score']],
    ['a night course among day scores', 'extract-dirty-scores', SCORES, [10], ['course/division-course-type']],
    ['a transferred score of -1', 'extract-dirty-scores', '轉學轉科成績', [2], ['course/transfer-score-missing']],
    ['ungraded credit with identity 1', 'extract-dirty-scores', '轉學轉科成績', [3], []],
    ['a night make-up of -1 that passed', 'extract-dirty-scores', '補考成績', [2], ['course/pass-without-score']],
    ['one id with two birth dates', 'extract-students', STUDENTS, [2, 8], ['student/one-birth-date']],
    ['lists of identities, class types 1 and 01, enrolled with a change date', 'extract-students', STUDENTS, [3, 4], []],
  ])('%s: imported, and found by %5$j', async (_, name, sheet, rows, rules) => {
    const records = await rowsOf(name, sheet, rows);
    expect(records.map(({ source }) => source.row)).toEqual(rows);
    expect(await findings(records)).toEqual(rules);
  });

  test('every record without a birth date is found, and no other', async () => {
    const records = (await Promise.all(['extract-students', 'extract-scores', 'extract-works', 'extract-performances'].map((name) => subject.read(name)))).flat().flatMap(({ tables }) => tables.flatMap((one) => one.records));
    const without = records.filter(({ birthDate }) => birthDate === undefined);
    const { outcome } = await run(catalogue, records, { context: { school: '990301', term: '108-1' } });
    expect(outcome.counts.find(({ rule }) => rule === 'student/key-missing')).toMatchObject({ severity: 'error', count: without.length });
    expect(without.length).toBeGreaterThan(20);
  });

  test('the README names every rejection, remark and rule', async () => {
    const readme = readFileSync(join(subject.adapter.folder, 'README.md'), 'utf8');
    const named = new Set(readme.match(/(?<=`)[a-z]+\/[a-z0-9-]+(?=`)/g));
    const outcomes = (await Promise.all(subject.cases.map((name) => subject.read(name)))).flat().flatMap(({ tables }) => tables);
    const said = new Set(outcomes.flatMap(({ rejected, remarks }) => [...rejected, ...remarks].map(({ code }) => code)));
    expect([...said].filter((code) => !named.has(code))).toEqual([]);
    expect([...named].filter((code) => code.startsWith('mapping/') && !said.has(code))).toEqual([]);
  });
});
