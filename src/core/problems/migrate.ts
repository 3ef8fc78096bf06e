/** Problems of files handed over for a migration. */
import type { ProblemDefinition } from '../problem.ts';

export const migrateProblems = {
  'migrate/other-system': {
    severity: 'error', effect: 'file',
    title: { 'zh-TW': '檔案是另一個系統的', en: 'The file is of another system' },
    message: { 'zh-TW': '檔案「{file}」的欄位更像「{found}」的檔案，不是「{system}」的，沒有轉換。', en: 'The columns of "{file}" fit "{found}" better than "{system}"; it was not converted.' },
    why: { 'zh-TW': '以錯的系統讀取會把內容放進錯的欄位。', en: 'Read as the wrong system, values would end up in wrong fields.' },
    fix: { 'zh-TW': '確認檔案由哪個系統匯出；若是「{found}」的檔案，請以 --from {found} 另外轉換一次。', en: 'Check which system exported the file; if it is {found}, convert it in a run of its own with --from {found}.' },
  },
  'migrate/no-file': {
    severity: 'warning', effect: 'none',
    title: { 'zh-TW': '檔案連結沒有檔案', en: 'A link without a file' },
    message: { 'zh-TW': '有檔案連結在交來的檔案裡找不到，或可能是好幾個檔案中的任何一個；連結照原樣轉換。', en: 'No file among those given is what a link says, or several could be; the link was converted as it is.' },
    why: { 'zh-TW': '猜錯檔案會把別人的作品算在這位學生身上。', en: 'A wrong guess would give the student somebody else\'s work.' },
    fix: { 'zh-TW': '請把附件資料夾或壓縮檔一起交給轉換；檔名相同時，放在以身分證號為名的資料夾。', en: 'Give the folder or archive with the files as well; where names are equal, in folders named by the id number.' },
  },
  'migrate/other-content': {
    severity: 'warning', effect: 'none',
    title: { 'zh-TW': '檔案內容與來源所寫的 MD5 不同', en: 'A file is not what the source says of it' },
    message: { 'zh-TW': '檔案的 MD5 與來源資料所寫的不同；兩者都照原樣轉換。', en: 'The MD5 of a file is not what the source says; both were converted as they are.' },
    why: { 'zh-TW': '檔案可能在匯出後被換過，或傳輸時損毀。', en: 'The file may have been replaced since the export, or damaged on the way.' },
    fix: { 'zh-TW': '請由原系統重新匯出這些檔案；若確認無誤，不需處理。', en: 'Export the files again; nothing needs doing when they are known to be right.' },
  },
  'migrate/twice': {
    severity: 'warning', effect: 'file',
    title: { 'zh-TW': '同一個檔案給了兩次', en: 'The same file was given twice' },
    message: { 'zh-TW': '檔案「{file}」的名稱與內容都和前面的檔案相同，只轉換一次。', en: '"{file}" has the name and the content of a file before it; it was converted once.' },
    why: { 'zh-TW': '轉換兩次會讓每一筆資料重複。', en: 'Converted twice, every record would stand twice.' },
    fix: { 'zh-TW': '不需處理；若本來應該是不同的檔案，請重新匯出。', en: 'Nothing needs doing; if it should have been another file, export that one again.' },
  },
} as const satisfies Record<string, ProblemDefinition>;
