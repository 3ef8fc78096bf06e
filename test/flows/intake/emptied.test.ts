import { beforeEach, describe, expect, test } from 'vitest';
import { takeDrop } from '../../../src/flows/intake/drop.ts';
import { SCHOOL, sheet, type Sheet, sheetsOf, workbook } from '../../rosters.ts';
import { newSchool, offered, type School } from '../support.ts';

const clean = sheetsOf(6);
const scores = sheet(clean, '學期成績', '學生成績名冊');
const transfers = sheet(clean, '轉學轉科成績');
const none = { ...transfers, rows: [] };

let school: School;
beforeEach(async () => { school = await newSchool(SCHOOL); });

async function hand(...files: readonly (readonly [name: string, sheets: readonly Sheet[]])[]): Promise<void> {
  const drop = await Promise.all(files.map(async ([name, sheets]) => offered(name, await workbook(sheets))));
  await takeDrop(school.services, school.store, drop, { act: 'test', term: null });
}

async function held(kind: string): Promise<number> {
  let count = 0;
  for await (const batch of school.store.records('114-1', 'courseRecord', kind)) count += batch.length;
  return count;
}

describe('an empty sheet', () => {
  test('takes back what the same file had in it, and says who is gone', async () => {
    await hand(['scores.xlsx', [scores, transfers]]);
    expect(await held('transfer')).toBe(transfers.rows.length);
    await hand(['scores.xlsx', [scores, none]]);
    expect([await held('transfer'), await held('regular')]).toEqual([0, scores.rows.length]);
    expect(school.store.changes('114-1')).toContainEqual(expect.objectContaining({ kind: 'transfer', after: { students: 0, records: 0 } }));
  });

  test('and a sheet with rows again follow each other as they are handed in', async () => {
    for (const [sheets, expected] of [[[scores, transfers], transfers.rows.length], [[scores, none], 0], [[scores, transfers], transfers.rows.length], [[scores, none], 0]] as const) {
      await hand(['scores.xlsx', sheets]);
      expect(await held('transfer')).toBe(expected);
      expect(school.store.inputs({ active: true })).toHaveLength(1);
    }
  });

  test('of another file leaves it alone', async () => {
    await hand(['scores.xlsx', [scores, transfers]]);
    await hand(['template.xlsx', [scores, none]]);
    expect(await held('transfer')).toBe(transfers.rows.length);
  });

  test('beside one with rows in the same drop leaves those', async () => {
    await hand(['scores.xlsx', [scores, transfers]]);
    await hand(['scores.xlsx', [scores, none]], ['transfers.xlsx', [transfers]]);
    expect(await held('transfer')).toBe(transfers.rows.length);
  });

  test('is not the same as a sheet that is not there', async () => {
    await hand(['scores.xlsx', [scores, transfers]]);
    await hand(['scores.xlsx', [scores]]);
    expect(await held('transfer')).toBe(transfers.rows.length);
  });
});
