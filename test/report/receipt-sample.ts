/** Sheets and a report of invented people, for the tests of pages. */
import type { ReceiptDifference, ReceiptLineReport, ReceiptReport } from '../../src/report/receipt-model.ts';
import type { SheetPage, StudentSheet } from '../../src/report/sheet-model.ts';

export const ABOUT: SheetPage = { school: '990301', schoolName: '示範高中（虛構）', term: '114-1', today: '2026-03-02', version: '1.2.3', days: 3 };

/** @param text put wherever the data has a text */
export function sampleSheet(text = '國語文'): StudentSheet {
  const cells = (...texts: readonly (string | readonly [string, string])[]) => texts.map((one) => (typeof one === 'string' ? { text: one, sent: null, file: null } : { text: one[0], sent: one[1], file: null }));
  return {
    name: '王小明', className: '一年1班', seat: '05', id: 'A12345****', code: '3FA9-C2D1',
    kinds: [
      {
        title: { 'zh-TW': '修課紀錄', en: 'Course records' }, term: '114-1', window: { from: '2026-03-02', to: '2026-03-06' }, standing: 'open',
        tables: [{
          title: '學期成績', header: ['課程代碼', '科目名稱', '學期學業成績', '補考成績'],
          rows: [
            { number: 1, mark: 'equal', cells: cells('114990301H1110111010101', text, '85', '-1') },
            { number: 2, mark: 'unequal', cells: cells('114990301H1110111010102', '英語文', ['77', '61'], ['', '60']) },
            { number: 3, mark: 'theirs-only', cells: cells('114990301H1110111010103', '數學', '90', '-1') },
            { number: null, mark: 'ours-only', cells: cells('114990301H1110111010104', '體育', '88', '-1') },
          ],
        }, { title: '新的分頁', header: ['甲'], rows: [{ number: 1, mark: 'kept', cells: [{ text: `${'0f'.repeat(16)}.pdf`, sent: null, file: text }] }] }],
        objections: [{ on: '2026-03-03', text, answers: [{ on: '2026-03-04', outcome: 'right', text: '查核無誤' }] }],
      },
      { title: { 'zh-TW': '校內幹部經歷', en: 'Posts held at school' }, term: '114-1', window: null, standing: 'silent', tables: [], objections: [] },
    ],
  };
}

const LINE: ReceiptLineReport = {
  kind: { 'zh-TW': '修課紀錄', en: 'Course records' }, term: '114-1', window: { from: '2026-03-02', to: '2026-03-06' }, state: 'open', whoseMove: 'none',
  students: 200, open: 60, confirmed: 120, silent: 0, objected: 8, answered: 6, corrected: 4, resubmitted: 2, pending: 0, overdue: 0,
  matched: 2114, missing: 2, extra: 1, changed: 1, kept: 0,
};

const difference = (type: ReceiptDifference['type'], fields: ReceiptDifference['fields'], text: string): ReceiptDifference => ({
  kind: '修課紀錄', sheet: '學期成績', type, student: 'A12345****', code: '3FA9-C2D1', row: ['114990301H1110111010101', text], fields,
  title: { 'zh-TW': '標題', en: 'Title' }, message: { 'zh-TW': '訊息', en: 'message' }, why: { 'zh-TW': '理由', en: 'why' }, fix: { 'zh-TW': '處理', en: 'what to do' },
});

export function sampleReceiptReport(line: Partial<ReceiptLineReport> = {}, text = '國語文'): ReceiptReport {
  return {
    school: ABOUT.school, schoolName: ABOUT.schoolName, term: ABOUT.term, today: ABOUT.today, version: ABOUT.version,
    lines: [{ ...LINE, ...line }, { ...LINE, kind: { 'zh-TW': '校內幹部經歷', en: 'Posts held at school' }, window: null, state: 'settled', students: 3, open: 0, confirmed: 1, silent: 2, objected: 0, answered: 0, corrected: 0, resubmitted: 0 }],
    differences: [
      difference('ours-only', [{ field: '課程代碼', ours: '114990301H1110111010101', theirs: null }], text),
      difference('unequal', [{ field: '學期學業成績', ours: '61', theirs: '77' }, { field: '補考成績', ours: '60', theirs: '' }], text),
      { ...difference('theirs-only', [{ field: '課程代碼', ours: null, theirs: text }], text), code: null },
    ],
    remarks: [{ severity: 'warning', title: { 'zh-TW': '標題', en: 'Title' }, message: { 'zh-TW': text, en: text }, fix: { 'zh-TW': '處理', en: 'what to do' } }],
    assumptions: [{ id: 'receipt/row-keys', asOf: '2026-11-22', text: { 'zh-TW': '推定', en: 'assumed' } }],
  };
}
