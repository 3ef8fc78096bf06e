/** Cut off at any step and done again, a receipt is taken in once, and a correction leaves nobody waiting for nothing. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { receiptZip } from '../central-database.ts';
import { killedEverywhere } from '../killed-everywhere.ts';
import { digests, filesBelow, type Json, type Workspace } from '../licheng.ts';
import { SCHOOL, sheet, sheetsOf, withCells, workbook } from '../rosters.ts';
import { spoil } from '../spoilt-receipts.ts';
import { HERE, PASSWORD, type Submitted, submitted, take, TODAY } from './receipt-support.ts';

const SEED = 'correction';
const STUDENTS = 8;
const KIND = '修課紀錄';

/** A school with a receipt, whose window is open, and one student who agreed, one who doubts. */
let base: Submitted;
beforeAll(async () => {
  base = await submitted(STUDENTS, SEED);
  const { home } = base;
  await take(home, base.receipts);
  const folder = join(home.root, 'sheets');
  await home.run('receipt', 'open', ...HERE, ...TODAY, '--to', '2026-03-06', '--sheets', folder);
  const codes = filesBelow(folder).flatMap((path) => /_([0-9A-F]{4}-[0-9A-F]{4})\.html$/.exec(path)?.[1] ?? []);
  await home.run('receipt', 'confirm', ...HERE, ...TODAY, '--student', codes[0]!, '--kind', KIND);
  await home.run('receipt', 'object', ...HERE, ...TODAY, '--student', codes[1]!, '--kind', KIND, '--text', '第一筆不對', '--sheet', '學期成績', '--row', '1');
});

const statusOf = async (home: Workspace): Promise<Json> => (await home.json('receipt', 'status', '--school', SCHOOL, ...TODAY)).value;

test('a night that takes in a newer receipt', async () => {
  const { receipts } = spoil(base.receipts, 'newer', 0.02);
  const bytes = await receiptZip(receipts, { password: PASSWORD });
  const start = base.home.copy();
  writeFileSync(join(start.home, SCHOOL, 'school.json'), JSON.stringify({ code: SCHOOL, receiptPasswordFile: start.file('password.txt', PASSWORD) }));
  // What else there is to be done in the night is done before.
  await start.run('run', ...TODAY);
  const made = async (): Promise<Workspace> => {
    const home = start.copy();
    const folder = join(home.home, SCHOOL, 'receipts', '114-1');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, '收訖明細.zip'), bytes);
    return home;
  };
  const found = await killedEverywhere('receipts', made, ['run', ...TODAY], async (home) => ({
    left: filesBelow(join(home.home, SCHOOL, 'receipts')), ...await statusOf(home),
    reports: digests(join(home.home, SCHOOL, 'reports'), (path) => path.includes('receipt')),
  }));
  expect(found.length).toBeGreaterThan(3);
  expect(found.at(-1)).toMatchObject({ left: [], refused: [], kinds: [{ kind: KIND, version: 2, students: STUDENTS, confirmed: 1, objected: 1 }, {}] });
  expect(found).toEqual(found.map(() => found.at(-1)));
});

test('a correction of what a student objected to', async () => {
  const start = base.home.copy();
  const { value } = await start.json('receipt', 'objections', '--school', SCHOOL, ...TODAY);
  await start.run('receipt', 'answer', value.objections[0].id, '--school', SCHOOL, ...TODAY, '--text', '已更正', '--corrected');
  const sheets = sheetsOf(STUDENTS, { seed: SEED });
  const scores = sheet(sheets, '學期成績', '學生成績名冊');
  const id = value.objections[0].student.slice(0, 6);
  const at = scores.rows.findIndex(([own]) => own!.startsWith(id));
  const better = withCells(scores, at, { 學期學業成績: '91', 成績及格: '1', 補考成績: '-1', 補考及格: '-1' });
  const book = sheets.filter(({ roster }) => roster === '學生成績名冊').map((one) => (one === scores ? better : one));
  await start.run('import', start.file('114_1_學生成績名冊.xlsx', await workbook(book)), '--school', SCHOOL);
  const pack = ['pack', 'term', ...HERE, '--correction', ...TODAY];
  const found = await killedEverywhere('outbox', async () => start.copy(), pack, async (home) => ({
    packages: digests(join(home.home, SCHOOL, 'outbox')), kinds: (await statusOf(home)).kinds, again: (await home.json(...pack)).value.status,
  }));
  expect(found.length).toBeGreaterThan(3);
  expect(found.at(-1)).toMatchObject({ again: 'unchanged', kinds: [{ kind: KIND, confirmed: 1, resubmitted: 1, corrected: 0 }, {}] });
  expect(found).toEqual(found.map(() => found.at(-1)));
});
