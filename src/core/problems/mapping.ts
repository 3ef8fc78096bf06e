/** What the mapping says about headers, rows and cells it could not take as they were. */
import type { ProblemDefinition } from '../problem.ts';
import { cellProblems } from './mapping-cells.ts';

export const mappingProblems = {
  'mapping/missing-column': {
    severity: 'error', effect: 'file',
    title: { 'zh-TW': '缺少必要欄位', en: 'A required column is missing' },
    message: { 'zh-TW': '找不到必要欄位「{column}」（可用的欄名：{aliases}）。', en: 'The required column "{column}" was not found (names it may have: {aliases}).' },
    why: { 'zh-TW': '少了這一欄，整張分頁的資料都無法正確判讀。', en: 'Without it no row of the sheet can be read with certainty.' },
    fix: { 'zh-TW': '請重新由校務系統匯出，或在第 1 列補上這個欄名與資料後再送。', en: 'Export the file again, or add the column with its header in row 1, and send it once more.' },
  },
  'mapping/doubled-column': {
    severity: 'error', effect: 'file',
    title: { 'zh-TW': '欄名重複', en: 'A column occurs twice' },
    message: { 'zh-TW': '欄位「{column}」出現了 {count} 次，無法判斷該用哪一欄。', en: 'The column "{column}" occurs {count} times; which one is meant cannot be told.' },
    why: { 'zh-TW': '隨意取其中一欄，可能把錯的資料送進學習歷程。', en: 'Taking either could carry wrong data into the portfolio.' },
    fix: { 'zh-TW': '請刪除多餘的那一欄，或改正欄名。', en: 'Remove the surplus column or correct its header.' },
  },
  'mapping/renamed-column': {
    severity: 'error', effect: 'file',
    title: { 'zh-TW': '欄名疑似被改過', en: 'A column seems to have been renamed' },
    message: { 'zh-TW': '找不到欄位「{column}」，但有一欄叫「{candidate}」，看起來是同一欄。', en: 'The column "{column}" was not found, but there is one called "{candidate}" that looks like it.' },
    why: { 'zh-TW': '相近的欄名可能是不同的資料（例如「成績及格」與「補考及格」），程式不猜測。', en: 'Headers that look alike can mean different things, so the program does not guess.' },
    fix: { 'zh-TW': '若是同一欄，請把「{candidate}」改回「{column}」；若不是，請補上「{column}」。', en: 'If it is the same, rename "{candidate}" back to "{column}"; if not, add "{column}".' },
  },
  'mapping/maybe-renamed-column': {
    severity: 'warning', effect: 'none',
    title: { 'zh-TW': '選填欄位的欄名疑似被改過', en: 'An optional column seems to have been renamed' },
    message: { 'zh-TW': '沒有欄位「{column}」，但有一欄叫「{candidate}」，看起來是同一欄；它的內容未匯入該欄位。', en: 'There is no column "{column}", but one called "{candidate}" looks like it; its content was not taken as that field.' },
    why: { 'zh-TW': '若真是同一欄，這些資料就不會被提交。', en: 'If it is the same column, its data will not be submitted.' },
    fix: { 'zh-TW': '若是同一欄，請把「{candidate}」改回「{column}」後重送。', en: 'If it is the same, rename "{candidate}" back to "{column}" and send the file again.' },
  },
  'mapping/respelled-column': {
    severity: 'info', effect: 'none',
    title: { 'zh-TW': '欄名寫法略有不同', en: 'A header is spelt differently' },
    message: { 'zh-TW': '欄名「{candidate}」與「{column}」只差空白、括號或全半形，已視為同一欄。', en: 'The header "{candidate}" differs from "{column}" only in blanks, brackets or width and was taken as the same.' },
    why: { 'zh-TW': '中央資料庫要求欄名完全相同；提交檔會寫成正確的欄名。', en: 'The central database wants the exact header; submissions are written with it.' },
    fix: { 'zh-TW': '不需處理；如要一致，請把欄名改為「{column}」。', en: 'Nothing needs doing; to be exact, rename it "{column}".' },
  },
  'mapping/unknown-column': {
    severity: 'info', effect: 'none',
    title: { 'zh-TW': '未知的欄位', en: 'An unknown column' },
    message: { 'zh-TW': '欄位「{column}」不在名冊格式內，內容會保留，但不會提交。', en: 'The column "{column}" is not part of the roster; its content is kept but not submitted.' },
    why: { 'zh-TW': '名冊沒有這個欄位，可能是系統附加的輔助欄。', en: 'The roster has no such column; it may be a helper of the exporting system.' },
    fix: { 'zh-TW': '若不需要可以刪除；若是欄名打錯，請改正。', en: 'Remove it if it is not needed; correct the header if it is a misprint.' },
  },
  'mapping/no-term': {
    severity: 'error', effect: 'row',
    title: { 'zh-TW': '不知道是哪一學期的資料', en: 'The term is not known' },
    message: { 'zh-TW': '封面、檔名與欄位都沒有說明這筆資料屬於哪個學年度學期。', en: 'Neither cover, file name nor columns say which term the row belongs to.' },
    why: { 'zh-TW': '資料依學年度學期存放與提交。', en: 'Records are kept and submitted by term.' },
    fix: { 'zh-TW': '請補上封面，或把檔名改為「學年度_學期_名冊_分頁」的形式（例如 114_1_學生成績名冊_學期成績.csv）。', en: 'Add the cover, or name the file year_term_roster_sheet, as 114_1_學生成績名冊_學期成績.csv.' },
  },
  'mapping/vendor-reject-sheet': {
    severity: 'error', effect: 'row',
    title: { 'zh-TW': '校務系統自己標為缺漏的資料', en: 'A row the exporting system itself marks as incomplete' },
    message: { 'zh-TW': '分頁「{sheet}」收的是校務系統找不到課程代碼的資料，這一列不能提交。', en: 'The sheet "{sheet}" holds rows the exporting system found no course code for; this row cannot be submitted.' },
    why: { 'zh-TW': '沒有課程代碼的成績，中央資料庫不收。', en: 'The central database takes no score without a course code.' },
    fix: { 'zh-TW': '請在校務系統補上課程代碼對照後，重新產生名冊。', en: 'Complete the course-code table in the school system and make the roster again.' },
  },
  'mapping/sample-row': {
    severity: 'warning', effect: 'row',
    title: { 'zh-TW': '範本的範例列', en: 'The sample row of a template' },
    message: { 'zh-TW': '這一列標示「{mark}」，是範本附的範例，不是真的資料。', en: 'The row is marked "{mark}": it is the sample that comes with the template, not data.' },
    why: { 'zh-TW': '範例若當成資料，會替不存在的學生建立紀錄。', en: 'Taken as data it would make a record for nobody.' },
    fix: { 'zh-TW': '請刪除範例列；若是真的資料，請刪除該標示。', en: 'Delete the sample row; if it is real data, delete the mark.' },
  },
  ...cellProblems,
} as const satisfies Record<string, ProblemDefinition>;

export type MappingProblemCode = keyof typeof mappingProblems;
