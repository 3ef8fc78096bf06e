/** Problems of a file as a whole, before its format is known or when it is none of ours. */
import type { ProblemDefinition } from '../problem.ts';

export const fileProblems = {
  'file/empty': {
    severity: 'error', effect: 'file',
    title: { 'zh-TW': '檔案是空的', en: 'The file is empty' },
    message: { 'zh-TW': '檔案沒有任何內容（0 位元組）。', en: 'The file has no content (0 bytes).' },
    why: { 'zh-TW': '空檔通常是匯出或傳輸中斷造成的，不能當作「沒有資料」。', en: 'An empty file is usually an export or a transfer that was cut short; it cannot be taken to mean "no data".' },
    fix: { 'zh-TW': '請由原系統重新匯出，確認檔案大小不是 0 後再送一次。', en: 'Export it again from the source system, check that its size is not 0, and send it again.' },
  },
  'file/too-large': {
    severity: 'error', effect: 'file',
    title: { 'zh-TW': '檔案太大', en: 'The file is too large' },
    message: { 'zh-TW': '檔案有 {size} 位元組，超過上限 {limit} 位元組。', en: 'The file has {size} bytes; the limit is {limit}.' },
    why: { 'zh-TW': '為避免異常檔案拖垮整批作業，每種檔案都有大小上限。', en: 'Every kind of file has a size limit, so that one odd file cannot bring the whole night down.' },
    fix: { 'zh-TW': '請依年級或班級分成幾個檔案匯出；若檔案確實需要這麼大，請聯絡資料中心調整上限。', en: 'Export it in several files, by grade or class; if it really has to be this large, ask the data centre to raise the limit.' },
  },
  'file/unknown-format': {
    severity: 'error', effect: 'file',
    title: { 'zh-TW': '不是可以匯入的檔案格式', en: 'The file is of a format that cannot be imported' },
    message: { 'zh-TW': '檔案內容是「{found}」，不是 .xlsx、.csv、.json、.xml 或 .zip。', en: 'The content is "{found}", not .xlsx, .csv, .json, .xml or .zip.' },
    why: { 'zh-TW': '判斷依據是檔案內容，不是副檔名；只改副檔名不會改變內容。', en: 'The content decides, not the extension; renaming a file does not convert it.' },
    fix: { 'zh-TW': '請用 Excel 或 LibreOffice 開啟後「另存新檔」為 .xlsx，或由原系統匯出 .xlsx、.csv。', en: 'Open it in Excel or LibreOffice and save it as .xlsx, or export .xlsx or .csv from the source system.' },
  },
  'file/xls-not-xlsx': {
    severity: 'error', effect: 'file',
    title: { 'zh-TW': '舊版 Excel 檔（.xls）', en: 'An old Excel file (.xls)' },
    message: { 'zh-TW': '這是 Excel 97-2003 的舊格式（.xls），無法匯入。', en: 'This is the old Excel 97-2003 format (.xls), which cannot be imported.' },
    why: { 'zh-TW': '名冊自 107 學年度起使用 .xlsx；舊格式無法可靠地檢查。', en: 'Rosters are .xlsx since school year 107; the old format cannot be checked reliably.' },
    fix: { 'zh-TW': '請用 Excel 開啟，選「另存新檔」，存檔類型選「Excel 活頁簿 （*.xlsx）」。', en: 'Open it in Excel, choose Save As, and pick "Excel Workbook (*.xlsx)".' },
  },
  'file/password-workbook': {
    severity: 'error', effect: 'file',
    title: { 'zh-TW': '活頁簿有開啟密碼', en: 'The workbook has a password to open' },
    message: { 'zh-TW': '這個 Excel 檔設了開啟密碼，無法讀取。', en: 'This Excel file has a password to open and cannot be read.' },
    why: { 'zh-TW': '加密的活頁簿在輸入密碼前看不到任何內容。', en: 'Nothing of an encrypted workbook can be seen without its password.' },
    fix: { 'zh-TW': '請在 Excel 開啟後到「檔案 > 資訊 > 保護活頁簿 > 以密碼加密」清除密碼並存檔；要保密傳送時，請改放進有密碼的 ZIP。', en: 'Open it in Excel, clear the password under File > Info > Protect Workbook > Encrypt with Password, and save; to send it safely put it in a ZIP with a password.' },
  },
} as const satisfies Record<string, ProblemDefinition>;

export type FileProblemCode = keyof typeof fileProblems;
