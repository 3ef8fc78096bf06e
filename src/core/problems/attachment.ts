/** Problems of the files that come beside the tables: documents, pictures, recordings. */
import type { ProblemDefinition } from '../problem.ts';

export const attachmentProblems = {
  'attachment/unnamed': {
    severity: 'warning', effect: 'row',
    title: { 'zh-TW': '沒有任何一筆資料指到這個檔案', en: 'No item names this file' },
    message: { 'zh-TW': '「{name}」（{size} 位元組）已收下保存，但目前沒有任何課程學習成果、多元表現或諮詢紀錄的檔案連結指到它。', en: '"{name}" ({size} bytes) was taken in and is kept, but no link of a course work, performance or consultation leads to it.' },
    why: { 'zh-TW': '沒有被指到的檔案不會提交；名冊晚一點才送、檔名或資料夾不同，都會這樣。', en: 'A file no item names is not submitted. A roster that is still to come, or another name or folder, has this effect.' },
    fix: { 'zh-TW': '若名冊稍後才送，不必處理，收到名冊後會自動對上；若檔名或資料夾與名冊的連結不同，請改成一致後重新放入；若它其實是名冊，請改送 .xlsx 或 .csv；若不需要，可用 licheng quarantine discard 移出清單。', en: 'Nothing to do when the roster is still to come: the file is found then. If its name or folder differs from the link, make them equal and hand it in again; if it is meant as a roster, send .xlsx or .csv; if it is not needed, licheng quarantine discard takes it off the list.' },
  },
  'attachment/empty': {
    severity: 'warning', effect: 'none',
    title: { 'zh-TW': '檔案沒有內容', en: 'The file has no content' },
    message: { 'zh-TW': '「{name}」是 0 位元組，視為沒有這個檔案。', en: '"{name}" has 0 bytes and counts as no file.' },
    why: { 'zh-TW': '0 位元組的檔案多半是匯出或傳輸中斷；指到它的項目等於沒有檔案。', en: 'A file of 0 bytes mostly comes of an export or transfer that was cut off; an item that names it has no file.' },
    fix: { 'zh-TW': '請由原系統重新匯出這個檔案後再放入。', en: 'Export the file again from the source system and hand it in.' },
  },
  'attachment/bad-names': {
    severity: 'warning', effect: 'none',
    title: { 'zh-TW': '檔名對照表無法讀取', en: 'The list of file names cannot be read' },
    message: { 'zh-TW': '「{name}」不是「檔名：檔名」的 JSON 對照，學生原來的檔名無法得知。', en: '"{name}" is no JSON object of names, so the names students gave their files are not known.' },
    why: { 'zh-TW': '交換資料把學生的檔案改成 C01.pdf 這類名稱，原檔名只寫在這個對照表裡。', en: 'Transfer packages rename the files of students to C01.pdf and the like; their own names stand in this list only.' },
    fix: { 'zh-TW': '檔案仍依 C01.pdf 這類名稱對上；若要保留原檔名，請對方重新匯出交換資料。', en: 'Files are still found by names like C01.pdf; to keep the original names, have the package exported again.' },
  },
} as const satisfies Record<string, ProblemDefinition>;
