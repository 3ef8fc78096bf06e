/** Problems of files that move with a student. */
import type { ProblemDefinition } from '../problem.ts';

export const movedFileProblems = {
  'moved-file/missing': {
    severity: 'error', effect: 'none',
    title: { 'zh-TW': '附件不在封裝裡', en: 'A file is not in the package' },
    message: { 'zh-TW': '紀錄寫有附件「{entry}」，封裝裡卻沒有，這位學生沒有匯入。', en: 'A record names the file "{entry}", which the package does not have; the student was not imported.' },
    why: { 'zh-TW': '少了附件的成果無法提交，也不能當作沒有。', en: 'A work without its file cannot be submitted, and must not be taken for one that has none.' },
    fix: { 'zh-TW': '請原校重新匯出；若原校確定檔案已遺失，以 --accept-missing --reason 理由 匯入其餘資料。', en: 'Ask for a new export; if the school confirms that the file is lost, import the rest with --accept-missing --reason TEXT.' },
    source: ['RULE-805'],
  },
  'moved-file/lost': {
    severity: 'warning', effect: 'none',
    title: { 'zh-TW': '附件已確認遺失', en: 'A file is known to be lost' },
    message: { 'zh-TW': '附件「{entry}」不在封裝裡；經同意，紀錄在沒有附件的情況下匯入。', en: 'The file "{entry}" is not in the package; by decision its record was imported without it.' },
    why: { 'zh-TW': '原校已無法提供；紀錄本身仍屬於學生。', en: 'The sending school cannot supply it, and the record is the student\'s all the same.' },
    fix: { 'zh-TW': '通知學生；找到檔案後請原校重新匯出。', en: 'Tell the student; when the file turns up, ask for a new export.' },
    source: ['RULE-805'],
  },
  'moved-file/digest-mismatch': {
    severity: 'error', effect: 'none',
    title: { 'zh-TW': '附件的內容與 MD5 不符', en: 'A file does not have the MD5 it should have' },
    message: { 'zh-TW': '附件「{entry}」的內容與紀錄裡的 MD5 不同，這位學生沒有匯入。', en: 'The file "{entry}" differs from the MD5 in its record; the student was not imported.' },
    why: { 'zh-TW': '檔案在途中損毀，或換成了別的檔案；認證過的成果不可以換。', en: 'It was damaged on the way or is another file; what was certified must not be exchanged.' },
    fix: { 'zh-TW': '請原校重新匯出這位學生；其他學生不受影響。', en: 'Ask for a new export of this student; the others are not affected.' },
    source: ['RULE-111', 'RULE-805'],
  },
  'moved-file/no-digest': {
    severity: 'info', effect: 'none',
    title: { 'zh-TW': '附件沒有 MD5 可核對', en: 'A file came without an MD5' },
    message: { 'zh-TW': '附件「{entry}」沒有 MD5，照收，但無法核對。', en: 'The file "{entry}" came without an MD5; it was taken, but could not be compared.' },
    why: { 'zh-TW': '有些系統不寫 MD5。', en: 'Some systems write none.' },
    fix: { 'zh-TW': '不需處理。', en: 'Nothing needs doing.' },
    source: ['RULE-804'],
  },
  'moved-file/link-repaired': {
    severity: 'warning', effect: 'none',
    title: { 'zh-TW': '附件的連結寫錯，已依 MD5 找到', en: 'A wrong link, mended by its MD5' },
    message: { 'zh-TW': '連結「{entry}」指到別的檔案或不存在，封裝裡有一個檔案的 MD5 正好相符，已採用。', en: 'The link "{entry}" leads elsewhere or nowhere; one file of the student has exactly its MD5 and was taken.' },
    why: { 'zh-TW': '有的系統會以文件路徑蓋掉影音路徑，或在更正身分證號後沿用舊資料夾。', en: 'One system writes the document\'s path over the media\'s; others keep the old folder after an id was corrected.' },
    fix: { 'zh-TW': '不需處理；請學生看一次檔案是否正確。', en: 'Nothing needs doing; have the student look at the file once.' },
    source: ['RULE-805'],
  },
  'moved-file/media-link-repeats': {
    severity: 'warning', effect: 'none',
    title: { 'zh-TW': '影音連結與文件連結相同', en: 'The media link repeats the document\'s' },
    message: { 'zh-TW': '影音檔案的連結「{entry}」與文件相同，影音檔不在封裝裡，只匯入文件。', en: 'The media link "{entry}" is that of the document; there is no media file in the package, and only the document was taken.' },
    why: { 'zh-TW': '已知有系統匯出時以文件路徑蓋掉影音路徑。', en: 'One system is known to write the document\'s path over the media\'s.' },
    fix: { 'zh-TW': '請學生確認是否還有影音檔，向原校索取。', en: 'Ask the student whether there was a media file, and the sending school for it.' },
  },
  'moved-file/unreferenced': {
    severity: 'warning', effect: 'none',
    title: { 'zh-TW': '封裝裡有沒用到的檔案', en: 'Files that no record names' },
    message: { 'zh-TW': '學生資料夾裡有 {count} 個檔案沒有任何紀錄提到，例如「{entry}」。', en: '{count} files in the student\'s folder are named by no record, such as "{entry}".' },
    why: { 'zh-TW': '可能是連結漏寫；檔案隨原始封裝保留，不會提交。', en: 'A link may be missing; they are kept with the package and are not submitted.' },
    fix: { 'zh-TW': '請學生核對；若少了成果，請原校重新匯出。', en: 'Have the student compare; if a work is missing, ask for a new export.' },
    source: ['RULE-805'],
  },
} as const satisfies Record<string, ProblemDefinition>;

export type MovedFileProblemCode = keyof typeof movedFileProblems;
