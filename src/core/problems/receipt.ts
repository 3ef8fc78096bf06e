/** 收訖明細 as files: what keeps one from being believed, and what is odd about one that is. */
import type { ProblemDefinition } from '../problem.ts';

const WHOLE = { 'zh-TW': '只要有一處不可信，整份收訖明細都不採用；先前匯入的內容與學生的確認都沒有變動。', en: 'Where one part cannot be believed, none of the receipt is taken; what was imported before and what students confirmed is untouched.' };
const AGAIN = { 'zh-TW': '請由中央資料庫重新下載收訖明細，不要解開或更名，再匯入一次。', en: 'Download the receipt from the central database again, do not unpack or rename it, and import it once more.' };

export const receiptProblems = {
  'receipt/no-digests': {
    severity: 'error', effect: 'file',
    title: { 'zh-TW': '收訖明細沒有 SHA.txt', en: 'The receipt has no SHA.txt' },
    message: { 'zh-TW': '「{file}」裡沒有 SHA.txt，無法核對內容是否完整。', en: '"{file}" has no SHA.txt, so nothing says whether its content is whole.' },
    why: WHOLE, fix: AGAIN,
  },
  'receipt/digests-twice': {
    severity: 'error', effect: 'file',
    title: { 'zh-TW': '收訖明細有兩個 SHA.txt', en: 'The receipt has two lists of digests' },
    message: { 'zh-TW': '「{file}」裡有不只一個 SHA.txt，無從判斷哪一個才對。', en: '"{file}" holds more than one SHA.txt, and nothing tells which is meant.' },
    why: WHOLE, fix: AGAIN,
  },
  'receipt/digest-line': {
    severity: 'error', effect: 'file',
    title: { 'zh-TW': 'SHA.txt 有一行不是檔名加檢查碼', en: 'A line of SHA.txt is no file name with its digest' },
    message: { 'zh-TW': '「{file}」第 {row} 行提到 JSON 檔，卻沒有恰好一個 SHA-256 檢查碼。', en: 'Line {row} of "{file}" speaks of a JSON file and does not have exactly one SHA-256.' },
    why: WHOLE, fix: AGAIN,
  },
  'receipt/digest-missing': {
    severity: 'error', effect: 'file',
    title: { 'zh-TW': 'SHA.txt 沒有列出這個檔案', en: 'SHA.txt does not list this file' },
    message: { 'zh-TW': '「{file}」裡的「{entry}」沒有列在 SHA.txt。', en: '"{entry}" in "{file}" is not listed in SHA.txt.' },
    why: WHOLE, fix: AGAIN,
  },
  'receipt/digest-wrong': {
    severity: 'error', effect: 'file',
    title: { 'zh-TW': '檔案與 SHA.txt 的檢查碼不符', en: 'A file differs from its digest in SHA.txt' },
    message: { 'zh-TW': '「{file}」裡的「{entry}」與 SHA.txt 列出的 SHA-256 不符，內容已被改變。', en: '"{entry}" in "{file}" does not have the SHA-256 that SHA.txt lists; its content was changed.' },
    why: WHOLE, fix: AGAIN,
  },
  'receipt/digest-orphan': {
    severity: 'error', effect: 'file',
    title: { 'zh-TW': 'SHA.txt 列出的檔案不在裡面', en: 'A file that SHA.txt lists is not there' },
    message: { 'zh-TW': 'SHA.txt 列有「{entry}」，但「{file}」裡沒有這個檔案。', en: 'SHA.txt lists "{entry}", which is not in "{file}".' },
    why: WHOLE, fix: AGAIN,
  },
  'receipt/nothing-known': {
    severity: 'error', effect: 'file',
    title: { 'zh-TW': '裡面沒有收訖明細', en: 'There is no receipt in it' },
    message: { 'zh-TW': '「{file}」裡沒有檔名含有這些字的 JSON 檔：{kinds}。', en: '"{file}" holds no JSON file whose name contains one of: {kinds}.' },
    why: { 'zh-TW': '收訖明細的種類由檔名辨認。', en: 'What a receipt is of is told by the name of its file.' },
    fix: { 'zh-TW': '確認下載的是收訖明細；若中央資料庫改了檔名，請資訊中心在 receipt-kinds.json 更新種類。', en: 'Check that it is a receipt; if the central database names its files differently now, the data centre updates receipt-kinds.json.' },
  },
  'receipt/shape': {
    severity: 'error', effect: 'file',
    title: { 'zh-TW': '收訖明細的結構不是預期的樣子', en: 'The receipt is not built as expected' },
    message: { 'zh-TW': '「{file}」的結構讀不懂：{detail}。', en: '"{file}" is not built as a receipt is: {detail}.' },
    why: WHOLE,
    fix: { 'zh-TW': '請重新下載；仍然一樣時，把檔名與這段訊息交給資訊中心，不要自行修改內容。', en: 'Download it again; if it is the same, give the file name and this message to the data centre, and do not edit the content.' },
  },
  'receipt/row-of-another': {
    severity: 'error', effect: 'file',
    title: { 'zh-TW': '學生底下有別人的紀錄', en: "A row of somebody else stands under a student" },
    message: { 'zh-TW': '「{file}」的「{sheet}」第 {row} 筆，身分證號與所屬學生不同。', en: 'Row {row} of "{sheet}" in "{file}" names another id than the student it stands under.' },
    why: { 'zh-TW': '收訖明細會發給學生核對，放錯人就洩漏他人的資料。', en: 'Receipts are given to students; a row in the wrong place discloses somebody else\'s data.' },
    fix: { 'zh-TW': '請向中央資料庫反映，取得更正後的收訖明細再匯入。', en: 'Report it to the central database, and import the corrected receipt.' },
  },
  'receipt/other-school': {
    severity: 'error', effect: 'file',
    title: { 'zh-TW': '收訖明細是別校的', en: 'The receipt is of another school' },
    message: { 'zh-TW': '「{file}」寫的學校代碼是 {found}，但這裡是 {school}。', en: '"{file}" says school {found}, but this is {school}.' },
    why: { 'zh-TW': '匯入別校的收訖明細會把別校學生的資料發給本校學生。', en: 'Taking in another school\'s receipt would hand its students\' data to ours.' },
    fix: { 'zh-TW': '確認檔案是本校帳號下載的，再匯入正確的檔案。', en: 'Check that it was downloaded with this school\'s account, and import the right file.' },
  },
  'receipt/other-term': {
    severity: 'error', effect: 'file',
    title: { 'zh-TW': '收訖明細是別的學期', en: 'The receipt is of another term' },
    message: { 'zh-TW': '「{file}」是 {found} 的，指定的卻是 {term}。', en: '"{file}" is of {found}, but {term} was asked for.' },
    why: { 'zh-TW': '放錯學期會把不同學期的名冊拿來比對，差異全都不是真的。', en: 'Compared with the rosters of another term, not one difference would be real.' },
    fix: { 'zh-TW': '以 --term 指定收訖明細所屬的學年度學期，或換成正確的檔案。', en: 'Give the receipt\'s own school year and term with --term, or take the right file.' },
  },
  'receipt/no-term': {
    severity: 'error', effect: 'file',
    title: { 'zh-TW': '看不出是哪個學期的收訖明細', en: 'Nothing says which term the receipt is of' },
    message: { 'zh-TW': '「{file}」不在學期資料夾裡，檔名與學校設定也沒有學期。', en: '"{file}" lies in no folder of a term, and neither its name nor the school\'s settings give one.' },
    why: { 'zh-TW': '收訖明細要與當學期提交的名冊比對，不能用今天的日期推測。', en: 'A receipt is compared with the rosters of its term, and today\'s date must not be used to guess it.' },
    fix: { 'zh-TW': '放進 receipts/114-1/ 這樣的資料夾，或在檔名加上 114_1。', en: 'Put it into a folder such as receipts/114-1/, or add 114_1 to its name.' },
  },
  'receipt/nobody-known': {
    severity: 'error', effect: 'file',
    title: { 'zh-TW': '裡面的學生大多不是本校提交的', en: 'Most students in it are none that this school submitted' },
    message: { 'zh-TW': '「{file}」的「{kind}」有 {students} 名學生，只有 {known} 名是本校提交過的，而且名冊的檢查碼也不是本校的。', en: '"{kind}" in "{file}" has {students} students, of whom this school submitted {known}, and its rosters\' digests are not this school\'s either.' },
    why: { 'zh-TW': '這多半是別校或別學期的收訖明細。', en: 'Most likely it is the receipt of another school or term.' },
    fix: { 'zh-TW': '確認檔案來源與 --school、--term；確定無誤時，先以 licheng pack 產出這次提交的名冊再匯入。', en: 'Check where the file came from, and --school and --term; if they are right, pack the rosters that were submitted with licheng pack first.' },
  },
  'receipt/nothing-submitted': {
    severity: 'error', effect: 'file',
    title: { 'zh-TW': '這個學期沒有提交紀錄可以比對', en: 'There is no submission to compare it with' },
    message: { 'zh-TW': '{term} 沒有由 licheng 產出並通過檢核的「{kind}」名冊，無法比對「{file}」。', en: 'licheng packed no rosters of "{kind}" for {term}, so there is nothing to compare "{file}" with.' },
    why: { 'zh-TW': '比對的依據是當時提交的內容，不能用現在的資料代替。', en: 'A receipt is compared with what was submitted then, never with what the data is now.' },
    fix: { 'zh-TW': '確認 --term；若名冊是以其他方式提交的，先匯入當時的名冊並以 licheng pack 產出，再匯入收訖明細。', en: 'Check --term; if the rosters were submitted some other way, import them as they were, pack them with licheng pack, and import the receipt then.' },
  },
  'receipt/evidence-gone': {
    severity: 'error', effect: 'file',
    title: { 'zh-TW': '當時提交的名冊已不存在', en: 'The rosters that were submitted are gone' },
    message: { 'zh-TW': '提交包「{package}」裡的「{roster}」不在 outbox，也沒有留存，無法知道當時提交了什麼。', en: '"{roster}" of the package "{package}" is neither in the outbox nor kept, so nothing says what was submitted.' },
    why: { 'zh-TW': '比對的依據是當時提交的內容，不能用現在的資料代替。', en: 'A receipt is compared with what was submitted then, never with what the data is now.' },
    fix: { 'zh-TW': '把原來的提交包放回 outbox（內容會以檢查碼核對）後再匯入。', en: 'Put the original package back into the outbox (its digest is checked) and import again.' },
  },
  'receipt/older': {
    severity: 'error', effect: 'file',
    title: { 'zh-TW': '這是先前匯入過的舊收訖明細', en: 'This is an older receipt, imported before' },
    message: { 'zh-TW': '「{kind}」的內容與第 {version} 次匯入相同，之後已經匯入過第 {current} 次。', en: '"{kind}" is what import {version} brought; import {current} followed since.' },
    why: { 'zh-TW': '把舊的收訖明細當成最新的，會讓已更正的紀錄變回錯的。', en: 'Taken for the newest, an old receipt would bring back what was corrected since.' },
    fix: { 'zh-TW': '請下載最新的收訖明細；若中央資料庫現在確實是這個內容，加上 --again 再匯入。', en: 'Download the newest receipt; if the central database really has this content now, import it with --again.' },
  },

  'receipt/no-digests-per-student': {
    severity: 'info', effect: 'none',
    title: { 'zh-TW': '逐生檔案沒有檢查碼可核對', en: 'Per-student files come without digests' },
    message: { 'zh-TW': '「{file}」是逐生檔案，沒有 SHA.txt，只能核對每個檔案是否完整可讀。', en: '"{file}" holds per-student files without a SHA.txt; all that was checked is that each can be read to its end.' },
    why: { 'zh-TW': '逐生檔案的格式是推定的，沒有見過實際的檔案。', en: 'The form of per-student files is inferred; none was ever seen.' },
    fix: { 'zh-TW': '有全校的收訖明細壓縮檔時，請優先使用。', en: 'Where there is a receipt of the whole school, use that.' },
  },
  'receipt/unknown-kind': {
    severity: 'warning', effect: 'none',
    title: { 'zh-TW': '檔名看不出是哪一種收訖明細', en: "A file's name tells no kind of receipt" },
    message: { 'zh-TW': '「{file}」裡的「{entry}」檔名不含任何已知的種類，沒有採用。', en: 'The name of "{entry}" in "{file}" contains no known kind; it was left alone.' },
    why: { 'zh-TW': '收訖明細的種類由檔名辨認。', en: 'What a receipt is of is told by the name of its file.' },
    fix: { 'zh-TW': '若中央資料庫新增了種類，請資訊中心在 receipt-kinds.json 加上。', en: 'If the central database has a new kind, the data centre adds it to receipt-kinds.json.' },
  },
  'receipt/unknown-key': {
    severity: 'info', effect: 'none',
    title: { 'zh-TW': '收訖明細有沒見過的項目', en: 'The receipt has a part nobody knows' },
    message: { 'zh-TW': '「{file}」有「{key}」這個項目，內容原樣保留，沒有比對。', en: '"{file}" has a part "{key}"; it is kept as it is and compared with nothing.' },
    why: { 'zh-TW': '沒有公開的收訖明細規格，新項目不能當作沒有。', en: 'There is no published description of receipts, and what is new must not be taken for nothing.' },
    fix: { 'zh-TW': '不需處理；請告知資訊中心。', en: 'Nothing needs doing; tell the data centre.' },
  },
  'receipt/student-twice': {
    severity: 'warning', effect: 'none',
    title: { 'zh-TW': '同一名學生在清單中出現兩次', en: 'A student stands in the list twice' },
    message: { 'zh-TW': '「{file}」有 {students} 名學生重複列出，各處的紀錄合併計算。', en: '"{file}" lists {students} student(s) more than once; the rows of all places were put together.' },
    why: { 'zh-TW': '只採用其中一處會漏掉紀錄。', en: 'Taking only one place would lose rows.' },
    fix: { 'zh-TW': '核對這些學生的紀錄是否重複；若重複，請向中央資料庫反映。', en: 'Check whether rows of these students are doubled; if so, report it to the central database.' },
  },
} as const satisfies Record<string, ProblemDefinition>;
