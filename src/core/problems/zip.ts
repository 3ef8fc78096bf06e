/** Problems of ZIP archives. Those of one entry leave the other entries readable. */
import type { ProblemDefinition } from '../problem.ts';

export const zipProblems = {
  'zip/damaged': {
    severity: 'error', effect: 'file',
    title: { 'zh-TW': 'ZIP 檔損毀或不完整', en: 'The ZIP file is damaged or incomplete' },
    message: { 'zh-TW': 'ZIP 檔的目錄無法讀取：{detail}。', en: 'The directory of the ZIP file cannot be read: {detail}.' },
    why: { 'zh-TW': '目錄在檔案最後面；下載或複製中斷、結尾被附加資料時就會讀不到，內容也不可信。', en: 'The directory is at the end of the file; when a download was cut short or bytes were appended it cannot be read, and the content cannot be trusted.' },
    fix: { 'zh-TW': '請重新下載或重新壓縮後再送一次。', en: 'Download it again or make the ZIP again, then send it once more.' },
  },
  'zip/count-lies': {
    severity: 'error', effect: 'file',
    title: { 'zh-TW': 'ZIP 檔的檔案數不符', en: 'The ZIP file states a wrong number of entries' },
    message: { 'zh-TW': 'ZIP 檔宣稱有 {stated} 個項目，與目錄內容不符。', en: 'The ZIP file says it has {stated} entries, which its directory contradicts.' },
    why: { 'zh-TW': '數目不符時，不同軟體會看到不同的檔案，可能漏掉資料。', en: 'When the number is wrong, different programs see different files and data may be missed.' },
    fix: { 'zh-TW': '請用一般的壓縮軟體重新壓縮後再送一次。', en: 'Make the ZIP again with ordinary software and send it once more.' },
  },
  'zip/overlap': {
    severity: 'error', effect: 'file',
    title: { 'zh-TW': 'ZIP 檔內的項目互相重疊', en: 'Entries of the ZIP file overlap' },
    message: { 'zh-TW': '項目「{entry}」的資料與其他項目重疊。', en: 'The data of entry "{entry}" overlaps that of another.' },
    why: { 'zh-TW': '正常的壓縮軟體不會這樣寫；這是壓縮炸彈的手法。', en: 'No ordinary program writes such a file; it is how ZIP bombs are made.' },
    fix: { 'zh-TW': '請向提供檔案的人確認來源，重新壓縮後再送一次。', en: 'Ask whoever supplied the file where it comes from, make the ZIP again and send it once more.' },
  },
  'zip/too-many-entries': {
    severity: 'error', effect: 'file',
    title: { 'zh-TW': 'ZIP 檔內的檔案太多', en: 'The ZIP file has too many entries' },
    message: { 'zh-TW': 'ZIP 檔內有 {count} 個項目，超過上限 {limit}。', en: 'The ZIP file has {count} entries; the limit is {limit}.' },
    why: { 'zh-TW': '為避免異常檔案拖垮整批作業，項目數有上限。', en: 'The number of entries is limited, so that one odd file cannot bring the whole night down.' },
    fix: { 'zh-TW': '請分成幾個 ZIP 檔再送。', en: 'Send it as several ZIP files.' },
  },
  'zip/too-large': {
    severity: 'error', effect: 'file',
    title: { 'zh-TW': 'ZIP 檔解開後太大', en: 'The ZIP file unpacks to too much' },
    message: { 'zh-TW': '「{entry}」解開後共 {size} 位元組，超過上限 {limit} 位元組。', en: '"{entry}" unpacks to {size} bytes; the limit is {limit}.' },
    why: { 'zh-TW': '為避免壓縮炸彈塞滿磁碟，解開後的大小有上限。', en: 'The unpacked size is limited, so that a ZIP bomb cannot fill the disk.' },
    fix: { 'zh-TW': '請分成幾個 ZIP 檔再送；若檔案確實需要這麼大，請聯絡資料中心調整上限。', en: 'Send it as several ZIP files; if it really has to be this large, ask the data centre to raise the limit.' },
  },
  'zip/bomb': {
    severity: 'error', effect: 'file',
    title: { 'zh-TW': '疑似壓縮炸彈', en: 'This looks like a ZIP bomb' },
    message: { 'zh-TW': '「{entry}」的壓縮比是 {ratio} 倍，超過上限 {limit} 倍。', en: '"{entry}" is compressed {ratio} times; the limit is {limit}.' },
    why: { 'zh-TW': '一般文件不會壓縮到這種程度；這是壓縮炸彈的特徵。', en: 'Ordinary documents do not compress this far; it is the mark of a ZIP bomb.' },
    fix: { 'zh-TW': '請向提供檔案的人確認內容，不要壓縮後再送一次。', en: 'Ask whoever supplied the file what it holds, and send it without compression.' },
  },
  'zip/bad-name': {
    severity: 'error', effect: 'file',
    title: { 'zh-TW': 'ZIP 內的檔名不安全或無法辨識', en: 'A name inside the ZIP is unsafe or unreadable' },
    message: { 'zh-TW': '項目「{entry}」的檔名不可使用：{reason}。', en: 'The name of entry "{entry}" cannot be used: {reason}.' },
    why: { 'zh-TW': '含有 ..、磁碟代號、反斜線或控制字元的檔名，解開時可能覆寫其他檔案。', en: 'Names with "..", a drive letter, a backslash or control characters may overwrite other files when unpacked.' },
    fix: { 'zh-TW': '請把檔案改成一般檔名，在同一個資料夾內重新壓縮後再送一次。', en: 'Give the file an ordinary name, make the ZIP again from inside one folder, and send it once more.' },
  },
  'zip/name-twin': {
    severity: 'error', effect: 'file',
    title: { 'zh-TW': 'ZIP 內有同名的檔案', en: 'Two entries of the ZIP have the same name' },
    message: { 'zh-TW': '「{entry}」與「{other}」是同一個檔名（不分大小寫與字元組合方式），兩者都不採用。', en: '"{entry}" and "{other}" are the same name (ignoring case and how characters are composed); neither is used.' },
    why: { 'zh-TW': '同名檔案解開時會互相覆蓋，無從判斷哪一個才對。', en: 'Files of the same name overwrite each other when unpacked, and nothing tells which one is meant.' },
    fix: { 'zh-TW': '請刪除或改名其中一個，重新壓縮後再送一次。', en: 'Remove or rename one of them, make the ZIP again and send it once more.' },
  },
  'zip/link': {
    severity: 'error', effect: 'file',
    title: { 'zh-TW': 'ZIP 內有連結或特殊檔案', en: 'The ZIP holds a link or a special file' },
    message: { 'zh-TW': '項目「{entry}」是連結或特殊檔案，不是一般檔案。', en: 'Entry "{entry}" is a link or a special file, not a plain one.' },
    why: { 'zh-TW': '連結可能指向資料夾以外的檔案，一律不解開。', en: 'A link may point outside its folder, so none is ever unpacked.' },
    fix: { 'zh-TW': '請把連結換成檔案本身，重新壓縮後再送一次。', en: 'Replace the link by the file itself, make the ZIP again and send it once more.' },
  },
  'zip/encrypted': {
    severity: 'error', effect: 'file',
    title: { 'zh-TW': 'ZIP 有密碼', en: 'The ZIP needs a password' },
    message: { 'zh-TW': '項目「{entry}」有密碼保護，但沒有提供密碼。', en: 'Entry "{entry}" is protected by a password and none was given.' },
    why: { 'zh-TW': '沒有密碼就無法讀取內容。', en: 'Nothing can be read without the password.' },
    fix: { 'zh-TW': '請向提供檔案的學校或廠商索取密碼，以密碼檔提供後再匯入一次。', en: 'Ask the school or vendor that supplied it for the password, hand it over in a password file, and import again.' },
  },
  'zip/wrong-password': {
    severity: 'error', effect: 'file',
    title: { 'zh-TW': 'ZIP 密碼不正確', en: 'The password of the ZIP is wrong' },
    message: { 'zh-TW': '項目「{entry}」無法用所提供的密碼解開。', en: 'Entry "{entry}" cannot be opened with the password given.' },
    why: { 'zh-TW': '密碼錯誤，或加密內容已損毀，兩者無法區分。', en: 'Either the password is wrong or the encrypted content is damaged; the two look alike.' },
    fix: { 'zh-TW': '請核對密碼（大小寫、全形半形、前後空白）；確定無誤仍失敗時，請對方重新產生檔案。', en: 'Check the password (case, full or half width, blanks around it); if it is right, ask for the file to be made again.' },
  },
  'zip/unknown-method': {
    severity: 'error', effect: 'file',
    title: { 'zh-TW': '不支援的 ZIP 壓縮方式', en: 'A compression method of ZIP that is not supported' },
    message: { 'zh-TW': '項目「{entry}」使用第 {method} 號壓縮方式，無法解開。', en: 'Entry "{entry}" uses compression method {method}, which cannot be unpacked.' },
    why: { 'zh-TW': '只支援「儲存」與「Deflate」兩種標準方式。', en: 'Only the two standard methods, stored and deflate, are supported.' },
    fix: { 'zh-TW': '請在壓縮軟體選擇「標準 ZIP」或「Deflate」，重新壓縮後再送一次。', en: 'Choose plain ZIP or Deflate in the packing software, make the ZIP again and send it once more.' },
  },
  'zip/header-mismatch': {
    severity: 'error', effect: 'file',
    title: { 'zh-TW': 'ZIP 內的兩份記載互相矛盾', en: 'Two statements inside the ZIP contradict each other' },
    message: { 'zh-TW': '項目「{entry}」在目錄與資料前的記載不一致：{field}。', en: 'The directory and the header of entry "{entry}" disagree about: {field}.' },
    why: { 'zh-TW': '兩份記載不一致時，不同軟體會解出不同的內容。', en: 'When they disagree, different programs unpack different content.' },
    fix: { 'zh-TW': '請用一般的壓縮軟體重新壓縮後再送一次。', en: 'Make the ZIP again with ordinary software and send it once more.' },
  },
  'zip/size-lies': {
    severity: 'error', effect: 'file',
    title: { 'zh-TW': 'ZIP 內檔案的大小不符', en: 'The size of an entry is not what the ZIP says' },
    message: { 'zh-TW': '項目「{entry}」宣稱有 {stated} 位元組，實際內容不符。', en: 'Entry "{entry}" is said to have {stated} bytes; its content has another length.' },
    why: { 'zh-TW': '大小不符代表檔案損毀，或是故意隱藏大小的壓縮炸彈。', en: 'A wrong size means damage, or a ZIP bomb that hides its size.' },
    fix: { 'zh-TW': '請重新下載或重新壓縮後再送一次。', en: 'Download it again or make the ZIP again, then send it once more.' },
  },
  'zip/bad-data': {
    severity: 'error', effect: 'file',
    title: { 'zh-TW': 'ZIP 內的檔案損毀', en: 'An entry of the ZIP is damaged' },
    message: { 'zh-TW': '項目「{entry}」的內容損毀，無法解開。', en: 'The content of entry "{entry}" is damaged and cannot be unpacked.' },
    why: { 'zh-TW': '傳輸或儲存時有位元組被改變或遺失。', en: 'Bytes were changed or lost in transfer or storage.' },
    fix: { 'zh-TW': '請重新下載或重新壓縮後再送一次。', en: 'Download it again or make the ZIP again, then send it once more.' },
  },
  'zip/bad-crc': {
    severity: 'error', effect: 'file',
    title: { 'zh-TW': 'ZIP 內檔案的檢查碼不符', en: 'The checksum of an entry is wrong' },
    message: { 'zh-TW': '項目「{entry}」的 CRC-32 檢查碼不符，內容已損毀。', en: 'The CRC-32 of entry "{entry}" does not match; its content is damaged.' },
    why: { 'zh-TW': '檢查碼由壓縮時的內容算出，不符就代表內容已被改變。', en: 'The checksum was computed when the ZIP was made; when it differs the content has changed since.' },
    fix: { 'zh-TW': '請重新下載或重新壓縮後再送一次。', en: 'Download it again or make the ZIP again, then send it once more.' },
  },
} as const satisfies Record<string, ProblemDefinition>;

export type ZipProblemCode = keyof typeof zipProblems;
