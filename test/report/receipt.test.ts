import { describe, expect, test } from 'vitest';
import { renderReceiptHtml, renderReceiptJson } from '../../src/report/receipt.ts';
import { renderClassSheets, renderStudentSheet } from '../../src/report/sheet.ts';
import { ABOUT, sampleReceiptReport, sampleSheet } from './receipt-sample.ts';

const ATTACK = '<script>alert(1)</script>"><img src=x>';

/** Text of a page as a reader of one language has it, tags gone. */
const textOf = (html: string): string => html.replace(/<(style|script|svg)[^>]*>.*?<\/\1>/gs, '').replace(/<span lang="en">[^<]*<\/span>/g, '').replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

describe('a student\'s sheet', () => {
  const html = renderStudentSheet(sampleSheet(), ABOUT, 'zh-TW');

  test('has every row as received, and says where that is not what was submitted', () => {
    const text = textOf(html);
    for (const row of ['1 課程代碼 114990301H1110111010101 科目名稱 國語文 學期學業成績 85 補考成績 -1 相符', '學期學業成績 77 提交：61 補考成績 空白 提交：60 與提交不同', '數學 學期學業成績 90 補考成績 -1 非本次提交', '– 課程代碼 114990301H1110111010104 科目名稱 體育 學期學業成績 88 補考成績 -1 未收到']) expect(text).toContain(row);
    expect(text).toContain('中央資料庫沒有收到你的任何「校內幹部經歷」。');
    expect(text).toContain('核對碼 3FA9-C2D1');
    expect(text).toContain('學校答覆： 查核無誤');
    expect(text).toContain('確認期間不少於 3 天');
  });

  test('says what it holds instead of saying that everything is masked, and names nobody in its title', () => {
    expect(html).toContain('內含個人資料，只供本人核對');
    expect(html).not.toContain('已遮蔽');
    expect(/<title[^>]*>([^<]*)/.exec(html)?.[1]).toBe('收訖明細核對單 3FA9-C2D1');
  });

  test('of a class has each student once, on a page of their own', () => {
    const all = renderClassSheets('一年1班', [sampleSheet(), { ...sampleSheet(), name: null, seat: null, code: '0000-0001' }], ABOUT, 'zh-TW');
    expect(all.match(/class="student"/g)).toHaveLength(2);
    expect(textOf(all)).toContain('（姓名不在資料中）');
    expect(textOf(renderClassSheets(null, [], ABOUT, 'zh-TW'))).toContain('收訖明細核對單：未分班');
  });

  test('lets nothing of the data become markup', () => {
    const attacked = renderStudentSheet({ ...sampleSheet(ATTACK), name: ATTACK, className: ATTACK }, { ...ABOUT, schoolName: ATTACK }, 'zh-TW');
    expect(attacked).not.toContain('<script>alert');
    expect(attacked).not.toContain('<img');
  });
});

describe('the report on receipts', () => {
  test('says what comes next, the most pressing first', () => {
    const head = (report: Parameters<typeof renderReceiptHtml>[0]): string => textOf(renderReceiptHtml(report, 'zh-TW')).slice(0, 400);
    const clean = { ...sampleReceiptReport(), differences: [] };
    const withLine = (line: Parameters<typeof sampleReceiptReport>[0]) => ({ ...sampleReceiptReport(line), differences: [] });
    expect(head(sampleReceiptReport())).toContain('有 3 筆與提交的不一致，涉及 2 名學生。 輪到學校： 先處理下面的差異');
    expect(head(sampleReceiptReport({ pending: 2, overdue: 1 }))).toContain('有 1 件疑義逾期未答覆。 輪到資訊中心：');
    expect(head(withLine({ pending: 2 }))).toContain('輪到學校： 有 2 件疑義待答覆');
    expect(head(withLine({ state: 'waiting' }))).toContain('公告確認期間並發給學生核對單');
    expect(head(withLine({ state: 'closed' }))).toContain('疑義處理完後');
    expect(head(clean)).toContain('完全一致。 等學生確認。');
    expect(head(withLine({ state: 'settled' }))).toContain('學生都已確認');
  });

  test('keeps another file apart from another text, as other things are to be done about it', () => {
    const report = sampleReceiptReport();
    const file = { ...report.differences[1]!, title: { 'zh-TW': '收到的檔案與提交的不同', en: 'Another file was received' } };
    const groups = renderReceiptHtml({ ...report, differences: [...report.differences, file] }, 'zh-TW').split('<tbody').filter((part) => part.includes('data-kind="unequal"'));
    expect(groups.map((group) => textOf(group).includes('收到的檔案與提交的不同'))).toEqual([false, true]);
  });

  test('shows what a row is about and how its fields differ, escaped', () => {
    const html = renderReceiptHtml(sampleReceiptReport({}, ATTACK), 'zh-TW');
    expect(textOf(html)).toContain('學期學業成績：提交 61，收到 77、補考成績：提交 60，收到 （空白）');
    expect(html).not.toContain('<script>alert');
  });

  test('is for machines the same, with every difference', () => {
    const { kinds, differences, findings } = JSON.parse(renderReceiptJson(sampleReceiptReport(), 'en')) as { kinds: object[]; differences: object[]; findings: object[] };
    expect(kinds[0]).toMatchObject({ kind: '修課紀錄', state: 'open', students: 200, confirmed: 120 });
    expect(differences[1]).toEqual({ kind: '修課紀錄', sheet: '學期成績', type: 'unequal', student: 'A12345****', code: '3FA9-C2D1', row: ['114990301H1110111010101', '國語文'], fields: [{ field: '學期學業成績', ours: '61', theirs: '77' }, { field: '補考成績', ours: '60', theirs: '' }], message: 'message', fix: 'what to do' });
    expect(findings).toMatchObject([{ severity: 'warning', title: 'Title' }]);
  });
});
