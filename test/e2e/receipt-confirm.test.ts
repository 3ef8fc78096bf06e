/** From the receipt to everybody having confirmed or objected, through the command. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Student } from '../central-database.ts';
import { filesBelow, type Json, type Workspace } from '../licheng.ts';
import { SCHOOL } from '../rosters.ts';
import { spoil } from '../spoilt-receipts.ts';
import { HERE, type Submitted, submitted, take } from './receipt-support.ts';

let base: Submitted;
beforeAll(async () => {
  base = await submitted(12, 'confirm');
  await take(base.home, base.receipts);
});

const KIND = '修課紀錄';
const on = (day: string) => ['--today', day] as const;
const [FIRST, SECOND, LAST, AFTER] = ['2026-03-02', '2026-03-03', '2026-03-06', '2026-03-07'];

async function act(home: Workspace, day: string, ...args: readonly string[]): Promise<{ code: number | null; value: Json }> {
  return home.json('receipt', ...args, ...HERE, ...on(day));
}

const line = async (home: Workspace, day: string, kind = KIND): Promise<Json> => (await home.json('receipt', 'status', '--school', SCHOOL, ...on(day))).value.kinds.find((one: Json) => one.kind === kind);

const sum = (one: Json): number => one.open + one.confirmed + one.silent + one.objected + one.answered + one.corrected + one.resubmitted;

/** Codes of the students, as they would stand on their sheets: found by trying, as nothing shown says them in clear. */
async function codes(home: Workspace): Promise<string[]> {
  const { value } = await home.json('receipt', 'import', home.file('none.zip', 'x'), ...HERE, ...on(FIRST));
  expect(value.status).toBe('refused');
  const dropped = Object.fromEntries(Object.entries(base.receipts).map(([kind, receipt]) => [kind, { ...receipt, [kind]: [] }]));
  const { value: all } = await take(home.copy(), dropped);
  return [...new Set<string>(all.differences.map(({ ref }: Json) => ref))];
}

const csv = (home: Workspace, name: string, rows: readonly (readonly string[])[]): string =>
  home.file(name, `\uFEFF${[['核對碼', '種類', '結果', '說明', '日期', '分頁', '筆次'], ...rows].map((cells) => cells.join(',')).join('\r\n')}\r\n`);

describe('a window', () => {
  test('has three days at least, begins no earlier than the receipt, and is opened for all kinds or none', async () => {
    const home = base.home.copy();
    const refused = async (...args: readonly string[]): Promise<string[]> => {
      const { code, value } = await act(home, FIRST, 'open', ...args);
      expect([code, value.status]).toEqual([2, 'refused']);
      return [...new Set<string>(value.findings.map(({ problem }: Json) => problem))];
    };
    expect(await refused('--to', SECOND)).toEqual(['confirmation/window-too-short']);
    expect(await refused('--from', '2026-03-01', '--to', LAST)).toEqual(['confirmation/window-too-early']);
    expect(await refused('--to', LAST, '--kind', '多元表現')).toEqual(['confirmation/no-line']);
    expect((await act(home, AFTER, 'open', '--from', FIRST, '--to', LAST)).value.findings[0].problem).toBe('confirmation/window-over');
    expect((await line(home, FIRST)).window).toBeNull();
    const { code, value } = await act(home, FIRST, 'open', '--to', '2026-03-04');
    expect(code).toBe(0);
    expect(value.kinds.map(({ kind, window, state }: Json) => [kind, window, state])).toEqual(['修課紀錄', '校內幹部經歷'].map((kind) => [kind, { from: FIRST, to: '2026-03-04' }, 'open']));
    expect((await act(home, SECOND, 'open', '--to', LAST, '--kind', KIND)).value.kinds[0].window).toEqual({ from: FIRST, to: LAST });
    expect((await act(home, SECOND, 'open', '--to', '2026-03-05', '--kind', KIND)).value.findings[0].problem).toBe('confirmation/window-shortened');
    expect((await home.run('receipt', 'open', ...HERE, '--to', 'soon')).code).toBe(64);
  });

  test('takes its days from the calendar where nobody gives them', async () => {
    const home = base.home.copy();
    expect((await act(home, FIRST, 'open')).value.findings[0].problem).toBe('confirmation/no-days');
    writeFileSync(join(home.home, 'calendar.json'), JSON.stringify({ terms: { '114-1': { receipt: [{ from: '2026-02-25', to: '2026-03-05', note: '公文' }] } } }));
    expect((await act(home, FIRST, 'open')).value.kinds[0].window).toEqual({ from: FIRST, to: '2026-03-05' });
    expect((await act(home, FIRST, 'open', '--to', LAST)).value.kinds[0].window).toEqual({ from: FIRST, to: LAST });
  });

  test('ends in agreement of those who said nothing, once', async () => {
    const home = base.home.copy();
    await act(home, FIRST, 'open', '--to', LAST);
    expect((await act(home, LAST, 'close')).code).toBe(99);
    const { code, value } = await act(home, AFTER, 'close');
    expect([code, value.closed]).toEqual([0, [{ kind: KIND, term: '114-1', silent: 12 }, { kind: '校內幹部經歷', term: '114-1', silent: (await line(home, AFTER, '校內幹部經歷')).students }]]);
    expect(await line(home, AFTER)).toMatchObject({ students: 12, open: 0, confirmed: 0, silent: 12, state: 'settled', whoseMove: 'none' });
    expect((await act(home, AFTER, 'close')).code).toBe(99);
    // Who reads a sheet afterwards is told that nothing was said, and that it counts.
    const folder = join(home.root, 'sheets');
    await act(home, AFTER, 'sheets', '--out', folder);
    const pages = filesBelow(folder).filter((path) => /_[0-9A-F]{4}-[0-9A-F]{4}\.html$/.test(path)).map((path) => readFileSync(join(folder, path), 'utf8'));
    expect(pages).toHaveLength(12);
    expect(pages.every((page) => page.includes('逾期視為確認') && !page.includes('待確認'))).toBe(true);
  });
});

