/** Remarks on students who came from another school: what their packages say, beside what the school's own files say. They never shut the gate. */
import type { ProblemDefinition } from '../problem.ts';

export const movedProblems = {
  'moved/scores-not-listed': {
    severity: 'warning', effect: 'none',
    title: { 'zh-TW': '轉入學生的原校成績沒有列入', en: 'Earlier scores of a transferred student are not listed' },
    message: { 'zh-TW': '這位學生帶來 {school} 的成績 {count} 筆，本校名冊的「轉學轉科成績」卻一列也沒有。', en: 'The student came with {count} scores of school {school}, and 轉學轉科成績 has no row of the student.' },
    why: { 'zh-TW': '轉學前的成績由新學校列在「轉學轉科成績」；抵免後的成績與課程代碼要由本校決定，程式不會自行填入提交名冊。', en: 'The new school reports earlier scores in its sheet for transfers. Credited scores and course codes are the school\'s to decide, so the program never puts them into a submission by itself.' },
    fix: { 'zh-TW': '在校務系統登錄抵免結果後重新匯出；也可以用 licheng portfolio sheets 產出這些列，核對修改後放進收件匣。', en: 'Enter what is credited in the school\'s system and export again; or have licheng portfolio sheets write the rows, correct them, and hand them in.' },
    source: ['RULE-104'],
  },
  'moved/origin-changed': {
    severity: 'warning', effect: 'none',
    title: { 'zh-TW': '原校的成果改成了別的修課學校、學期或課程代碼', en: 'An earlier work has another school, term or code than it came with' },
    message: { 'zh-TW': '「{item}」是 {school} {term} 的成果（課程代碼 {code}），本校名冊寫成 {ownSchool} {ownTerm}（{ownCode}）。', en: '"{item}" is a work of school {school}, {term} (course code {code}); the school\'s own file has {ownSchool} {ownTerm} ({ownCode}).' },
    why: { 'zh-TW': '有些系統匯入交換資料時會以本校代碼蓋過原修課學校；中央資料庫要的是原修課學校、學年度、學期與課程代碼。', en: 'Some systems put their own code in place of the school of the course when they take a package in; the central database wants school, year, term and code of the course.' },
    fix: { 'zh-TW': '在校務系統把這件成果改列「轉學轉科課程學習成果」，填回原修課學校、學期與課程代碼後重新匯出。', en: 'Have the work listed in 轉學轉科課程學習成果 with the school, term and code it came with, and export again.' },
    source: ['RULE-105', 'RULE-111'],
  },
  'moved/undecided': {
    severity: 'warning', effect: 'none',
    title: { 'zh-TW': '同一項紀錄有兩種內容，還沒有裁定', en: 'Two versions of one item, and nobody has decided' },
    message: { 'zh-TW': '本校與 {school} 的封裝對同一項紀錄的內容不同，先到的有效；裁定編號 {conflict}。', en: 'One item differs between what the school has and the package of {school}; the earlier stands. Conflict {conflict}.' },
    why: { 'zh-TW': '兩邊不能同時是對的；程式不會替學生選。', en: 'They cannot both be right, and it is not for the program to choose.' },
    fix: { 'zh-TW': '與學生、原校核對後，以 licheng portfolio resolve 裁定。', en: 'Compare them with the student and the other school, then decide with licheng portfolio resolve.' },
    source: ['RULE-111'],
  },
  'moved/repeated-year': {
    severity: 'info', effect: 'none',
    title: { 'zh-TW': '重讀學生原學年已有提交的項目', en: 'A student repeats a year of which items were submitted' },
    message: { 'zh-TW': '這位學生重讀，{year} 學年度已提交 {count} 項；目前的設定是「{choice}」。', en: 'The student repeats school year {year}, of which {count} items were submitted; the present setting is "{choice}".' },
    why: { 'zh-TW': '重讀後原先勾選的項目是否保留沒有明文，需要學校決定。', en: 'Whether earlier picks stay after a repeated year is not written down; the school decides.' },
    fix: { 'zh-TW': '確認學校的做法；不同時在 portfolio-policy.json 設定 repeat-year。', en: 'Confirm what the school does; if it is something else, set repeat-year in portfolio-policy.json.' },
    source: ['RULE-108'],
  },
  'moved/decision-needed': {
    severity: 'info', effect: 'none',
    title: { 'zh-TW': '轉入學生的項目要由學校決定歸在哪裡', en: 'Where items of a student who came belong is the school\'s to decide' },
    message: { 'zh-TW': '這位學生有 {count} 項帶來的紀錄無法依設定歸類（{setting}）。', en: '{count} items the student came with cannot be placed by the settings ({setting}).' },
    why: { 'zh-TW': '設定要求由人決定，或資料沒有寫異動代碼、學期。', en: 'The settings want a person to decide, or the data lack a change code or a term.' },
    fix: { 'zh-TW': '匯入異動名冊補上異動代碼，或以 licheng portfolio import --change 指定；其餘依學校的決定登錄在校務系統。', en: 'Import the list of status changes, or give the code with licheng portfolio import --change; enter the rest in the school\'s system as decided.' },
    source: ['RULE-103', 'RULE-108', 'RULE-112'],
  },
  'moved/visitor-listed': {
    severity: 'warning', effect: 'none',
    title: { 'zh-TW': '借讀學生的成果由學籍所在學校提交', en: 'The school of record submits the works of a visiting student' },
    message: { 'zh-TW': '這位學生的學籍在 {school}，在本校是借讀；本校名冊卻列了 {count} 項。', en: 'The student only visits this school and is on the rolls of {school}; the school\'s own file lists {count} items.' },
    why: { 'zh-TW': '兩校都提交，會重複計入每學年的件數。', en: 'Submitted by both schools, they count twice in the year.' },
    fix: { 'zh-TW': '把這些項目以歷程交換資料交給學籍所在學校，從本校名冊移除；做法不同時在 portfolio-policy.json 設定 visiting。', en: 'Hand the items to the school of record and take them off this school\'s list; if it is done otherwise, set visiting in portfolio-policy.json.' },
    source: ['RULE-106'],
  },
} as const satisfies Record<string, ProblemDefinition>;

export type MovedProblemCode = keyof typeof movedProblems;
