/** Problems of workbooks: the file, a sheet, or one row. */
import type { ProblemDefinition } from '../problem.ts';

const RESAVE = {
  'zh-TW': '請用 Excel 或 LibreOffice 開啟後另存新檔（.xlsx）再送一次；若開啟時出現修復訊息，請改由原系統重新匯出。',
  en: 'Open it in Excel or LibreOffice, save it as a new .xlsx and send that; if a repair message appears, export it again from the source system.',
} as const;

export const xlsxProblems = {
  'xlsx/damaged': {
    severity: 'error', effect: 'file',
    title: { 'zh-TW': '活頁簿損毀', en: 'The workbook is damaged' },
    message: { 'zh-TW': '活頁簿內的「{part}」無法讀取：{detail}。', en: 'The part "{part}" of the workbook cannot be read: {detail}.' },
    why: { 'zh-TW': '缺了這個部分就無法確定讀到的是全部資料。', en: 'Without it nobody can tell whether all data was read.' },
    fix: RESAVE,
  },
  'xlsx/unsafe-xml': {
    severity: 'error', effect: 'file',
    title: { 'zh-TW': '活頁簿含有不安全的內容', en: 'The workbook holds unsafe content' },
    message: { 'zh-TW': '活頁簿內的「{part}」含有一般試算表不會有的結構：{detail}。', en: 'The part "{part}" has a structure that no ordinary spreadsheet has: {detail}.' },
    why: { 'zh-TW': 'DOCTYPE、過深或過長的結構會被用來攻擊讀取程式。', en: 'A DOCTYPE, or content nested too deep or too long, is used to attack programs that read it.' },
    fix: { 'zh-TW': '請向提供檔案的人確認來源，由原系統重新匯出。', en: 'Ask whoever supplied the file where it comes from, and export it again from the source system.' },
  },
  'xlsx/binary-workbook': {
    severity: 'error', effect: 'file',
    title: { 'zh-TW': '二進位活頁簿（.xlsb）', en: 'A binary workbook (.xlsb)' },
    message: { 'zh-TW': '這是 Excel 二進位活頁簿（.xlsb），無法匯入。', en: 'This is an Excel binary workbook (.xlsb), which cannot be imported.' },
    why: { 'zh-TW': '名冊使用 .xlsx；二進位格式無法檢查。', en: 'Rosters are .xlsx; the binary format cannot be checked.' },
    fix: { 'zh-TW': '請用 Excel 開啟，選「另存新檔」，存檔類型選「Excel 活頁簿 （*.xlsx）」。', en: 'Open it in Excel, choose Save As, and pick "Excel Workbook (*.xlsx)".' },
  },
  'xlsx/too-large': {
    severity: 'error', effect: 'file',
    title: { 'zh-TW': '活頁簿超過上限', en: 'The workbook is beyond a limit' },
    message: { 'zh-TW': '{what} 超過上限 {limit}。', en: 'There are more {what} than the limit of {limit}.' },
    why: { 'zh-TW': '為避免異常檔案拖垮整批作業，工作表、列、欄與字串數都有上限。', en: 'Sheets, rows, columns and strings are limited, so that one odd file cannot bring the whole night down.' },
    fix: { 'zh-TW': '請刪除用不到的工作表、列與欄（選取整列後刪除，不是只清空），或分成幾個檔案。', en: 'Delete the sheets, rows and columns that are not used (delete them, not only their content), or split the file.' },
  },
  'xlsx/bad-cover': {
    severity: 'error', effect: 'file',
    title: { 'zh-TW': '封面不完整', en: 'The cover is not complete' },
    message: { 'zh-TW': '「{sheet}」工作表標題列以下有 {count} 列資料，應該剛好一列，而且在第 2 列。', en: 'The sheet "{sheet}" has {count} rows of values below its header; there must be one, in row 2.' },
    why: { 'zh-TW': '封面第 1 列是欄位名稱，第 2 列是學校代碼、學年度、學期與名冊別；少了或多了一列就無法確定是哪一份名冊。', en: 'Row 1 of the cover has the column names, row 2 school, year, term and roster type; with a row missing or too many nobody can tell which roster it is.' },
    fix: { 'zh-TW': '請在封面第 2 列填好一組值，並刪除其他列。', en: 'Fill in exactly one set of values in row 2, and remove all other rows.' },
    source: ['RULE-401'],
  },
  'xlsx/two-covers': {
    severity: 'error', effect: 'file',
    title: { 'zh-TW': '有兩個封面', en: 'There are two covers' },
    message: { 'zh-TW': '「{other}」與「{sheet}」都是封面，兩者都不採用。', en: 'Both "{other}" and "{sheet}" are covers; neither is used.' },
    why: { 'zh-TW': '兩個封面可能寫著不同的學年度、學期或名冊別。', en: 'Two covers may give different years, terms or roster types.' },
    fix: { 'zh-TW': '請只留下一個封面工作表。', en: 'Keep one cover sheet only.' },
    source: ['RULE-401'],
  },
  'xlsx/hidden-sheet': {
    severity: 'info', effect: 'none',
    title: { 'zh-TW': '有隱藏的工作表', en: 'There is a hidden sheet' },
    message: { 'zh-TW': '工作表「{sheet}」是隱藏的，仍會讀取。', en: 'The sheet "{sheet}" is hidden; it is read all the same.' },
    why: { 'zh-TW': '隱藏的工作表也可能有要上傳的資料，不能略過。', en: 'A hidden sheet may hold data to submit and must not be skipped.' },
    fix: { 'zh-TW': '若不需要這個工作表，請取消隱藏後刪除。', en: 'If the sheet is not needed, unhide and delete it.' },
  },
  'xlsx/error-cell': {
    severity: 'error', effect: 'row',
    title: { 'zh-TW': '儲存格是錯誤值', en: 'A cell holds an error value' },
    message: { 'zh-TW': '「{column}」欄的值是錯誤值 {value}。', en: 'The value in column "{column}" is the error {value}.' },
    why: { 'zh-TW': '#N/A、#REF! 等表示公式算不出結果，沒有可用的資料。', en: '#N/A, #REF! and the like mean that a formula found no result, so there is no data.' },
    fix: { 'zh-TW': '請改正公式，或直接輸入正確的值。', en: 'Correct the formula, or type the right value.' },
  },
  'xlsx/no-cached-value': {
    severity: 'error', effect: 'row',
    title: { 'zh-TW': '公式沒有計算結果', en: 'A formula has no stored result' },
    message: { 'zh-TW': '「{column}」欄是公式，但檔案內沒有存下計算結果。', en: 'Column "{column}" is a formula whose result is not in the file.' },
    why: { 'zh-TW': '由程式產生的檔案可能只有公式沒有結果；匯入時不會代為計算。', en: 'Files made by programs may hold the formula only; nothing is computed on import.' },
    fix: { 'zh-TW': '請用 Excel 開啟並存檔一次，或複製整欄後「選擇性貼上 > 值」。', en: 'Open it in Excel and save it once, or copy the column and paste it as values.' },
  },
  'xlsx/bad-date': {
    severity: 'error', effect: 'row',
    title: { 'zh-TW': '日期儲存格的值不是日期', en: 'A date cell holds no date' },
    message: { 'zh-TW': '「{column}」欄的格式是日期，但數值 {value} 不是有效的日期。', en: 'Column "{column}" is formatted as a date, but {value} is no valid one.' },
    why: { 'zh-TW': '試算表以數字存日期；負數、過大的數字與 1900/2/29 都不是真正的日期。', en: 'Spreadsheets keep dates as numbers; negative or very large ones and 1900-02-29 are no real dates.' },
    fix: { 'zh-TW': '請把該欄改為「文字」格式，重新輸入 7 碼民國日期（例如 0980116）。', en: 'Set the column to Text and type the date again as 7-digit ROC date (such as 0980116).' },
  },
  'xlsx/lost-digits': {
    severity: 'error', effect: 'row',
    title: { 'zh-TW': '數字過長，末幾位已遺失', en: 'A long number has lost its last digits' },
    message: { 'zh-TW': '「{column}」欄以數字存放，超過 15 位，末幾位已被試算表改成 0。', en: 'Column "{column}" is stored as a number of more than 15 digits; the spreadsheet has turned the last ones into 0.' },
    why: { 'zh-TW': '試算表的數字只有 15 位有效；課程代碼等長代碼必須以文字存放。', en: 'Spreadsheet numbers keep 15 digits; long codes such as course codes must be stored as text.' },
    fix: { 'zh-TW': '請把該欄改為「文字」格式，再由原系統重新貼上完整的代碼。', en: 'Set the column to Text and paste the full codes again from the source system.' },
    source: ['RULE-412'],
  },
  'xlsx/bad-cell': {
    severity: 'error', effect: 'row',
    title: { 'zh-TW': '儲存格無法讀取', en: 'A cell cannot be read' },
    message: { 'zh-TW': '「{column}」欄的儲存格內容無法讀取（{detail}）。', en: 'The cell in column "{column}" cannot be read ({detail}).' },
    why: { 'zh-TW': '檔案內這一格的記載不合格式，無法確定原來的值。', en: 'What the file says about this cell is malformed, so its value is not known.' },
    fix: RESAVE,
  },
  'xlsx/bad-character': {
    severity: 'error', effect: 'row',
    title: { 'zh-TW': '含有試算表無法存放的字元', en: 'A character that a spreadsheet cannot hold' },
    message: { 'zh-TW': '「{column}」欄含有控制字元 {character}，無法寫入 .xlsx。', en: 'Column "{column}" has the control character {character}, which cannot be written to .xlsx.' },
    why: { 'zh-TW': 'XML 不允許這類字元；寫入後 Excel 會無法開啟或要求修復。', en: 'XML does not allow it; Excel would refuse the file or ask to repair it.' },
    fix: { 'zh-TW': '請在原系統刪除該欄看不見的字元後重新匯出。', en: 'Remove the invisible character in the source system and export again.' },
  },
  'xlsx/cell-too-long': {
    severity: 'error', effect: 'row',
    title: { 'zh-TW': '儲存格文字過長', en: 'The text of a cell is too long' },
    message: { 'zh-TW': '「{column}」欄有 {length} 個字，超過 .xlsx 單一儲存格上限 {limit}。', en: 'Column "{column}" has {length} characters; a cell of .xlsx holds {limit}.' },
    why: { 'zh-TW': 'Excel 會截斷超過的文字或要求修復檔案。', en: 'Excel would cut the text off or ask to repair the file.' },
    fix: { 'zh-TW': '請在原系統縮短該欄文字。', en: 'Shorten the text in the source system.' },
  },
  'xlsx/bad-title': {
    severity: 'error', effect: 'file',
    title: { 'zh-TW': '工作表名稱不合規定', en: 'A sheet title is not allowed' },
    message: { 'zh-TW': '工作表名稱「{sheet}」不能使用：空白、超過 31 字、重複，或含有 : \\ / ? * [ ]。', en: 'The sheet title "{sheet}" cannot be used: blank, longer than 31 characters, a duplicate, or with : \\ / ? * [ ].' },
    why: { 'zh-TW': 'Excel 無法開啟這種工作表名稱的檔案。', en: 'Excel cannot open a file with such a title.' },
    fix: { 'zh-TW': '請改用其他工作表名稱。', en: 'Use another sheet title.' },
  },
} as const satisfies Record<string, ProblemDefinition>;

export type XlsxProblemCode = keyof typeof xlsxProblems;
