/** Problems of transfer packages (歷程交換資料). Those of one student leave the other students alone. */
import type { ProblemDefinition } from '../problem.ts';

export const portfolioProblems = {
  'portfolio/no-root': {
    severity: 'error', effect: 'file',
    title: { 'zh-TW': '壓縮檔裡沒有學生資料的 JSON', en: 'The ZIP has no root JSON' },
    message: { 'zh-TW': '「{file}」的最上層沒有 JSON 檔，裡面也沒有另一個歷程交換壓縮檔。', en: '"{file}" has no JSON file at its top, nor another transfer package inside.' },
    why: { 'zh-TW': '歷程交換資料的最上層要有一個與壓縮檔同名的 JSON，學生的紀錄都寫在裡面；沒有它，附件不知道是誰的。', en: 'A transfer package has a JSON file of its own name at the top with the students\' records; without it nobody knows whose the files are.' },
    fix: { 'zh-TW': '請確認這是歷程交換資料，而不是只有附件的壓縮檔；必要時請原校重新匯出。', en: 'Check that it is a transfer package and not a ZIP of attachments alone; if need be, ask the sending school to export it again.' },
  },
  'portfolio/several-roots': {
    severity: 'error', effect: 'file',
    title: { 'zh-TW': '無法分辨哪一個是學生資料的 JSON', en: 'More than one JSON could be the root' },
    message: { 'zh-TW': '「{file}」的最上層有 {count} 個 JSON 檔都可能是學生資料，不能用猜的。', en: '"{file}" has {count} JSON files at its top that could be the root; it is not for us to guess.' },
    why: { 'zh-TW': '選錯就會把別份資料當成這一份。', en: 'The wrong choice would take other data for this package.' },
    fix: { 'zh-TW': '請原校一次匯出一個壓縮檔，不要把幾份合在一起。', en: 'Ask the sending school for one ZIP a package, not several put together.' },
  },
  'portfolio/not-a-list': {
    severity: 'error', effect: 'file',
    title: { 'zh-TW': '學生資料的 JSON 不是學生清單', en: 'The root JSON is no list of students' },
    message: { 'zh-TW': '「{file}」的學生資料最外層不是清單（[ ]）。', en: 'The outermost value of the root JSON of "{file}" is no list.' },
    why: { 'zh-TW': '交換規格的最外層是清單，一個項目是一位學生。', en: 'The standard has a list there, one item a student.' },
    fix: { 'zh-TW': '請確認這是歷程交換資料；若是，請原校的系統廠商修正匯出功能。', en: 'Check that it is a transfer package; if so, the maker of the sending school\'s system must correct its export.' },
  },
  'portfolio/renamed': {
    severity: 'info', effect: 'none',
    title: { 'zh-TW': '壓縮檔改過檔名', en: 'The ZIP was renamed' },
    message: { 'zh-TW': '壓縮檔原來的檔名是「{name}」；內容照常讀取。', en: 'The ZIP was called "{name}"; it is read all the same.' },
    why: { 'zh-TW': '有些系統改了檔名就無法匯入。', en: 'Some systems cannot import a package once it is renamed.' },
    fix: { 'zh-TW': '不需處理；若還要匯入校務系統，請先改回原來的檔名。', en: 'Nothing needs doing; change the name back before another system is to import it.' },
  },
  'portfolio/tampered': {
    severity: 'error', effect: 'file',
    title: { 'zh-TW': '封裝檔與寄出時不同', en: 'The sealed package is not as it was sent' },
    message: { 'zh-TW': '封裝檔在「{detail}」處驗證失敗，內容一筆也沒有採用。', en: 'The sealed package fails verification at "{detail}"; nothing of it was taken.' },
    why: { 'zh-TW': '檔案在傳送途中損毀、被截斷或被改過；任何一個位元不同都會被發現。', en: 'It was damaged, cut short or changed on its way; a single bit that differs is noticed.' },
    fix: { 'zh-TW': '請原校重新傳送；若再次失敗，請原校重新匯出。', en: 'Ask the sending school to send it again; if that fails too, to export it again.' },
  },
  'portfolio/bag-broken': {
    severity: 'error', effect: 'file',
    title: { 'zh-TW': '封裝檔的內容與清單不符', en: 'The content of the sealed package does not match its lists' },
    message: { 'zh-TW': '「{entry}」與清單不符（{detail}），內容一筆也沒有採用。', en: '"{entry}" is not as the lists say ({detail}); nothing of it was taken.' },
    why: { 'zh-TW': '清單逐檔記載雜湊值；多一個、少一個或內容不同，整份都不可信。', en: 'The lists have the digest of every file; one more, one less or one that differs, and the whole cannot be trusted.' },
    fix: { 'zh-TW': '請原校重新匯出。', en: 'Ask the sending school to export it again.' },
  },
  'portfolio/bad-signature': {
    severity: 'error', effect: 'file',
    title: { 'zh-TW': '簽章不是原校的', en: 'The signature is not the sending school\'s' },
    message: { 'zh-TW': '封裝檔自稱來自學校 {school}，簽章卻不符，內容一筆也沒有採用。', en: 'The sealed package says it is from school {school}, but its signature does not fit; nothing of it was taken.' },
    why: { 'zh-TW': '只有簽章能證明資料是原校給的、認證是原校老師做的。', en: 'Nothing but the signature proves that the data are the school\'s and the certification is its teachers\'.' },
    fix: { 'zh-TW': '請以電話向原校確認是否寄出這份資料；若是，請原校重新匯出。', en: 'Ask the sending school by telephone whether it sent this; if so, to export it again.' },
  },
  'portfolio/wrong-receiver': {
    severity: 'error', effect: 'file',
    title: { 'zh-TW': '封裝檔是給別的學校的', en: 'The package is for another school' },
    message: { 'zh-TW': '這份封裝檔是給學校 {to} 的，不是給 {school}，不能匯入。', en: 'This package is for school {to}, not for {school}, and is not taken in.' },
    why: { 'zh-TW': '學生資料只交給學生要去的學校；轉給別校的封裝檔可能是誤送，也可能是冒用。', en: 'A student\'s data go to that student\'s school alone; a package passed on to another was sent there by mistake, or worse.' },
    fix: { 'zh-TW': '請把檔案交還原校並刪除；若學生確實轉入本校，請原校以本校的金鑰重新匯出。', en: 'Give the file back and delete it; if the student does come to this school, ask for an export with this school\'s key.' },
  },
  'portfolio/unknown-own-key': {
    severity: 'error', effect: 'file',
    title: { 'zh-TW': '封裝檔所用的本校金鑰已不可用', en: 'The key it was sealed to is not to be had' },
    message: { 'zh-TW': '封裝檔是以本校的金鑰 {fingerprint} 封裝的，本校沒有這把金鑰，或已經廢止。', en: 'The package was sealed to this school\'s key {fingerprint}, which the school does not have or has revoked.' },
    why: { 'zh-TW': '原校用的是舊的或錯的公開金鑰。', en: 'The sending school used an old or a wrong public key.' },
    fix: { 'zh-TW': '以 licheng seal keys export 匯出目前的公開金鑰交給原校，請原校重新匯出。', en: 'Give the sending school the present public key (licheng seal keys export) and ask for a new export.' },
  },
  'portfolio/bad-key-file': {
    severity: 'error', effect: 'file',
    title: { 'zh-TW': '不是學校的公開金鑰檔', en: 'Not a school\'s public key' },
    message: { 'zh-TW': '「{file}」不是合格的學校公開金鑰檔：{detail}。', en: '"{file}" is no valid public key of a school: {detail}.' },
    why: { 'zh-TW': '公開金鑰檔由金鑰自己簽章；內容被改過就不符。', en: 'A key file is signed by its own key; one that was changed does not fit.' },
    fix: { 'zh-TW': '請對方以 licheng seal keys export 重新匯出，整個檔案原封不動地傳送。', en: 'Ask the other school to export it again with licheng seal keys export and to send the file untouched.' },
  },
  'portfolio/bad-acknowledgement': {
    severity: 'error', effect: 'file',
    title: { 'zh-TW': '不是合格的收受回條', en: 'Not a valid acknowledgement' },
    message: { 'zh-TW': '「{file}」不是合格的收受回條：{detail}。', en: '"{file}" is no valid acknowledgement: {detail}.' },
    why: { 'zh-TW': '回條由接收學校簽章；內容被改過、或不是接收學校簽的，就不能證明資料已送達。', en: 'An acknowledgement is signed by the receiving school; one that was changed or signed by somebody else proves nothing.' },
    fix: { 'zh-TW': '請接收學校重新傳送回條。', en: 'Ask the receiving school to send it again.' },
  },
  'portfolio/unknown-signer': {
    severity: 'error', effect: 'file',
    title: { 'zh-TW': '簽章的金鑰不是本校信任的', en: 'Signed by a key nobody here believes' },
    message: { 'zh-TW': '簽章用的是學校 {school} 的金鑰 {fingerprint}，本校還沒有信任它。', en: 'It is signed by key {fingerprint} of school {school}, which is not trusted here.' },
    why: { 'zh-TW': '任何人都能造一把自稱某校的金鑰；核對過指紋才知道是真的。', en: 'Anybody can make a key in a school\'s name; only a compared fingerprint tells the real one.' },
    fix: { 'zh-TW': '向對方學校索取公開金鑰檔，以電話核對指紋後執行 licheng seal keys trust，再匯入一次。', en: 'Ask that school for its public key, compare the fingerprint over the telephone, run licheng seal keys trust and import again.' },
  },
  'portfolio/revoked-key': {
    severity: 'error', effect: 'file',
    title: { 'zh-TW': '簽章的金鑰已廢止', en: 'Signed by a revoked key' },
    message: { 'zh-TW': '學校 {school} 的金鑰 {fingerprint} 已廢止：{reason}。', en: 'Key {fingerprint} of school {school} was revoked: {reason}.' },
    why: { 'zh-TW': '廢止的金鑰可能落入他人之手，它簽的都不能再相信。', en: 'A revoked key may be in other hands; nothing it signs can be believed.' },
    fix: { 'zh-TW': '請對方學校以新的金鑰重新匯出。', en: 'Ask that school for a new export with its new key.' },
  },
  'portfolio/expired-key': {
    severity: 'error', effect: 'file',
    title: { 'zh-TW': '簽章時金鑰不在有效期間', en: 'The key was not valid when it signed' },
    message: { 'zh-TW': '學校 {school} 的金鑰 {fingerprint} 有效期間是 {from} 到 {to}，簽章日期卻是 {on}。', en: 'Key {fingerprint} of school {school} is valid from {from} to {to}, but it signed on {on}.' },
    why: { 'zh-TW': '有效期間以外的簽章不算數。', en: 'A signature outside of that time does not count.' },
    fix: { 'zh-TW': '請對方學校以有效的金鑰重新匯出。', en: 'Ask that school for a new export with a valid key.' },
  },
} as const satisfies Record<string, ProblemDefinition>;

export type PortfolioProblemCode = keyof typeof portfolioProblems;
