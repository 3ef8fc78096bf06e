/** Problems of a file as a whole while it is taken in. */
import type { ProblemDefinition } from '../problem.ts';

export const intakeProblems = {
  'intake/unrecognised': {
    severity: 'error', effect: 'file',
    title: { 'zh-TW': '認不出是哪個系統的檔案', en: 'The file\'s system is not recognised' },
    message: { 'zh-TW': '檔案「{file}」的工作表與欄位不符合任何已知系統。{detail}', en: 'The sheets and columns of "{file}" fit no known system. {detail}' },
    why: { 'zh-TW': '猜錯系統會把欄位放錯位置，因此整個檔案先隔離，沒有任何一列被讀入。', en: 'A wrong guess would put values into wrong fields, so the whole file is set aside and no row was read.' },
    fix: { 'zh-TW': '確認匯出的是學習歷程名冊（含封面或標題列），檔名保留「學年_學期_名冊_分頁」；若系統改版，請資訊中心執行 licheng detect 並調整對照。', en: 'Export the portfolio rosters (with cover or header row) and keep "year_term_roster_sheet" in the name; if the system changed its layout, the data centre runs licheng detect and adjusts the mapping.' },
  },
  'intake/other-system': {
    severity: 'warning', effect: 'none',
    title: { 'zh-TW': '檔案不是設定的系統匯出的', en: 'The file is not of the system that was set' },
    message: { 'zh-TW': '設定的系統{asked}與這個檔案不合，已依欄名視為「{found}」。', en: 'The file does not fit the system that was set, {asked}; by its headers it was taken for {found}.' },
    why: { 'zh-TW': '設定過時或檔案放錯時，特有的寫法可能沒有照正確的方式讀取。', en: 'When the setting is out of date, or the file is in the wrong place, what is peculiar to a system may not be read its way.' },
    fix: { 'zh-TW': '請確認檔案由哪個系統匯出；若學校已換系統，請資訊中心更改 school.json 的 systems。', en: 'Check which system exported the file; if the school has changed systems, the data centre corrects systems in school.json.' },
  },
  'intake/wrong-school': {
    severity: 'error', effect: 'file',
    title: { 'zh-TW': '檔案不是本校的', en: 'The file is of another school' },
    message: { 'zh-TW': '檔案「{file}」的封面或檔名寫的學校代碼是 {found}，但這裡是 {school}。', en: 'The cover or the name of "{file}" says school {found}, but this is {school}.' },
    why: { 'zh-TW': '把別校資料放進本校會洩漏個資，也會提交錯誤的名冊。', en: 'Taking another school\'s data in would disclose it and submit a wrong roster.' },
    fix: { 'zh-TW': '確認檔案來源；若是本校檔案，請在校務系統更正學校代碼後重新匯出。', en: 'Check where the file came from; if it is this school\'s, correct the school code in the school system and export again.' },
    source: ['RULE-507'],
  },
  'intake/receipt': {
    severity: 'error', effect: 'file',
    title: { 'zh-TW': '收訖明細不是學校的資料檔', en: 'A receipt is no export of the school' },
    message: { 'zh-TW': '「{file}」是中央資料庫的收訖明細，說的是已經提交的內容，沒有當作學校資料讀入。', en: '"{file}" is a receipt of the central database. It says what was submitted and was not taken in as data of the school.' },
    why: { 'zh-TW': '把收訖明細當成名冊，會以已提交的內容蓋掉學校後來的更正。', en: 'Taken for rosters, what was submitted would replace what the school has corrected since.' },
    fix: { 'zh-TW': '請連同 SHA.txt 的整個壓縮檔以 licheng receipt import 匯入。', en: 'Import the whole ZIP with its SHA.txt by licheng receipt import.' },
  },
  'intake/no-term': {
    severity: 'error', effect: 'file',
    title: { 'zh-TW': '看不出是哪個學年學期', en: 'Nothing says which term it is' },
    message: { 'zh-TW': '檔案「{file}」沒有封面，檔名與欄位也沒有學年度、學期。', en: '"{file}" has no cover, and neither its name nor its columns give school year and term.' },
    why: { 'zh-TW': '名冊要放進正確的學期，不能用今天的日期推測。', en: 'A roster belongs to one term, and today\'s date must not be used to guess it.' },
    fix: { 'zh-TW': '檔名請用「114_1_學生成績名冊_學期成績.csv」的形式，或以 --term 114-1 指定。', en: 'Name the file like "114_1_學生成績名冊_學期成績.csv", or give --term 114-1.' },
    source: ['RULE-302', 'RULE-401'],
  },
  'intake/bad-term': {
    severity: 'error', effect: 'file',
    title: { 'zh-TW': '封面的學年度或學期不合格', en: 'School year or term on the cover is not valid' },
    message: { 'zh-TW': '檔案「{file}」封面的學年度「{year}」、學期「{part}」不是有效的學期。', en: 'The cover of "{file}" gives school year "{year}" and term "{part}", which is no term.' },
    why: { 'zh-TW': '學期只能是 1、2(學年名冊為 0),學年度是民國年。', en: 'The term is 1 or 2 (0 for yearly rosters) and the year is a ROC school year.' },
    fix: { 'zh-TW': '更正封面第 2 列後重新放入。', en: 'Correct row 2 of the cover and hand the file in again.' },
    source: ['RULE-302', 'RULE-421'],
  },
  'intake/unmapped-sheet': {
    severity: 'error', effect: 'row',
    title: { 'zh-TW': '工作表不在對照表內', en: 'The sheet has no mapping' },
    message: { 'zh-TW': '工作表「{sheet}」認不出來，它的每一列都已隔離。{detail}', en: 'The sheet "{sheet}" is not recognised; each of its rows was set aside. {detail}' },
    why: { 'zh-TW': '認不得的工作表可能是改了名稱的名冊，不能當作沒有。', en: 'An unknown sheet may be a roster under another name and must not be taken for nothing.' },
    fix: { 'zh-TW': '若是名冊，請把工作表名稱改回公告名稱；若與名冊無關，請刪除該工作表後重新放入。', en: 'If it is a roster, give the sheet its published title; if it has nothing to do with rosters, delete it and hand the file in again.' },
    source: ['RULE-401'],
  },
  'intake/nested-archive': {
    severity: 'error', effect: 'file',
    title: { 'zh-TW': '壓縮檔裡還有壓縮檔', en: 'An archive inside an archive' },
    message: { 'zh-TW': '「{file}」是壓縮檔裡的壓縮檔，沒有展開。', en: '"{file}" is an archive inside an archive and was not opened.' },
    why: { 'zh-TW': '層層壓縮常是誤包或惡意檔案。', en: 'Archives within archives are packed by mistake or by malice.' },
    fix: { 'zh-TW': '請解開後，把名冊檔直接放入收件匣或包成一層壓縮檔。', en: 'Unpack it and put the roster files into the inbox, or into one archive.' },
  },
  'intake/empty-archive': {
    severity: 'error', effect: 'file',
    title: { 'zh-TW': '壓縮檔裡沒有資料檔', en: 'The archive holds no data file' },
    message: { 'zh-TW': '「{file}」裡沒有可以讀取的檔案。', en: '"{file}" holds no file that could be read.' },
    why: { 'zh-TW': '空的壓縮檔多半表示匯出或壓縮沒有完成；若當作沒事，學校會以為資料已經送出。', en: 'An empty archive mostly means that exporting or packing was cut off; passing over it would let the school believe its data was sent.' },
    fix: { 'zh-TW': '請確認壓縮檔內有名冊檔，重新壓縮後再放入。', en: 'Check that the roster files are in the archive, pack it again and hand it in.' },
  },
  'intake/students-gone': {
    severity: 'warning', effect: 'none',
    title: { 'zh-TW': '這次匯出比上次少了學生', en: 'Students of the last export are missing in this one' },
    message: { 'zh-TW': '「{kind}」上次有 {before} 位學生，這次是 {after} 位，其中 {gone} 位不見了。', en: '"{kind}" had {before} students last time and has {after} now; {gone} are gone.' },
    why: { 'zh-TW': '只匯出部分班級、或篩選條件不同時，沒匯出的學生會被當成沒有資料。', en: 'When only some classes were exported, the others look as if they had no data.' },
    fix: { 'zh-TW': '確認是否匯出全校；若學生確實已轉出或休學，不需處理。', en: 'Check that the whole school was exported; if the students really left, nothing needs doing.' },
  },
} as const satisfies Record<string, ProblemDefinition>;
