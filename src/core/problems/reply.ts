/** What the central database said of a submission, as findings of their own kind. */
import type { ProblemDefinition } from '../problem.ts';

export const replyProblems = {
  'reply/refused-row': {
    severity: 'error', effect: 'none',
    title: { 'zh-TW': '中央資料庫退回這一列', en: 'The central database refused this row' },
    message: { 'zh-TW': '第 {submission} 次提交的「{roster}」{sheet} 第 {line} 列：{said}（本系統規則：{ours}；依「{basis}」對到）。這一列之後沒有更動。', en: 'Submission {submission}, {roster} {sheet}, row {line}: {said} (our rule: {ours}; found by {basis}). The row has not changed since.' },
    why: { 'zh-TW': '同樣的內容再提交一次，中央資料庫會再退回。', en: 'Submitted again as it is, it will be refused again.' },
    fix: { 'zh-TW': '請依中央資料庫的說明，在校務系統更正後重新匯出；若確認資料無誤，請向資訊中心申請豁免並說明理由。', en: 'Correct it in the school system as the central database says and export again; if the data is right, ask the data centre for a waiver with the reason.' },
  },
  'reply/row-unchanged': {
    severity: 'warning', effect: 'none',
    title: { 'zh-TW': '被退回的列沒有更動，但該生的其他名冊已更動', en: 'A refused row is unchanged, other rosters of the student are not' },
    message: { 'zh-TW': '第 {submission} 次提交的「{roster}」{sheet} 第 {line} 列：{said}（本系統規則：{ours}；依「{basis}」對到）。這一列與當時相同，該生在其他名冊的資料提交後有更動。', en: 'Submission {submission}, {roster} {sheet}, row {line}: {said} (our rule: {ours}; found by {basis}). The row is as it was; what other rosters say of the student has changed since.' },
    why: { 'zh-TW': '退回的原因可能在別的名冊，更正後這一列本身不必改；是否如此只有下一次提交才知道。', en: 'The cause may lie in another roster, and the row itself may be right now; only the next submission tells.' },
    fix: { 'zh-TW': '請確認更動的就是中央資料庫所說的問題，再提交。', en: 'Check that what was changed is what the central database spoke of, then submit.' },
  },
  'reply/row-changed': {
    severity: 'info', effect: 'none',
    title: { 'zh-TW': '被退回的列已經更動', en: 'A refused row has been changed' },
    message: { 'zh-TW': '第 {submission} 次提交的「{roster}」{sheet} 第 {line} 列：{said}（本系統規則：{ours}；依「{basis}」對到）。這一列在提交後已更正或刪除，這則回覆說的是舊資料，不計入錯誤。', en: 'Submission {submission}, {roster} {sheet}, row {line}: {said} (our rule: {ours}; found by {basis}). The row was corrected or removed since; the reply is about older data and does not count.' },
    why: { 'zh-TW': '回覆只對當時提交的內容有效。', en: 'A reply holds for what was submitted then.' },
    fix: { 'zh-TW': '不需處理；提交更正後的名冊即可。', en: 'Nothing needs doing; submit the corrected roster.' },
  },
  'reply/refused-roster': {
    severity: 'warning', effect: 'none',
    title: { 'zh-TW': '中央資料庫對整份名冊有意見', en: 'The central database says something of a whole roster' },
    message: { 'zh-TW': '「{roster}」：{said}（處理序號 {fid}）。回覆沒有指出是哪一列。', en: '{roster}: {said} (upload {fid}). The reply names no row.' },
    why: { 'zh-TW': '沒有列號就無法對到學生，需要由人判讀。', en: 'Without a row no student can be named; somebody has to read it.' },
    fix: { 'zh-TW': '請依說明處理；若是上傳或系統問題，請重新上傳同一份名冊。', en: 'Do what it says; if uploading or the system was at fault, upload the same workbook again.' },
  },
  'reply/no-submission': {
    severity: 'warning', effect: 'none',
    title: { 'zh-TW': '回覆的名冊沒有提交紀錄', en: 'A reply to a roster that was not submitted from here' },
    message: { 'zh-TW': '「{roster}」第 {line} 列：{said}（處理序號 {fid}）。這個學期沒有這種名冊的提交紀錄。', en: '{roster}, row {line}: {said} (upload {fid}). No submission of such a roster is known for the term.' },
    why: { 'zh-TW': '不知道提交了什麼，就無法知道說的是哪一列。', en: 'Without knowing what was submitted, no row can be named.' },
    fix: { 'zh-TW': '請確認學期是否正確，以 --term 重新匯入；若名冊是由別處上傳，請人工處理。', en: 'Check the term and import it again with --term; if the roster was uploaded from elsewhere, see to it by hand.' },
  },
  'reply/no-workbook': {
    severity: 'warning', effect: 'none',
    title: { 'zh-TW': '當時提交的名冊檔不在本系統', en: 'The workbook submitted then is not kept here' },
    message: { 'zh-TW': '「{roster}」第 {line} 列：{said}（處理序號 {fid}）。當時提交的名冊檔已不在本系統，無法核對。', en: '{roster}, row {line}: {said} (upload {fid}). The workbook submitted then is not here any more, so nothing can be compared.' },
    why: { 'zh-TW': '較早的版本沒有保存提交的名冊檔，提交檔也已移走。', en: 'An older version of this program did not keep what it submitted, and the package was moved away.' },
    fix: { 'zh-TW': '請在當時的提交檔中找到這一列；下一次提交起會自動對到。', en: 'Find the row in the package of that time; from the next submission on it is found by itself.' },
  },
  'reply/which-sheet': {
    severity: 'warning', effect: 'none',
    title: { 'zh-TW': '回覆沒有說是哪一個分頁', en: 'A reply that does not say which sheet' },
    message: { 'zh-TW': '「{roster}」第 {line} 列：{said}（處理序號 {fid}）。不只一個分頁有這一列。', en: '{roster}, row {line}: {said} (upload {fid}). Several sheets have such a row.' },
    why: { 'zh-TW': '猜錯列會把錯誤算在別的學生身上。', en: 'A wrong guess would put the error down to another student.' },
    fix: { 'zh-TW': '請在中央資料庫查明是哪一個分頁後處理。', en: 'Look up in the central database which sheet is meant.' },
  },
  'reply/no-row': {
    severity: 'warning', effect: 'none',
    title: { 'zh-TW': '提交的名冊沒有這一列', en: 'The submitted workbook has no such row' },
    message: { 'zh-TW': '「{roster}」第 {line} 列：{said}（處理序號 {fid}）。提交的名冊沒有這一列或這個分頁。', en: '{roster}, row {line}: {said} (upload {fid}). The submitted workbook has no such row or sheet.' },
    why: { 'zh-TW': '猜錯列會把錯誤算在別的學生身上。', en: 'A wrong guess would put the error down to another student.' },
    fix: { 'zh-TW': '請以 licheng replies assign 指明這個檔案說的是第幾次提交；仍對不到時，請在中央資料庫查明後處理。', en: 'Say with licheng replies assign which submission the file speaks of; if that does not help, look it up in the central database.' },
  },
  'reply/other-row': {
    severity: 'warning', effect: 'none',
    title: { 'zh-TW': '回覆引用的是另一位學生', en: 'A reply quotes another student' },
    message: { 'zh-TW': '「{roster}」第 {line} 列：{said}（處理序號 {fid}）。回覆引用的資料與提交的那一列不是同一位學生。', en: '{roster}, row {line}: {said} (upload {fid}). What it quotes is of another student than the submitted row.' },
    why: { 'zh-TW': '猜錯列會把錯誤算在別的學生身上。', en: 'A wrong guess would put the error down to another student.' },
    fix: { 'zh-TW': '請以 licheng replies assign 指明這個檔案說的是第幾次提交；仍對不到時，請在中央資料庫查明後處理。', en: 'Say with licheng replies assign which submission the file speaks of; if that does not help, look it up in the central database.' },
  },
  'reply/superseded': {
    severity: 'info', effect: 'none',
    title: { 'zh-TW': '較早提交的回覆不再列入', en: 'Replies to an earlier submission are left out' },
    message: { 'zh-TW': '{file}：{count} 則回覆說的是第 {submission} 次提交的「{roster}」，該名冊已於第 {newer} 次提交更新，不再列入。', en: '{file}: {count} replies are about {roster} of submission {submission}; that roster was submitted anew in submission {newer}.' },
    why: { 'zh-TW': '新的提交會有新的回覆；舊的回覆不應再算在更正後的資料上。', en: 'The newer submission gets replies of its own; the older ones must not count against corrected data.' },
    fix: { 'zh-TW': '不需處理；收到新的回覆時再匯入。', en: 'Nothing needs doing; import the new reply when it comes.' },
  },
} as const satisfies Record<string, ProblemDefinition>;

export type ReplyProblemCode = keyof typeof replyProblems;
