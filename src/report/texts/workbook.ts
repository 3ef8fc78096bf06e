/** The words of the workbook with a school's own rows. */
import type { Bilingual } from '../../core/problem.ts';

export const workbookTexts = {
  summary: { 'zh-TW': '檢核結果', en: 'Results' },
  summaryHeader: [
    { 'zh-TW': '順序', en: 'Order' }, { 'zh-TW': '項目', en: 'Rule' }, { 'zh-TW': '等級', en: 'Severity' }, { 'zh-TW': '筆數', en: 'Count' },
    { 'zh-TW': '原因', en: 'Why' }, { 'zh-TW': '怎麼改', en: 'How to fix' }, { 'zh-TW': '影響', en: 'Students' },
  ],
  students: { 'zh-TW': '{students} 名學生', en: '{students} students' },
  lead: [
    { 'zh-TW': '原檔列', en: 'Row' }, { 'zh-TW': '等級', en: 'Severity' }, { 'zh-TW': '匯入', en: 'Imported' },
    { 'zh-TW': '檢核發現', en: 'Findings' }, { 'zh-TW': '怎麼改', en: 'How to fix' },
  ],
  imported: { 'zh-TW': '已匯入', en: 'yes' },
  rejected: { 'zh-TW': '未匯入', en: 'no' },
  inColumn: { 'zh-TW': '〔{column}〕{message}', en: '[{column}] {message}' },
  contents: { 'zh-TW': '分頁對照', en: 'Sheets' },
  contentsHeader: [
    { 'zh-TW': '本檔分頁', en: 'Sheet here' }, { 'zh-TW': '學校檔案', en: "School's file" }, { 'zh-TW': '原分頁', en: "School's sheet" },
    { 'zh-TW': '查來源（指令中的「原檔列」換成該列的列號）', en: 'Trace (put the number of the row in place of "Row")' },
  ],
  beyond: { 'zh-TW': '另有 {findings} 筆超過本檔上限，未列出；更正後重新檢核即可看到。', en: '{findings} more findings are beyond what this file holds; correct these and check again to see them.' },
} as const satisfies Record<string, Bilingual | readonly Bilingual[]>;
