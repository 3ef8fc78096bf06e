/** The gate's sentences. */
import type { Bilingual } from '../../core/problem.ts';

export const gateTexts = {
  shut: {
    errors: { 'zh-TW': '尚不能提交：{kinds}錯誤共 {errors}要先更正。', en: 'Cannot be submitted yet: {kinds} of error, {errors} in all, must be corrected first.' },
    other: { 'zh-TW': '尚不能提交：檢核沒有完成。', en: 'Cannot be submitted yet: the check was not completed.' },
  },
  open: {
    clean: { 'zh-TW': '可以提交，沒有需要更正的地方。', en: 'Ready to submit; nothing needs correcting.' },
    warnings: { 'zh-TW': '可以提交；另有 {warnings}提醒，建議提交前先看過。', en: 'Ready to submit; {warnings} of lower severity are worth a look first.' },
  },
  held: {
    because: { 'zh-TW': '暫停提交，等待核可：{why}。', en: 'Held until approved: {why}.' },
    plain: { 'zh-TW': '暫停提交，等待核可。', en: 'Held until approved.' },
  },
  hold: {
    updated: { 'zh-TW': '「{type}」有 {share} 的學生資料與上次提交不同，超過 {threshold} 的門檻', en: '{type} of {share} of the students differ from the last submission, above the threshold of {threshold}' },
    gone: { 'zh-TW': '「{type}」有 {share} 的學生與上次提交相比不見了，超過 {threshold} 的門檻', en: '{type} of {share} of the students are gone since the last submission, above the threshold of {threshold}' },
  },
  next: {
    correct: { 'zh-TW': '請在校務系統更正，重新匯出整個檔案後再檢核一次。', en: 'Correct the data in the school system, export the whole file again and have it checked again.' },
    submit: { 'zh-TW': '請上傳產出的名冊；內容若再更動，要重新檢核。', en: 'Upload the rosters made from this data; if the data changes, have it checked again.' },
    approve: { 'zh-TW': '請先確認這樣的變動是否屬實；屬實即由資訊中心核可並寫明理由，不屬實則重新匯出。', en: 'First make sure that the change is real. If it is, the data centre approves it with a reason; if not, export again.' },
    ask: { 'zh-TW': '請聯絡資訊中心確認原因。', en: 'Ask the data centre for the reason.' },
  },
} as const satisfies Record<string, Record<string, Bilingual>>;
