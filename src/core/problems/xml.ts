/** Problems of XML files. */
import type { ProblemDefinition } from '../problem.ts';

export const xmlProblems = {
  'xml/unsafe': {
    severity: 'error', effect: 'file',
    title: { 'zh-TW': 'XML 檔含不安全的內容', en: 'XML file with unsafe content' },
    message: { 'zh-TW': '檔案在開頭宣告了實體，或巢狀、長度超過上限（{detail}），沒有讀取。', en: 'The file declares entities, or is nested or long beyond the limits ({detail}); it was not read on.' },
    why: { 'zh-TW': '實體宣告可用來讀取本機檔案或耗盡記憶體，正常的學籍交換檔沒有這些內容。', en: 'Declared entities can read local files or exhaust the memory; no proper exchange file has any.' },
    fix: { 'zh-TW': '請由原系統重新匯出；若每次都如此，請原系統廠商移除 DOCTYPE 裡的宣告。', en: 'Export it again; if it is always so, have the vendor remove the declarations in its DOCTYPE.' },
    source: ['RULE-811'],
  },
  'xml/damaged': {
    severity: 'error', effect: 'file',
    title: { 'zh-TW': 'XML 檔不完整或語法有誤', en: 'XML file cut short or malformed' },
    message: { 'zh-TW': '檔案不是完整正確的 XML（{detail}）。', en: 'The file is not complete, correct XML ({detail}).' },
    why: { 'zh-TW': '檔案可能只傳了一半，或被手動改過；只收前半會讓後面的學生無聲消失。', en: 'It may have been cut short or edited by hand; taking the first part would lose the students after it in silence.' },
    fix: { 'zh-TW': '請由原系統重新匯出並完整傳送。', en: 'Export it again and send the whole file.' },
  },
  'xml/encoding': {
    severity: 'error', effect: 'file',
    title: { 'zh-TW': 'XML 檔的編碼不支援', en: 'XML file in an unsupported encoding' },
    message: { 'zh-TW': '檔案宣告的編碼是「{encoding}」，只接受 UTF-8 與 Big5。', en: 'The file says its encoding is "{encoding}"; only UTF-8 and Big5 are taken.' },
    why: { 'zh-TW': '編碼猜錯會讓姓名變成亂碼。', en: 'A wrong guess would garble names.' },
    fix: { 'zh-TW': '請由原系統以 UTF-8 重新匯出。', en: 'Export it again as UTF-8.' },
  },
  'xml/unknown-root': {
    severity: 'error', effect: 'file',
    title: { 'zh-TW': '不認得的 XML 檔', en: 'XML of an unknown kind' },
    message: { 'zh-TW': '檔案的最外層是「{root}」、其下是「{record}」，沒有任何轉接器認得。', en: 'The file has "{root}" around "{record}", which no adapter knows.' },
    why: { 'zh-TW': '只讀取已知的學籍交換格式；不在清單內的欄位不會進入系統，因此無法以猜測的方式讀取。', en: 'Only known exchange layouts are read, and of them only listed fields; none can be read by guessing.' },
    fix: { 'zh-TW': '確認送的是學籍交換檔；若是新系統的格式，請提供樣本檔以建立轉接器。', en: 'Check that it is an exchange file; for the layout of a new system, send a sample so that an adapter can be made.' },
    source: ['RULE-809'],
  },
  'xml/said-twice': {
    severity: 'error', effect: 'row',
    title: { 'zh-TW': '同一項目有兩個不同的值', en: 'One thing said in two ways' },
    message: { 'zh-TW': '這名學生的「{column}」出現兩次，內容不同。', en: 'This student\'s "{column}" stands twice with different texts.' },
    why: { 'zh-TW': '無法判斷哪一個正確，只留一個會讓另一個無聲遺失。', en: 'Nobody can say which is right; keeping one would lose the other in silence.' },
    fix: { 'zh-TW': '請原就讀學校查明後更正，重新匯出。', en: 'Ask the former school which is right, and have it exported again.' },
  },
  'xml/lost-characters': {
    severity: 'error', effect: 'row',
    title: { 'zh-TW': '有無法辨識的字', en: 'A character cannot be read' },
    message: { 'zh-TW': '「{column}」含有無法辨識的字。', en: '"{column}" has a character that cannot be read.' },
    why: { 'zh-TW': '這個字在匯出時就已損壞，若照收會少字。', en: 'The character was damaged when the file was made; taking the row would lose it.' },
    fix: { 'zh-TW': '請在原系統改正該字（常見於造字）後重新匯出。', en: 'Correct the character in the source system (often a coined one) and export again.' },
  },
} as const satisfies Record<string, ProblemDefinition>;

export type XmlProblemCode = keyof typeof xmlProblems;
