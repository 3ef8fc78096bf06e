/** Problems of JSON files. */
import type { ProblemDefinition } from '../problem.ts';

export const jsonProblems = {
  'json/too-large': {
    severity: 'error',
    title: { 'zh-TW': 'JSON 檔過大', en: 'JSON file too large' },
    message: { 'zh-TW': '檔案有 {size} 位元組，超過上限 {limit}。', en: 'The file has {size} bytes, more than the limit of {limit}.' },
    why: { 'zh-TW': '過大的檔案會耗盡記憶體，影響其他學校的作業。', en: 'A file that large would exhaust the memory other schools need.' },
    fix: { 'zh-TW': '請分批匯出後再送；若確定是正常資料，請資料中心調高上限。', en: 'Export it in parts, or ask the data centre to raise the limit.' },
    effect: 'file',
  },
  'json/not-utf8': {
    severity: 'error',
    title: { 'zh-TW': 'JSON 檔不是 UTF-8', en: 'JSON file is not UTF-8' },
    message: { 'zh-TW': '檔案的文字編碼不是 UTF-8。', en: 'The text of the file is not UTF-8.' },
    why: { 'zh-TW': '交換資料的 JSON 一律為 UTF-8；用別的編碼猜讀會讓姓名變成亂碼。', en: 'Exchange JSON is always UTF-8; guessing another encoding would garble names.' },
    fix: { 'zh-TW': '請由原系統重新匯出，不要用記事本另存。', en: 'Export it again from the system; do not save it again with an editor.' },
    effect: 'file',
  },
  'json/syntax': {
    severity: 'error',
    title: { 'zh-TW': 'JSON 語法有誤', en: 'JSON syntax error' },
    message: { 'zh-TW': '第 {line} 行第 {at} 字不是正確的 JSON（應為：{expected}）。', en: 'Line {line}, character {at} is not valid JSON (expected: {expected}).' },
    why: { 'zh-TW': '檔案可能只傳了一半，或被手動改過。', en: 'The file may have been cut short or edited by hand.' },
    fix: { 'zh-TW': '請由原系統重新匯出並完整傳送。', en: 'Export it again and send the whole file.' },
    effect: 'file',
  },
  'json/too-deep': {
    severity: 'error',
    title: { 'zh-TW': 'JSON 層次過深', en: 'JSON nested too deeply' },
    message: { 'zh-TW': '第 {line} 行第 {at} 字超過 {limit} 層。', en: 'Line {line}, character {at} is nested deeper than {limit} levels.' },
    why: { 'zh-TW': '交換資料不會這麼深，這可能不是學習歷程的檔案。', en: 'Exchange data is never that deep; this may not be a portfolio file.' },
    fix: { 'zh-TW': '確認送的是正確的檔案。', en: 'Check that the right file was sent.' },
    effect: 'file',
  },
  'json/bad-key': {
    severity: 'error',
    title: { 'zh-TW': 'JSON 欄位名稱重複或不可用', en: 'JSON key repeated or not allowed' },
    message: { 'zh-TW': '第 {line} 行第 {at} 字的欄位「{key}」重複，或是不可使用的名稱。', en: 'The key "{key}" at line {line}, character {at} is repeated or not allowed.' },
    why: { 'zh-TW': '同一物件有兩個同名欄位時，只會留下一個值，另一個會無聲遺失。', en: 'Of two values under one key only one would be kept; the other would be lost in silence.' },
    fix: { 'zh-TW': '請原系統廠商修正匯出程式後重新匯出。', en: 'Have the vendor correct the export and export it again.' },
    effect: 'file',
  },
} as const satisfies Record<string, ProblemDefinition>;