describe('students', () => {
  test('confirm, object, are answered, and are never taken to agree once they doubted', async () => {
    const home = base.home.copy();
    const [one = '', two = '', three = ''] = await codes(home);
    expect((await act(home, FIRST, 'confirm', '--student', one, '--kind', KIND)).value.findings[0].problem).toBe('confirmation/no-window');
    await act(home, FIRST, 'open', '--to', LAST);
    expect((await act(home, FIRST, 'confirm', '--student', `${one.slice(0, 4)}-${one.slice(4, 8)}`.toUpperCase(), '--kind', KIND)).value.kinds[0]).toMatchObject({ confirmed: 1, open: 11 });
    expect((await act(home, FIRST, 'confirm', '--student', one, '--kind', KIND)).code).toBe(99);
    expect((await act(home, FIRST, 'confirm', '--student', '00000000', '--kind', KIND)).value.findings[0].problem).toBe('confirmation/no-student');
    expect((await act(home, FIRST, 'object', '--student', two, '--kind', KIND, '--text', '少一科')).value.kinds[0]).toMatchObject({ objected: 1, pending: 1, whoseMove: 'school' });
    expect((await act(home, FIRST, 'object', '--student', two, '--kind', KIND, '--text', '第三筆成績不對', '--sheet', '學期成績', '--row', '3')).code).toBe(0);
    expect((await act(home, FIRST, 'object', '--student', two, '--kind', KIND, '--text', '不存在', '--sheet', '學期成績', '--row', '99')).value.findings[0].problem).toBe('confirmation/no-row');
    await act(home, FIRST, 'object', '--student', three, '--kind', KIND, '--text', '補考成績有誤');

    const { value: waiting } = await act(home, FIRST, 'objections');
    expect(waiting.objections.map(({ text, due, overdue, rows }: Json) => [text, due, overdue, rows > 1])).toEqual(expect.arrayContaining([['少一科', '2026-03-05', false, true], ['第三筆成績不對', '2026-03-05', false, false], ['補考成績有誤', '2026-03-05', false, true]]));
    expect(await line(home, '2026-03-05')).toMatchObject({ whoseMove: 'school', overdue: 0 });
    expect(await line(home, LAST)).toMatchObject({ whoseMove: 'data-centre', overdue: 3 });

    const ids = new Map<string, string>(waiting.objections.map(({ id, text }: Json) => [text, id]));
    expect((await act(home, SECOND, 'answer', ids.get('少一科')!, '--text', '查核無誤')).value).toMatchObject({ status: 'answered', outcome: 'right', student: 'objected' });
    expect((await act(home, SECOND, 'answer', ids.get('第三筆成績不對')!, '--text', '查核無誤')).value).toMatchObject({ student: 'answered' });
    expect((await act(home, SECOND, 'answer', ids.get('補考成績有誤')!, '--text', '已更正', '--corrected')).value).toMatchObject({ student: 'corrected' });
    expect((await act(home, SECOND, 'answer', '114-1.course-record.00000000.1', '--text', 'x')).value.findings[0].problem).toBe('confirmation/no-objection');
    expect((await act(home, SECOND, 'confirm', '--student', three, '--kind', KIND)).value.findings[0].problem).toBe('confirmation/being-corrected');

    await act(home, AFTER, 'close');
    const closed = await line(home, AFTER);
    expect(closed).toMatchObject({ students: 12, confirmed: 1, silent: 9, answered: 1, corrected: 1, objected: 0, open: 0, state: 'closed', whoseMove: 'school' });
    expect(sum(closed)).toBe(12);
  });

  test('answer in a list: counts in are counts out and rejected, and a list taken twice changes nothing', async () => {
    const home = base.home.copy();
    const [one = '', two = '', three = '', four = ''] = await codes(home);
    const first = base.receipts[KIND]![KIND] as Student[];
    await act(home, FIRST, 'open', '--to', LAST, '--kind', KIND);
    const rows = [
      [one.slice(0, 8), KIND, '正確', '', '1150302', '', ''], [two.slice(0, 8), KIND, '錯誤', '少一科', '2026/3/3', '', ''], [three.slice(0, 8), KIND, '', '', '', '', ''],
      [four.slice(0, 8), KIND, '錯誤', '', '', '', ''], [four.slice(0, 8), KIND, '可能', '', '', '', ''], ['zzzzzzzz', KIND, '正確', '', '', '', ''],
      [one.slice(0, 8), '多元表現', '正確', '', '', '', ''], [one.slice(0, 8), KIND, '正確', '', '2026-02-30', '', ''], [one.slice(0, 8), KIND, '正確', '', '2026-03-01', '', ''],
      [one.slice(0, 8), KIND, '正確', '', '1150302', '', ''], [two.slice(0, 8), KIND, '正確', '', '2026/3/3', '', ''],
    ];
    const file = csv(home, 'answers.csv', rows);
    const { code, value } = await act(home, SECOND, 'confirm', '--file', file);
    expect(code).toBe(2);
    const { rejected, ...counts } = value;
    expect(counts).toEqual({ status: 'taken', read: 11, confirmed: 1, objected: 1, unchanged: 1, blank: 1 });
    expect(rejected.map(({ row, problem }: Json) => [row, problem])).toEqual([
      [5, 'confirmation/no-text'], [6, 'confirmation/bad-answer'], [7, 'confirmation/no-student'], [8, 'confirmation/no-line'], [9, 'confirmation/bad-date'], [10, 'confirmation/no-window'], [12, 'confirmation/objected-since'],
    ]);
    const before = await line(home, SECOND);
    expect(before).toMatchObject({ confirmed: 1, objected: 1, open: 10 });
    expect((await act(home, SECOND, 'confirm', '--file', file)).value).toMatchObject({ read: 11, confirmed: 0, objected: 0, unchanged: 3, blank: 1 });
    expect(await line(home, SECOND)).toEqual(before);
    const byKey = home.file('keys.csv', `身分證號,出生日期,結果\n${first.slice(4, 8).map(({ 身分證號, 出生日期 }) => `${身分證號},${出生日期},O`).join('\n')}\n`);
    expect((await act(home, SECOND, 'confirm', '--file', byKey, '--kind', KIND)).value.rejected).toEqual([]);
    expect(sum(await line(home, SECOND))).toBe(12);
    expect((await act(home, SECOND, 'confirm', '--file', home.file('odd.csv', '甲,乙\n1,2\n'))).value.findings[0].problem).toBe('confirmation/no-columns');
  });
});

