/** Problems of character encodings: bytes that are not the text they should be. */
import type { ProblemDefinition } from '../problem.ts';

export const textProblems = {
  'text/utf-16': {
    severity: 'error', effect: 'file',
    title: { 'zh-TW': '檔案編碼是 UTF-16（Unicode）', en: 'The file is in UTF-16 ("Unicode")' },
    message: { 'zh-TW': '檔案開頭標示它是 UTF-16 編碼，沒有讀取任何資料。', en: 'The file says at its start that it is UTF-16; no data was read from it.' },
    why: { 'zh-TW': '交換檔只使用 UTF-8 或 Big5；UTF-16 多半是在 Excel 選了「Unicode 文字」造成的。', en: 'Exchange files are UTF-8 or Big5; UTF-16 usually comes from choosing "Unicode Text" in Excel.' },
    fix: { 'zh-TW': '請用 Excel 或記事本開啟，選「另存新檔」，編碼選 UTF-8（Excel 為「CSV UTF-8（逗號分隔）」）或 Big5，再送一次。', en: 'Open it in Excel or Notepad, choose Save As with the encoding UTF-8 ("CSV UTF-8 (Comma delimited)" in Excel) or Big5, and send it again.' },
  },
  'text/unexpected-encoding': {
    severity: 'warning', effect: 'none',
    title: { 'zh-TW': '編碼與設定不同', en: 'The encoding is not the one configured' },
    message: { 'zh-TW': '這個來源設定的編碼是 {expected}，但檔案開頭標示為 UTF-8；已依 UTF-8 讀取。', en: 'This source is configured as {expected}, but the file says at its start that it is UTF-8; it was read as UTF-8.' },
    why: { 'zh-TW': '檔案自己的標示不會錯，但來源換了編碼，造字的對照也可能跟著改變。', en: 'The mark in the file is reliable, but a source that changes its encoding may have changed its coined characters as well.' },
    fix: { 'zh-TW': '請確認匯出程式是否更新過；若今後都是 UTF-8，請資料中心修改這個來源的編碼設定。', en: 'Check whether the export program was updated; if it stays UTF-8, have the data centre change the encoding configured for this source.' },
    source: ['RULE-617'],
  },
  'text/encoding-unsure': {
    severity: 'warning', effect: 'none',
    title: { 'zh-TW': '無法確定編碼', en: 'The encoding is uncertain' },
    message: { 'zh-TW': '整個檔案既不是完整的 UTF-8（第 {utf8} 位元組起不符），也不是完整的 Big5（第 {cp950} 位元組起不符）；暫以 {encoding} 讀取，讀不出來的那幾列另列為錯誤。', en: 'The file is neither valid UTF-8 (wrong from byte {utf8}) nor valid Big5 (wrong from byte {cp950}); it was read as {encoding}, and the rows that cannot be read are errors of their own.' },
    why: { 'zh-TW': '選的是比較晚才出錯的編碼；若選錯，其他列的中文也可能是錯字。', en: 'The encoding that goes wrong later was taken; if that is the wrong one, the Chinese text of other rows may be wrong too.' },
    fix: { 'zh-TW': '請抽看幾列姓名是否正確，並由原系統以單一編碼重新匯出；不要把不同編碼的檔案接在一起。', en: 'Look at some names, and export the file again in one encoding; do not join files of different encodings.' },
    source: ['RULE-617'],
  },
  'text/undefined-bytes': {
    severity: 'error', effect: 'row',
    title: { 'zh-TW': '有無法辨識的字', en: 'A character cannot be read' },
    message: { 'zh-TW': '檔案第 {line} 行有 {count} 處位元組不對應任何字；第一處是 {bytes}（檔案第 {offset} 位元組起）。', en: 'Line {line} of the file has {count} places with bytes that stand for no character; the first is {bytes}, at byte {offset}.' },
    why: { 'zh-TW': '這個字在匯出時就已損壞；若照收，姓名或成績說明會少字或變成「?」。', en: 'The character was damaged when the file was made; taking the row would lose it or turn it into "?".' },
    fix: { 'zh-TW': '請在校務系統查看這一列的原文，改正該字（常見於造字或貼上的特殊符號）後重新匯出；不要用文字編輯器直接改檔案。', en: 'Look the row up in the school system, correct the character (often a coined character or a pasted symbol), and export again; do not edit the file by hand.' },
    source: ['RULE-609', 'RULE-602'],
  },
  'text/undefined-bytes-header': {
    severity: 'error', effect: 'file',
    title: { 'zh-TW': '標題列有無法辨識的字', en: 'The header cannot be read' },
    message: { 'zh-TW': '標題列有不對應任何字的位元組 {bytes}（檔案第 {offset} 位元組起），沒有讀取任何資料。', en: 'The header has bytes that stand for no character, {bytes} at byte {offset}; no data was read.' },
    why: { 'zh-TW': '欄名讀錯，整個檔案的資料都會放錯欄位；通常是編碼設定錯了。', en: 'With a wrong column name all data would go to the wrong place; usually the configured encoding is wrong.' },
    fix: { 'zh-TW': '請確認檔案是 UTF-8 還是 Big5，與這個來源的設定是否一致，再重新匯出或修改設定。', en: 'Check whether the file is UTF-8 or Big5 and whether that is what is configured for this source; export again or change the setting.' },
    source: ['RULE-609'],
  },
} as const satisfies Record<string, ProblemDefinition>;
