/** Problems of putting a school year's items into a submission: what the rosters have no place for. */
import type { ProblemDefinition } from '../problem.ts';

export const submitProblems = {
  'submit/grade-unknown': {
    severity: 'error', effect: 'none',
    title: { 'zh-TW': '不知道學生是幾年級', en: 'The student\'s grade is not known' },
    message: { 'zh-TW': '這位學生有 {items} 件要提交的成果或表現，但本學年的學生資料與成績名冊都沒有他的年級。', en: 'This student has {items} items to submit, but no student or score roster of the year tells the grade.' },
    why: { 'zh-TW': '高三分梯次提交，其他年級一次提交；不知道年級就不知道該放進哪一份，程式不猜。', en: 'Grade 3 is submitted in batches and the other grades at once; without the grade nobody knows which package it belongs in, and none is guessed.' },
    fix: { 'zh-TW': '請匯入本學年的學生資料名冊（含年級）；若學生不屬於本校，請移除他的項目。', en: 'Import the student roster of the year, with its grades; if the student is not of this school, remove the items.' },
  },
  'submit/division-unknown': {
    severity: 'error', effect: 'none',
    title: { 'zh-TW': '不知道成果屬於日間部或進修部', en: 'The work is of no known division' },
    message: { 'zh-TW': '這件成果既沒有學分也沒有節數，學校設定也沒有說是哪一部。', en: 'This work has neither credits nor hours, and the school\'s setting names no single division.' },
    why: { 'zh-TW': '日間部與進修部的成果放在不同名冊（26、28），不能由校名推測。', en: 'Works of the day and the night division go into different rosters (26, 28); the school\'s name does not tell.' },
    fix: { 'zh-TW': '請在來源補上修課學分或修課節數；若全校只有一部，請在 school.json 填寫 divisions。', en: 'Add credits or hours at the source; where the school has one division only, say so under divisions in school.json.' },
  },
  'submit/no-sheet': {
    severity: 'error', effect: 'none',
    title: { 'zh-TW': '名冊沒有可以放這個項目的分頁', en: 'No sheet of the rosters takes this item' },
    message: { 'zh-TW': '這件「{kind}」在本學年的名冊中沒有對應的分頁。', en: 'The rosters of this year have no sheet for this item ({kind}).' },
    why: { 'zh-TW': '沒有分頁就無法提交；例如進修部名冊沒有補修、重修、重讀的分頁。', en: 'Without a sheet it cannot be submitted; the night roster, for one, has none for courses made up, retaken or repeated.' },
    fix: { 'zh-TW': '請確認項目的種類與部別是否正確；若正確，請洽國教署或系統廠商應放在哪個分頁。', en: 'Check kind and division of the item; if they are right, ask the 國教署 or the system\'s maker where it belongs.' },
  },
} as const satisfies Record<string, ProblemDefinition>;
