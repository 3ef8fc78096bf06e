import fc from 'fast-check';
import { expect, test } from 'vitest';
import { correctionOf } from '../../../src/flows/submit/correction.ts';
import { byStudent, sheetKey, type SheetStudents } from '../../../src/flows/submit/submitted.ts';
import type { RosterSheet } from '../../../src/package/roster.ts';

const HEADER = ['身分證號', '出生日期', '課程代碼', '學期學業成績'];
const sheet = (rows: readonly (readonly string[])[], header = HEADER): RosterSheet => ({ title: '學期成績', header, rows });
const plan = (one: RosterSheet) => [{ roster: '學生成績名冊', rosterType: '2', file: '學生成績名冊.xlsx', sheets: [one] }];
const KEY = sheetKey('學生成績名冊.xlsx', '學期成績');
const submitted = (rows: readonly (readonly string[])[]) => new Map<string, SheetStudents>([[KEY, byStudent(sheet(rows))]]);

const rows = fc.array(fc.tuple(fc.constantFrom('A', 'B', 'C', 'D'), fc.constant('0980504'), fc.constantFrom('x', 'y'), fc.constantFrom('1', '2', '')).map((cells) => [...cells]), { maxLength: 10 });
const plain = (all: SheetStudents) => [...all].map(([student, list]) => [student, list.map((row) => JSON.stringify(row)).sort()]).filter(([, list]) => list!.length > 0).sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1));

test('laid over what was submitted, a correction gives what is so now, and carries nobody who is the same', () => {
  fc.assert(fc.property(rows, rows, (before, now) => {
    const { rosters, removed, students } = correctionOf(plan(sheet(now)), submitted(before));
    const carried = byStudent(rosters[0]!.sheets[0]!);
    const after = new Map([...submitted(before).get(KEY)!, ...carried]);
    for (const one of removed) after.delete(one.student);
    expect(plain(after)).toEqual(plain(byStudent(sheet(now))));
    const same = plain(byStudent(sheet(now))).filter((one) => plain(byStudent(sheet(before))).some((other) => JSON.stringify(one) === JSON.stringify(other)));
    for (const [student] of same) expect([carried.has(String(student)), students.has(String(student))]).toEqual([false, false]);
    expect(students.size).toBe(carried.size + removed.length);
  }));
});

test('the order of rows and columns is no change, nor is a column that came and is empty', () => {
  const before = [['A', '0980504', 'x', '1'], ['A', '0980504', 'y', '2']];
  const other = sheet([['2', 'y', 'A', '', '0980504'], ['1', 'x', 'A', '', '0980504']], ['學期學業成績', '課程代碼', '身分證號', '新欄', '出生日期']);
  expect(correctionOf(plan(other), submitted(before)).students.size).toBe(0);
});

test('a sheet that was not submitted before is all new', () => {
  const { rosters, removed, students } = correctionOf(plan(sheet([['A', '0980504', 'x', '1']])), new Map());
  expect([rosters[0]!.sheets[0]!.rows.length, removed, [...students]]).toEqual([1, [], ['A 0980504']]);
});