describe('a newer receipt', () => {
  test('keeps what was confirmed where nothing changed, and asks about the rest in a window of its own', async () => {
    const home = base.home.copy();
    const everybody = await codes(home);
    await act(home, FIRST, 'open', '--to', LAST);
    for (const code of everybody.slice(0, 6)) await act(home, FIRST, 'confirm', '--student', code, '--kind', KIND);
    const { receipts, seeded } = spoil({ [KIND]: base.receipts[KIND]! }, 'newer', 0.02);
    const { value } = await take(home, receipts, {}, ...on(SECOND));
    const touched = new Set<string>(value.differences.map(({ ref }: Json) => ref));
    expect(new Set(seeded.map(({ idNumber }) => idNumber)).size).toBe(touched.size);
    const kept = everybody.slice(0, 6).filter((code) => !touched.has(code)).length;
    expect([kept > 0, kept < 6]).toEqual([true, true]);
    expect(await line(home, SECOND)).toMatchObject({ version: 2, confirmed: kept, open: 12 - kept });
    expect(await line(home, SECOND, '校內幹部經歷')).toMatchObject({ version: 1, state: 'open' });

    // The window was for the older content: its end says nothing about what came since.
    await act(home, AFTER, 'close');
    const after = await line(home, AFTER);
    expect(after).toMatchObject({ confirmed: kept, silent: everybody.slice(6).filter((code) => !touched.has(code)).length, open: touched.size, state: 'waiting', whoseMove: 'school' });
    await act(home, AFTER, 'open', '--to', '2026-03-10', '--kind', KIND);
    await act(home, '2026-03-11', 'close');
    expect(await line(home, '2026-03-11')).toMatchObject({ open: 0, state: 'settled' });
  });
});
