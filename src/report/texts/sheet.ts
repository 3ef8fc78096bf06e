/** Words of the students' sheets. */
import type { Bilingual } from '../../core/problem.ts';
import type { RowMark, SheetStanding } from '../sheet-model.ts';

export const sheetTexts = {
  title: { 'zh-TW': '收訖明細核對單', en: 'Receipt to be checked' },
  intro: {
    'zh-TW': '這是學習歷程中央資料庫收到、與你有關的全部內容。請逐筆核對：與你的紀錄一致就填「正確」，有任何不同就填「有疑義」並寫明哪一筆。',
    en: 'This is everything the central database has received about you. Check it row by row: answer "right" when it agrees with your records, "in doubt" when anything differs, and say which row.',
  },
  silence: {
    'zh-TW': '逾期未確認、也沒有提出疑義的，視為已確認內容一致（教育部國教署 114.7.14 函）；確認期間不少於 {days} 天。',
    en: 'Whoever neither confirms nor objects within the window is taken to agree (letter of the ministry, 2025-07-14); a window has no fewer than {days} days.',
  },
  private: { 'zh-TW': '內含個人資料，只供本人核對，請妥善保管，用畢銷毀。', en: 'Holds personal data, for this student only; keep it safe, and destroy it after use.' },
  code: { 'zh-TW': '核對碼', en: 'Code' },
  seat: { 'zh-TW': '{seat} 號', en: 'No. {seat}' },
  noName: { 'zh-TW': '（姓名不在資料中）', en: '(no name in the data)' },
  noClass: { 'zh-TW': '未分班', en: 'No class' },
  window: { 'zh-TW': '確認期間：{from}至{to}', en: 'To be confirmed from {from} to {to}' },
  noWindow: { 'zh-TW': '確認期間尚未公告', en: 'No window announced yet' },
  nothing: { 'zh-TW': '中央資料庫沒有收到你的任何「{kind}」。', en: 'The central database has received nothing of "{kind}" from you.' },
  number: { 'zh-TW': '筆', en: 'Row' },
  mark: { 'zh-TW': '比對', en: 'Compared' },
  sent: { 'zh-TW': '提交：{text}', en: 'Submitted: {text}' },
  file: { 'zh-TW': '檔名：{name}', en: 'File: {name}' },
  blank: { 'zh-TW': '空白', en: 'blank' },
  noValue: { 'zh-TW': '名冊以 -1 表示沒有成績或不適用。', en: 'How rosters say that there is no score, or that it does not apply.' },
  right: { 'zh-TW': '正確', en: 'Right' },
  doubt: { 'zh-TW': '有疑義', en: 'In doubt' },
  reason: { 'zh-TW': '第幾筆、哪裡不對：', en: 'Which row, and what is wrong:' },
  signature: { 'zh-TW': '學生簽名', en: 'Signature' },
  date: { 'zh-TW': '日期', en: 'Date' },
  objection: { 'zh-TW': '{on}提出疑義：', en: 'Objection of {on}: ' },
  answer: { 'zh-TW': '{on}學校答覆：', en: 'Answer of {on}: ' },
  classTitle: { 'zh-TW': '收訖明細核對單：{class}', en: 'Receipts to be checked: {class}' },
  students: { 'zh-TW': '{number} 名學生', en: '{number} students' },
} as const satisfies Record<string, Bilingual>;

/** What each mark means, for the reader who has to decide. */
export const MARKS = {
  equal: { 'zh-TW': '相符', en: 'Agrees' },
  unequal: { 'zh-TW': '與提交不同', en: 'Differs' },
  'ours-only': { 'zh-TW': '未收到', en: 'Not received' },
  'theirs-only': { 'zh-TW': '非本次提交', en: 'Not submitted' },
  kept: { 'zh-TW': '未比對', en: 'Not compared' },
} as const satisfies Record<RowMark, Bilingual>;

export const LEGEND = {
  unequal: { 'zh-TW': '收到的內容與學校提交的不同，格內附上學校提交的內容。', en: 'What was received differs from what the school submitted, which stands in the cell too.' },
  'ours-only': { 'zh-TW': '學校提交過，中央資料庫沒有收到；以學校提交的內容列出。', en: 'The school submitted it and the central database has not received it; shown as submitted.' },
  'theirs-only': { 'zh-TW': '中央資料庫有，學校這次沒有提交；可能是較早的紀錄。', en: 'The central database has it and the school did not submit it this time; it may be an older record.' },
  kept: { 'zh-TW': '程式不認得這個分頁或欄位，原樣列出。', en: 'The program does not know this list or its columns; shown as it is.' },
} as const satisfies Record<Exclude<RowMark, 'equal'>, Bilingual>;

export const STANDINGS = {
  open: { 'zh-TW': '待確認', en: 'To be confirmed' },
  confirmed: { 'zh-TW': '已確認', en: 'Confirmed' },
  silent: { 'zh-TW': '逾期視為確認', en: 'Confirmed by silence' },
  objected: { 'zh-TW': '已提疑義，學校查證中', en: 'Objected, the school is looking into it' },
  answered: { 'zh-TW': '學校已答覆，請再核對', en: 'Answered, please look again' },
  corrected: { 'zh-TW': '更正中', en: 'Being corrected' },
  resubmitted: { 'zh-TW': '已重新提交，待新的收訖明細', en: 'Submitted again, waiting for the next receipt' },
} as const satisfies Record<SheetStanding, Bilingual>;
