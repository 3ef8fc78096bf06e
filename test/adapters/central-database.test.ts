/** Dirty rows of real extracts: the table in the adapter's README, held against the rules and the fixtures. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { detect } from '../../src/adapters/detect.ts';
import { type Subject, subjectOf } from '../../src/adapters/kit/subject.ts';
import { loadRegistry } from '../../src/adapters/registry.ts';
import type { CanonicalRecord } from '../../src/core/record.ts';
import { rowMapper } from '../../src/mapping/apply.ts';
import { bind } from '../../src/mapping/bind.ts';
import { printedHeader, printRow } from '../../src/mapping/invert.ts';
import { loadRules } from '../../src/rules/catalogue.ts';
import { drawnRecord } from '../mapping/records.ts';
import { memoryFile, memoryTable } from '../mapping/table.ts';
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

/** Of single rows of a made-up school, without the rest of their term, these say nothing of interest. */
const ABOUT_THE_WHOLE = ['roster/school-known', 'roster/set-complete', 'student/key-missing'];

async function findings(records: readonly CanonicalRecord[]): Promise<readonly string[]> {
  const { outcome } = await run(catalogue, records, { context: { school: '990301', term: '108-1' } });
  return outcome.counts.map(({ rule }) => rule).filter((rule) => !ABOUT_THE_WHOLE.includes(rule));
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

describe('an extract', () => {
  const extracts = subject.ownMappings.filter(({ id }) => id.includes('/extract-'));

  test.each(extracts.map((mapping) => [mapping.id, mapping] as const))('%s says again what it was read as', (_, mapping) => {
    const map = rowMapper(bind(mapping, printedHeader(mapping)), { school: '990301', term: null, input: 'input', tableIndex: 0 });
    fc.assert(fc.property(drawnRecord(mapping), (drawn) => {
      const record = { ...drawn, school: '990301', sheet: undefined };
      const cells = printRow(mapping, record);
      fc.pre(mapping.columns.every(({ definition }, at) => definition.absent?.includes(cells[at]!) !== true));
      const { records, rejected, remarks } = map([{ row: 2, cells }]);
      expect([rejected, remarks]).toEqual([[], []]);
      expect(records).toEqual([record]);
    }), { numRuns: 20 });
  });

  test('is one of thirty sheets, or the list of course codes', () => {
    expect(extracts).toHaveLength(31);
  });
});

test('periodic examinations of 104 are left to quarantine', () => {
  const header = ['身分證號', '出生日期', '科目代碼', '科目學分', '修課科/班/學程別代碼', '修課班級', '修課班別', '考查成績', '狀態代碼'];
  const cover = { 學校代碼: '990301', 學年度: '104', 學期: '1', 名冊別: '5' };
  const { tables } = detect(memoryFile([memoryTable('定期考查成績名冊', header)], { cover }), registry);
  expect(tables.map(({ mapping }) => mapping)).toEqual([null]);
});
