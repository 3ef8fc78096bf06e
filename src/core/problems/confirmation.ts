/** Confirming receipts: windows that cannot be opened, and answers of students that cannot be taken. */
import type { ProblemDefinition } from '../problem.ts';

const WINDOW = { 'zh-TW': '學生要有至少三天可以核對，逾期未表示才視為確認（教育部函 114.7.14）。', en: 'Students have three days at least; only then does silence count as agreement (RULE-313).' };

export const confirmationProblems = {
  'confirmation/window-too-short': {
    severity: 'error', effect: 'none',
    title: { 'zh-TW': '確認期間太短', en: 'The window is too short' },
    message: { 'zh-TW': '{from} 到 {to} 只有 {found} 天，至少要 {days} 天。', en: '{from} to {to} has {found} days; {days} are the least.' },
    why: WINDOW,
    fix: { 'zh-TW': '把 --to 往後移。', en: 'Choose a later --to.' },
  },
  'confirmation/window-too-early': {
    severity: 'error', effect: 'none',
    title: { 'zh-TW': '確認期間早於收訖明細', en: 'The window begins before the receipt came' },
    message: { 'zh-TW': '期間從 {from} 開始，但收訖明細 {received} 才匯入。', en: 'The window begins on {from}, and the receipt was imported on {received}.' },
    why: WINDOW,
    fix: { 'zh-TW': '--from 不得早於匯入日。', en: 'Choose a --from that is not before the import.' },
  },
  'confirmation/window-over': {
    severity: 'error', effect: 'none',
    title: { 'zh-TW': '確認期間已經過了', en: 'The window is over already' },
    message: { 'zh-TW': '期間到 {to} 為止，今天是 {today}。', en: 'The window ends on {to}, and today is {today}.' },
    why: WINDOW,
    fix: { 'zh-TW': '重新公告一段期間。', en: 'Announce another window.' },
  },
  'confirmation/window-shortened': {
    severity: 'error', effect: 'none',
    title: { 'zh-TW': '確認期間不能提早結束', en: 'An open window cannot be cut short' },
    message: { 'zh-TW': '已公告到 {until}，不能改為 {to}。', en: 'It was announced until {until} and cannot end on {to}.' },
    why: WINDOW,
    fix: { 'zh-TW': '只能延長，或等期間結束。', en: 'Prolong it, or wait for its end.' },
  },
  'confirmation/no-days': {
    severity: 'error', effect: 'none',
    title: { 'zh-TW': '沒有確認期間的日期', en: 'Nothing says until when' },
    message: { 'zh-TW': '沒有指定 --to，行事曆也沒有 {term}「{kind}」的收訖明細確認期間。', en: 'There is no --to, and no calendar has a window for the receipt of "{kind}" in {term}.' },
    why: WINDOW,
    fix: { 'zh-TW': '加上 --to 日期，或把期間寫進 calendar.json。', en: 'Give --to, or enter the window in calendar.json.' },
  },
  'confirmation/no-line': {
    severity: 'error', effect: 'row',
    title: { 'zh-TW': '沒有這一種收訖明細', en: 'There is no receipt of this kind' },
    message: { 'zh-TW': '{term} 沒有匯入過「{kind}」的收訖明細。', en: 'No receipt of "{kind}" was imported for {term}.' },
    why: { 'zh-TW': '只能確認已經收到的內容。', en: 'Only what was received can be confirmed.' },
    fix: { 'zh-TW': '以 licheng receipt status 查看有哪些種類，改正種類或學期。', en: 'See which kinds there are with licheng receipt status, and correct kind or term.' },
  },
  'confirmation/no-student': {
    severity: 'error', effect: 'row',
    title: { 'zh-TW': '找不到這名學生', en: 'The student is not there' },
    message: { 'zh-TW': '「{kind}」的收訖明細沒有核對碼或身分為「{student}」的學生，或不只一名。', en: 'The receipt of "{kind}" has no student, or more than one, with the code or id "{student}".' },
    why: { 'zh-TW': '認錯人會替別人確認。', en: 'Taken for somebody else, one student would confirm for another.' },
    fix: { 'zh-TW': '核對碼印在核對單右上角；也可以用身分證號加出生日期兩欄。', en: 'The code stands at the top of the sheet; in a file, id and birth date do as well.' },
  },
  'confirmation/no-window': {
    severity: 'error', effect: 'row',
    title: { 'zh-TW': '不在確認期間內', en: 'Not within the window' },
    message: { 'zh-TW': '「{kind}」在 {on} 沒有開放確認。', en: '"{kind}" was not open for confirmation on {on}.' },
    why: { 'zh-TW': '確認與疑義都只能在公告的期間內提出。', en: 'Students confirm and object within the announced window only.' },
    fix: { 'zh-TW': '先以 licheng receipt open 公告期間；補登時以實際日期（日期欄或 --on）填寫。', en: 'Open a window with licheng receipt open; what is entered later carries its own day (the date column, or --on).' },
  },
  'confirmation/bad-date': {
    severity: 'error', effect: 'row',
    title: { 'zh-TW': '日期無法使用', en: 'The date cannot be used' },
    message: { 'zh-TW': '「{on}」不是日期，或在今天之後。', en: '"{on}" is no date, or lies after today.' },
    why: { 'zh-TW': '確認期間以日期判斷。', en: 'Whether somebody was in time is told by the date.' },
    fix: { 'zh-TW': '用 2026-03-02、2026/3/2 或 1150302 的寫法。', en: 'Write it as 2026-03-02, 2026/3/2 or 1150302.' },
  },
  'confirmation/bad-answer': {
    severity: 'error', effect: 'row',
    title: { 'zh-TW': '看不懂結果', en: 'The answer is neither right nor wrong' },
    message: { 'zh-TW': '結果欄只能填「正確」或「錯誤」，這一列填的是別的。', en: 'The answer is 正確 (right) or 錯誤 (wrong); this row has something else.' },
    why: { 'zh-TW': '不能替學生猜。', en: 'Nobody guesses for a student.' },
    fix: { 'zh-TW': '向學生確認後改填。', en: 'Ask the student and correct it.' },
  },
  'confirmation/no-text': {
    severity: 'error', effect: 'row',
    title: { 'zh-TW': '疑義沒有說明', en: 'An objection without a text' },
    message: { 'zh-TW': '結果是「錯誤」，但沒有寫哪裡有疑義。', en: 'The answer is "wrong" and nothing says what is.' },
    why: { 'zh-TW': '學校要在期限內查證，必須知道查什麼。', en: 'The school has to verify it in time, and has to know what.' },
    fix: { 'zh-TW': '在說明欄（--text）寫明哪一筆、哪裡不對。', en: 'Say which row and what is wrong with it, in the column 說明 or with --text.' },
  },
  'confirmation/no-row': {
    severity: 'error', effect: 'row',
    title: { 'zh-TW': '沒有這一筆', en: 'There is no such row' },
    message: { 'zh-TW': '這名學生的「{sheet}」沒有第 {number} 筆。', en: 'This student has no row {number} in "{sheet}".' },
    why: { 'zh-TW': '疑義要記在學生指的那一筆。', en: 'An objection belongs to the row it is about.' },
    fix: { 'zh-TW': '看核對單上的筆次；不確定時不要填分頁與筆次，視為整份有疑義。', en: 'See the numbers on the sheet; leave sheet and number out to object to the whole.' },
  },
  'confirmation/being-corrected': {
    severity: 'error', effect: 'row',
    title: { 'zh-TW': '正在更正，不能確認或再提疑義', en: 'It is being corrected' },
    message: { 'zh-TW': '這名學生的「{kind}」正在更正，要等新的收訖明細。', en: "This student's \"{kind}\" is being corrected and waits for the next receipt." },
    why: { 'zh-TW': '更正後的內容要由學生重新核對。', en: 'The student looks at what comes of the correction.' },
    fix: { 'zh-TW': '匯入更正後的收訖明細，再請學生確認。', en: 'Import the receipt of the correction, then ask the student.' },
  },
  'confirmation/objected-since': {
    severity: 'error', effect: 'row',
    title: { 'zh-TW': '學生已提出疑義', en: 'The student has objected since' },
    message: { 'zh-TW': '這名學生對「{kind}」提出的疑義還沒有答覆，不能以同日或更早的「正確」取消。', en: 'An objection of this student to "{kind}" waits for an answer, and an agreement of that day or before does not cancel it.' },
    why: { 'zh-TW': '補登或重複匯入的名單，不能把疑義蓋掉。', en: 'A list entered late or twice must not silence a doubt.' },
    fix: { 'zh-TW': '若學生確實要收回疑義，以 licheng receipt confirm --student 單獨登記。', en: 'If the student takes the objection back, enter it alone with licheng receipt confirm --student.' },
  },
  'confirmation/no-objection': {
    severity: 'error', effect: 'none',
    title: { 'zh-TW': '沒有這件待答覆的疑義', en: 'There is no such objection to answer' },
    message: { 'zh-TW': '找不到編號「{id}」、仍可答覆的疑義。', en: 'There is no objection "{id}" that could be answered.' },
    why: { 'zh-TW': '已經收回、更正或由新的收訖明細取代的疑義，不需再答覆。', en: 'One that was taken back, is being corrected, or was settled by a newer receipt needs no answer.' },
    fix: { 'zh-TW': '以 licheng receipt objections 查看編號。', en: 'See the numbers with licheng receipt objections.' },
  },
  'confirmation/no-columns': {
    severity: 'error', effect: 'file',
    title: { 'zh-TW': '檔案缺少必要的欄位', en: 'The file lacks columns it needs' },
    message: { 'zh-TW': '「{file}」要有「結果」欄，以及「核對碼」或「身分證號」加「出生日期」。', en: '"{file}" needs the column "結果", and either "核對碼" or both "身分證號" and "出生日期".' },
    why: { 'zh-TW': '沒有這些欄位，不知道是誰、答了什麼。', en: 'Without them nothing says who answered what.' },
    fix: { 'zh-TW': '用 licheng receipt sheets 產出的確認名單填寫。', en: 'Fill in the list that licheng receipt sheets writes.' },
  },
} as const satisfies Record<string, ProblemDefinition>;
