/** One cause of a whole column, from the school's file to the first line of its report. */
import { expect, test } from 'vitest';
import { checkTerm } from '../../../src/flows/check/check.ts';
import { takeDrop } from '../../../src/flows/intake/drop.ts';
import { firstFix } from '../../../src/report/first-fix.ts';
import { SCHOOL, sheet, sheetsOf, TERM, withCells, workbooks } from '../../rosters.ts';
import { newSchool, offered, type School } from '../support.ts';

const POLICY = { severities: { 'roster/school-known': 'off' } } as const;

async function checked({ services, store }: School, change: (row: readonly string[], header: readonly string[]) => Readonly<Record<string, string>>) {
  const sheets = sheetsOf(40);
  let students = sheet(sheets, '學生資料');
  for (const [index, row] of students.rows.entries()) students = withCells(students, index, change(row, students.header));
  const files = await workbooks(sheets.map((one) => (one.title === '學生資料' ? students : one)));
  await takeDrop(services, store, files.map(({ name, bytes }) => offered(name, bytes)), { term: null, act: 'intake/test' });
  return checkTerm(services, store, TERM, POLICY);
}

test('cells that no row survives', async () => {
  const { report } = await checked(await newSchool(SCHOOL), () => ({ 出生日期: '2008/03/15 上午 10:00:00' }));
  const [cause] = report.causes;
  expect(cause).toMatchObject({ column: '出生日期', shape: 'gregorian-date', count: 40, total: 40, places: [{ sheet: '學生資料', count: 40, total: 40 }] });
  expect(report.rules[0]?.rule).toBe(cause?.rules[0]?.rule);
  expect(firstFix(report)?.['zh-TW']).toBe('「出生日期」40 列中有 40 列是西元日期');
});

test('cells that a rule finds', async () => {
  const { report } = await checked(await newSchool(SCHOOL), (row, header) => ({ 性別代碼: row[header.indexOf('性別代碼')] === '1' ? '2' : '1' }));
  expect(report.causes).toMatchObject([{ column: '性別代碼', shape: null, count: 40, total: 40, rules: [{ rule: 'student/sex-matches-id', severity: 'warning' }] }]);
});
