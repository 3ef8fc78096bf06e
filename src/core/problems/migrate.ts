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
  'migrate/twice': {
    severity: 'warning', effect: 'file',
    title: { 'zh-TW': '同一個檔案給了兩次', en: 'The same file was given twice' },
    message: { 'zh-TW': '檔案「{file}」的名稱與內容都和前面的檔案相同，只轉換一次。', en: '"{file}" has the name and the content of a file before it; it was converted once.' },
    why: { 'zh-TW': '轉換兩次會讓每一筆資料重複。', en: 'Converted twice, every record would stand twice.' },
    fix: { 'zh-TW': '不需處理；若本來應該是不同的檔案，請重新匯出。', en: 'Nothing needs doing; if it should have been another file, export that one again.' },
  },
} as const satisfies Record<string, ProblemDefinition>;
