/** An error reply from the file to the school's own row, and what becomes of it when the data is corrected or submitted anew. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { type CheckOutcome, checkTerm } from '../../../src/flows/check/check.ts';
import { explain } from '../../../src/flows/explain/explain.ts';
import { parseReference } from '../../../src/flows/explain/reference.ts';
import { takeDrop } from '../../../src/flows/intake/drop.ts';
import type { DropOutcome } from '../../../src/flows/intake/outcome.ts';
import { nightKey } from '../../../src/flows/night/mark.ts';
import type { Policy } from '../../../src/flows/policy.ts';
import { assignSubmission } from '../../../src/flows/replies/kept.ts';
import { packTerm } from '../../../src/flows/submit/pack-term.ts';
import type { Finding } from '../../../src/core/finding.ts';
import type { PastSubmission } from '../../../src/store/port.ts';
import { SCHOOL, sheet, type Sheet, sheetsOf, TERM, withCells, workbooks } from '../../rosters.ts';
import { newSchool, offered, type School } from '../support.ts';
import { refuse, type Refusal } from './central-database.ts';

const clean = sheetsOf(6);
const SCORES = '學期成績';
const scores = sheet(clean, SCORES, '學生成績名冊');
const FILE = `${SCHOOL}_114_1_2_20260221_10_20_30.json`;

let school: School;
beforeEach(async () => { school = await newSchool(SCHOOL); });

async function take(files: readonly { name: string; bytes: Uint8Array }[], term: string | null = null): Promise<DropOutcome> {
  return takeDrop(school.services, school.store, files.map(({ name, bytes }) => offered(name, bytes)), { act: 'test', term });
}

const hand = async (sheets: readonly Sheet[]): Promise<void> => void await take(await workbooks(sheets));
const replaced = (one: Sheet): Sheet[] => clean.map((sheetOf) => (sheetOf.title === one.title && sheetOf.roster === one.roster ? one : sheetOf));
const check = (policy: Policy = {}): Promise<CheckOutcome> => checkTerm(school.services, school.store, TERM, policy);

async function submit(): Promise<PastSubmission> {
  const packed = await packTerm(school.services, school.store, TERM, 'term-submission', await check());
  if (!packed.submission) throw new TypeError(`not packed: ${packed.status}`);
  school.store.accept(packed.submission);
  return school.store.submissions().at(-1)!;
}

async function reply(submission: PastSubmission, refusals: readonly Refusal[], name = FILE): Promise<DropOutcome> {
  return take([{ name, bytes: await refuse(school, submission, refusals) }]);
}

const about = ({ report }: CheckOutcome): readonly Finding[] => report.findings.filter(({ rule }) => rule.startsWith('reply/'));
const rules = (outcome: CheckOutcome): readonly string[] => about(outcome).map(({ rule }) => rule);

describe('an error reply', () => {
  test('is attached to the record whose row was refused, and shuts the gate', async () => {
    await hand(clean);
    const submission = await submit();
    const drop = await reply(submission, [{ sheet: SCORES, row: 4 }]);
    expect(drop.files).toMatchObject([{ system: 'central-database', status: 'imported', records: { reply: 2 }, rejected: 0 }]);
    const outcome = await check();
    expect(outcome.report.gate).toBe('shut');
    expect(outcome.report.replies).toEqual({ states: { refused: 1 }, gaps: [{ code: 'X01', text: '課程代碼不在該校課程計畫', count: 1 }] });
    const [finding] = about(outcome);
    // Row 4 of the workbook is the third of the school's own, in the same order.
    const [id = ''] = scores.rows[2]!;
    expect(finding).toMatchObject({
      rule: 'reply/refused-row', severity: 'error', sheet: SCORES, row: 4, student: `${id.slice(0, 6)}****`,
      params: { said: 'X01：課程代碼不在該校課程計畫', ours: '–', basis: '錯誤資料', roster: '學生成績名冊', line: 4, submission: 1 },
    });
    expect(JSON.stringify(outcome.report)).not.toContain(id);
    const explained = await explain(school.services, school.store, parseReference(finding!.record!), ['idNumber']);
    expect(explained.row).toBe(4);
  });

  test('does not count against a corrected row, and is dropped when the roster was submitted anew', async () => {
    await hand(clean);
    const first = await submit();
    await reply(first, [{ sheet: SCORES, row: 4 }, { sheet: SCORES, row: 5 }]);
    await hand(replaced(withCells(scores, 2, { 學期學業成績: '88', 成績及格: '1', 補考成績: '-1', 補考及格: '-1' })));
    expect(rules(await check())).toEqual(['reply/row-changed', 'reply/refused-row']);
    expect(about(await check())[0]).toMatchObject({ severity: 'info', row: 4, sheet: SCORES });
    const twice = withCells(withCells(scores, 2, { 學期學業成績: '88', 成績及格: '1', 補考成績: '-1', 補考及格: '-1' }), 3, { 學期學業成績: '77', 成績及格: '1', 補考成績: '-1', 補考及格: '-1' });
    await hand(replaced(twice));
    const open = await check();
    expect([open.report.gate, rules(open)]).toEqual(['open', ['reply/row-changed', 'reply/row-changed']]);
    const second = await submit();
    expect(second.number).toBe(2);
    const after = await check();
    expect(about(after)).toMatchObject([{ rule: 'reply/superseded', severity: 'info', params: { count: 2, submission: 1, newer: 2, roster: '學生成績名冊' } }]);
    expect([after.report.gate, after.report.replies?.states]).toEqual(['open', { superseded: 2 }]);
    // The new submission has replies of its own.
    await reply(second, [{ sheet: SCORES, row: 6 }], `${SCHOOL}_114_1_2_20260301_10_20_30.json`);
    expect(rules(await check())).toEqual(['reply/refused-row', 'reply/superseded']);
  });

  test('of a row that stands while the student was corrected elsewhere is a warning', async () => {
    await hand(clean);
    await reply(await submit(), [{ sheet: SCORES, row: 4 }]);
    const people = sheet(clean, '學生資料');
    const added = withCells(people, people.rows.findIndex(([id]) => id === scores.rows[2]![0]), { 座號: '77' });
    await hand(replaced(added));
    const outcome = await check();
    expect([outcome.report.gate, about(outcome).map(({ rule, severity }) => [rule, severity])]).toEqual(['open', [['reply/row-unchanged', 'warning']]]);
  });

  test('of a row that is gone does not count', async () => {
    await hand(clean);
    await reply(await submit(), [{ sheet: SCORES, row: 4 }]);
    await hand(replaced({ ...scores, rows: scores.rows.filter((_, row) => row !== 2) }));
    expect(about(await check())).toMatchObject([{ rule: 'reply/row-changed', severity: 'info' }]);
  });

  test('can be waived with a reason, and a waiver that is of no use is said', async () => {
    await hand(clean);
    const submission = await submit();
    const policy: Policy = { waivers: [{ rule: 'reply/refused-row', school: SCHOOL, reason: '已電洽國教署', by: '資訊中心', expires: '2026-03-31' }] };
    expect((await check(policy)).report.rules.map(({ rule }) => rule)).toContain('policy/waiver-unused');
    await reply(submission, [{ sheet: SCORES, row: 4 }]);
    const outcome = await check(policy);
    expect(outcome.report.gate).toBe('open');
    expect(about(outcome)).toMatchObject([{ severity: 'info', params: { waived: '已電洽國教署' } }]);
    expect(outcome.report.rules.map(({ rule }) => rule)).not.toContain('policy/waiver-unused');
  });

  test('counts no finding twice, nor anything of its own twice', async () => {
    await hand(clean);
    const submission = await submit();
    const before = school.store.contentKey(TERM);
    const night = nightKey(school.services, school.store, TERM, {});
    await reply(submission, [{ sheet: SCORES, row: 4 }]);
    expect((await reply(submission, [{ sheet: SCORES, row: 4 }])).files).toMatchObject([{ status: 'unchanged' }]);
    expect(rules(await check())).toEqual(['reply/refused-row']);
    // The data is as it was, and so is what would be packed; but the night has something to say.
    expect(school.store.contentKey(TERM)).toBe(before);
    expect(nightKey(school.services, school.store, TERM, {})).not.toBe(night);
  });
});

describe('what a reply says', () => {
  test('is masked where it quotes the row', async () => {
    await hand(clean);
    const submission = await submit();
    const [id = '', birth = ''] = scores.rows[2]!;
    await reply(submission, [{ sheet: SCORES, row: 4, codes: ['X07'], texts: [`${id} 出生日期 ${birth} 不在學生資料名冊`] }]);
    const text = JSON.stringify((await check()).report);
    expect(text).toContain(`${id.slice(0, 6)}**** 出生日期 ${birth.slice(0, 3)}**** 不在學生資料名冊`);
    expect([text.includes(id), text.includes(birth)]).toEqual([false, false]);
  });

  test('names our rule where the home knows it, by code, text or both; a rule that is none is refused', async () => {
    await hand(clean);
    await reply(await submit(), [{ sheet: SCORES, row: 4, codes: ['X01', 'X02'], texts: ['甲', '乙'] }]);
    const put = (known: readonly object[]): void => writeFileSync(join(school.services.home.path, 'official-replies.json'), JSON.stringify({ rules: known }));
    put([{ code: 'X01', rule: 'course/score-range', seen: '2026-02-21' }, { code: 'X02', text: '丙', rule: 'course/grade-range', seen: '2026-02-21' }]);
    expect(about(await check())[0]?.params).toMatchObject({ ours: 'course/score-range', said: 'X01：甲；X02：乙' });
    expect((await check()).report.replies?.gaps).toEqual([{ code: 'X02', text: '乙', count: 1 }]);
    put([{ text: '乙', rule: 'course/grade-range', seen: '2026-02-21' }]);
    expect((await check()).report.replies?.gaps).toEqual([{ code: 'X01', text: '甲', count: 1 }]);
    put([{ code: 'X01', rule: 'course/no-such', seen: '2026-02-21' }]);
    await expect(check()).rejects.toMatchObject({ code: 'config/invalid' });
    put([{ rule: 'course/score-range', seen: '2026-02-21' }]);
    await expect(check()).rejects.toMatchObject({ code: 'config/invalid' });
  });

  test('of no row is about the roster', async () => {
    await hand(clean);
    await reply(await submit(), [{ sheet: '', row: 0, more: { 錯誤行數: null, 錯誤資料: null, 詳細資訊: { 狀態: '例外', 錯誤代碼: [], 錯誤說明: [], 例外說明: '名冊無法讀取' } } }]);
    const outcome = await check();
    expect(about(outcome)).toMatchObject([{ rule: 'reply/refused-roster', severity: 'warning', params: { said: '名冊無法讀取', fid: '88001' } }]);
    expect(outcome.report.gate).toBe('open');
  });
});

describe('which row is meant', () => {
  test.each([
    ['the roster', { 錯誤名冊: '學生成績名冊' }], ['its number', { 錯誤名冊: '2' }], ['both names', { 錯誤名冊: '學生成績名冊_學期成績' }],
    ['rows below the header', { 錯誤行數: 3 }], ['a row as an object', { 錯誤資料: { 身分證號: scores.rows[2]![0] } }],
  ])('is found by what is quoted, whatever is written for %s', async (_, more) => {
    await hand(clean);
    await reply(await submit(), [{ sheet: SCORES, row: 4, more }]);
    expect(about(await check())).toMatchObject([{ rule: 'reply/refused-row', row: 4, sheet: SCORES, params: { basis: '錯誤資料' } }]);
  });

  test('goes by the row number where nothing is quoted', async () => {
    await hand(clean);
    await reply(await submit(), [{ sheet: SCORES, row: 4, more: { 錯誤資料: null } }]);
    expect(about(await check())).toMatchObject([{ rule: 'reply/refused-row', row: 4, params: { basis: '錯誤行數' } }]);
    writeFileSync(join(school.services.home.path, 'official-replies.json'), '{"lineCounts":"data-rows"}');
    expect(about(await check())).toMatchObject([{ rule: 'reply/refused-row', row: 5 }]);
  });

  test.each([
    ['no-row', { 錯誤行數: 99_999 }], ['no-row', { 錯誤名冊: '沒有這個分頁' }], ['other-row', { 錯誤資料: 'Z199999999,0970101' }],
  ])('is not guessed: %s', async (code, more) => {
    await hand(clean);
    await reply(await submit(), [{ sheet: SCORES, row: 4, more }]);
    const outcome = await check();
    expect(about(outcome)).toMatchObject([{ rule: `reply/${code}`, severity: 'warning', student: null, record: null }]);
    expect(outcome.report.gate).toBe('open');
  });

  test('is of the submission in which the quoted rows are, or the one somebody names', async () => {
    await hand(clean);
    const first = await submit();
    // The same row is another student's in the second submission.
    await hand(replaced({ ...scores, rows: scores.rows.toReversed() }));
    const second = await submit();
    expect(second.number).toBe(2);
    await reply(first, [{ sheet: SCORES, row: 2 }]);
    expect(about(await check())).toMatchObject([{ rule: 'reply/superseded', params: { submission: 1, newer: 2 } }]);
    const plain = `${SCHOOL}_114_1_2_20260222_10_20_30.json`;
    await reply(second, [{ sheet: SCORES, row: 2, more: { 錯誤資料: null } }], plain);
    expect(rules(await check())).toEqual(['reply/refused-row', 'reply/superseded']);
    assignSubmission(school.store, school.store.inputs().find(({ file }) => file === plain)!.id, 1);
    expect(rules(await check())).toEqual(['reply/superseded', 'reply/superseded']);
  });

  test('is not known where nothing of the kind was submitted', async () => {
    await hand(clean);
    const bytes = new TextEncoder().encode(JSON.stringify({ FID: '1', 處理狀態: '完成', 錯誤訊息: [{ 錯誤名冊: SCORES, 錯誤行數: 4, 詳細資訊: null, 錯誤資料: null }] }));
    await take([{ name: FILE, bytes }]);
    expect(rules(await check())).toEqual(['reply/no-submission']);
    // Submitting afterwards changes nothing: the reply came before. The pre-check's rows are in another workbook.
    await submit();
    expect(rules(await check())).toEqual(['reply/no-submission']);
    await take([{ name: `${SCHOOL}_114_1_41_20260222_10_20_30.json`, bytes }]);
    expect(rules(await check())).toEqual(['reply/no-submission', 'reply/no-submission']);
  });
});

describe('files of the central database', () => {
  test('a reply that says no term is set aside, and so is one of another school', async () => {
    await hand(clean);
    const bytes = await refuse(school, await submit(), [{ sheet: SCORES, row: 4 }]);
    const drop = await take([{ name: 'reply.json', bytes }, { name: FILE.replace(SCHOOL, '990302'), bytes }]);
    expect(drop.files.map(({ status, reasons }) => [status, ...reasons])).toEqual([['quarantined', 'intake/no-term'], ['quarantined', 'intake/wrong-school']]);
    expect((await take([{ name: 'reply.json', bytes }], TERM)).files).toMatchObject([{ status: 'imported' }]);
    expect(rules(await check())).toEqual(['reply/refused-row']);
  });

  test('a reply is none of the files a submission was made from, and no record of the school', async () => {
    await hand(clean);
    const submission = await submit();
    const { report: { summary } } = await check();
    await reply(submission, [{ sheet: SCORES, row: 4 }]);
    const after = await check();
    expect(after.report.summary.records).toEqual(summary.records);
    expect(after.report.files.find(({ file }) => file === FILE)).toMatchObject({ system: 'central-database', sheets: [{ sheet: '處理結果', imported: 1 }, { sheet: '錯誤訊息', imported: 1 }] });
    expect(school.store.terms()).toEqual([TERM]);
  });

  test('a receipt is not taken for rosters', async () => {
    await hand(clean);
    const receipt = { 名冊資訊: [{ 名稱: '學生成績名冊', SHA: 'ab'.repeat(32) }], 修課紀錄: [{ 身分證號: scores.rows[2]![0], 出生日期: scores.rows[2]![1], 學期成績: [Object.fromEntries(scores.header.map((name, at) => [name, scores.rows[2]![at]]))] }] };
    const drop = await take([{ name: `${SCHOOL}_114_1_修課紀錄.json`, bytes: new TextEncoder().encode(JSON.stringify(receipt)) }]);
    expect(drop.files).toMatchObject([{ status: 'quarantined', reasons: ['intake/receipt'] }]);
  });
});
