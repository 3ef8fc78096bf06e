/** Problems of CSV files: records whose cells cannot be told apart. */
import type { ProblemDefinition } from '../problem.ts';

export const csvProblems = {
  'csv/broken-quote': {
    severity: 'error', effect: 'row',
    title: { 'zh-TW': '雙引號不成對', en: 'A quote is broken' },
    message: { 'zh-TW': '從檔案第 {line} 行起（共 {lines} 行）的雙引號沒有正確結束，分不出各欄的內容。', en: 'From line {line} of the file on ({lines} lines) a quote is not closed properly, so the cells cannot be told apart.' },
    why: { 'zh-TW': '內容中的雙引號必須寫成兩個（""）；少一個，後面的欄位甚至後面的學生都會黏在一起。', en: 'A quote inside a cell must be written twice (""); with one missing, the next columns or even the next students stick together.' },
    fix: { 'zh-TW': '請在校務系統把這一列文字中的「"」改成「」或刪除後重新匯出，或通知廠商修正匯出程式。其他列已照常讀取。', en: 'Replace or remove the quote in that text in the school system and export again, or tell the vendor to correct the export. All other rows were read.' },
  },
  'csv/record-too-long': {
    severity: 'error', effect: 'row',
    title: { 'zh-TW': '一列資料過長', en: 'A row is too long' },
    message: { 'zh-TW': '檔案第 {line} 行的長度超過 {limit} 個字元。', en: 'Line {line} of the file is longer than {limit} characters.' },
    why: { 'zh-TW': '名冊的一列不可能這麼長；通常是換行遺失或檔案損毀。', en: 'No roster row is that long; usually the line breaks are lost or the file is damaged.' },
    fix: { 'zh-TW': '請由原系統重新匯出。其他列已照常讀取。', en: 'Export the file again. All other rows were read.' },
  },
  'csv/too-many-cells': {
    severity: 'error', effect: 'row',
    title: { 'zh-TW': '這一列的欄數太多', en: 'The row has too many cells' },
    message: { 'zh-TW': '檔案第 {line} 行有 {found} 欄，標題列只有 {expected} 欄。', en: 'Line {line} of the file has {found} cells; the header has {expected}.' },
    why: { 'zh-TW': '多半是文字中有逗號卻沒有用雙引號括起來，之後的欄位全部錯位。', en: 'Most often a text holds a comma without quotes around it, and everything after it is in the wrong column.' },
    fix: { 'zh-TW': '請重新匯出並讓含逗號的文字以雙引號括起來；若曾手動編輯，請由原系統重新產生。', en: 'Export again with quotes around texts that hold commas; if the file was edited by hand, make it anew from the source system.' },
  },
  'csv/too-few-cells': {
    severity: 'error', effect: 'row',
    title: { 'zh-TW': '這一列的欄數不足', en: 'The row has too few cells' },
    message: { 'zh-TW': '檔案第 {line} 行只有 {found} 欄，標題列有 {expected} 欄。', en: 'Line {line} of the file has {found} cells; the header has {expected}.' },
    why: { 'zh-TW': '缺少的欄位不能當作空白：可能是文字中有未括起來的換行，或檔案被截斷。', en: 'Missing cells cannot be taken as blank: a text may hold a line break without quotes, or the file was cut short.' },
    fix: { 'zh-TW': '請由原系統重新匯出；若內容有換行，必須以雙引號括起來。', en: 'Export the file again; a text with line breaks must be in quotes.' },
  },
  'csv/nul': {
    severity: 'error', effect: 'row',
    title: { 'zh-TW': '有空字元（NUL）', en: 'A NUL character' },
    message: { 'zh-TW': '檔案第 {line} 行含有空字元（NUL，00）。', en: 'Line {line} of the file holds a NUL character (00).' },
    why: { 'zh-TW': '文字檔不會有這個字元，出現時表示這一列在匯出或傳輸時損壞。', en: 'Text files never hold it; it shows that the row was damaged in export or transfer.' },
    fix: { 'zh-TW': '請由原系統重新匯出；若一再出現，請通知廠商。', en: 'Export the file again; if it comes back, tell the vendor.' },
  },
  'csv/no-header': {
    severity: 'error', effect: 'file',
    title: { 'zh-TW': '沒有標題列', en: 'There is no header' },
    message: { 'zh-TW': '檔案沒有任何一列有內容。', en: 'No row of the file has any content.' },
    why: { 'zh-TW': '空的檔案不能當作「沒有資料」，可能是匯出中斷。', en: 'An empty file cannot be taken to mean "no data"; the export may have been cut short.' },
    fix: { 'zh-TW': '請由原系統重新匯出；若確實沒有資料，也要保留標題列。', en: 'Export the file again; when there really is no data, keep the header row.' },
  },
  'csv/broken-header': {
    severity: 'error', effect: 'file',
    title: { 'zh-TW': '標題列無法讀取', en: 'The header cannot be read' },
    message: { 'zh-TW': '標題列（檔案第 {line} 行）的雙引號不成對，或長度異常。', en: 'The header (line {line} of the file) has a broken quote or is far too long.' },
    why: { 'zh-TW': '分不出欄名，就無法知道每一欄是什麼資料。', en: 'When the column names cannot be told apart, no column can be understood.' },
    fix: { 'zh-TW': '請檢查第 1 列的欄名與雙引號，或由原系統重新匯出。', en: 'Check the column names and quotes of row 1, or export the file again.' },
  },
  'csv/too-many-columns': {
    severity: 'error', effect: 'file',
    title: { 'zh-TW': '欄位太多', en: 'There are too many columns' },
    message: { 'zh-TW': '標題列有 {found} 欄，上限是 {limit} 欄。', en: 'The header has {found} columns; the limit is {limit}.' },
    why: { 'zh-TW': '名冊沒有這麼多欄；這可能不是名冊，或整份資料黏成了一列。', en: 'No roster has that many; this may be no roster, or all its lines were joined into one.' },
    fix: { 'zh-TW': '請確認檔案是否正確，並由原系統重新匯出。', en: 'Check that it is the right file and export it again.' },
  },
  'csv/not-text': {
    severity: 'error', effect: 'file',
    title: { 'zh-TW': '不是文字檔', en: 'This is not a text file' },
    message: { 'zh-TW': '標題列含有空字元（NUL），這不是 UTF-8 或 Big5 的文字檔。', en: 'The header holds NUL characters; this is not a text file in UTF-8 or Big5.' },
    why: { 'zh-TW': '可能是沒有標示的 UTF-16，或其他格式的檔案改名為 .csv。', en: 'It may be UTF-16 without a mark, or a file of another format renamed to .csv.' },
    fix: { 'zh-TW': '請用 Excel 開啟後另存為「CSV UTF-8（逗號分隔）」，再送一次。', en: 'Open it in Excel, save it as "CSV UTF-8 (Comma delimited)", and send it again.' },
  },
  'csv/delimiter-unsure': {
    severity: 'warning', effect: 'none',
    title: { 'zh-TW': '分隔符號不明確', en: 'The delimiter is uncertain' },
    message: { 'zh-TW': '標題列同時有多種可能的分隔符號（{found}），已依逗號分欄。', en: 'The header has more than one possible delimiter ({found}); the comma was taken.' },
    why: { 'zh-TW': '若實際的分隔符號不是逗號，欄名就會對不上。', en: 'If the comma is not the delimiter, the columns will not be found.' },
    fix: { 'zh-TW': '若欄名對不上，請以逗號分隔重新匯出；欄名本身含「;」等符號時可忽略。', en: 'If columns are reported missing, export again with commas; ignore this when a column name itself holds such a sign.' },
  },
  'csv/unencodable': {
    severity: 'error', effect: 'row',
    title: { 'zh-TW': '有無法寫入的字', en: 'A character cannot be written' },
    message: { 'zh-TW': '「{char}」（{code}）無法以 {encoding} 編碼寫入檔案。', en: 'The character "{char}" ({code}) cannot be written in {encoding}.' },
    why: { 'zh-TW': '改寫成「?」或形似的字會弄錯學生的姓名，所以不代換；堃、喆、瑠、峯等字都不在 Big5 內。', en: 'Writing "?" or a look-alike would falsify a name, so nothing is put in its place; characters used in names such as 堃 and 峯 are not in Big5.' },
    fix: { 'zh-TW': '請改用 UTF-8 輸出；若對方只收 Big5，請以 licheng codes coined map 登錄學校放這個字的造字內碼。', en: 'Write UTF-8 instead; if the receiver takes only Big5, record the school\'s cell for it with licheng codes coined map.' },
    source: ['RULE-618'],
  },
} as const satisfies Record<string, ProblemDefinition>;
