/** The words of a district's report. */
import type { Bilingual } from '../../core/problem.ts';

export const districtTexts = {
  title: { 'zh-TW': '各校檢核總覽', en: 'All schools at a glance' },
  run: { 'zh-TW': '批次 {run}', en: 'Run {run}' },
  allClear: { 'zh-TW': '{schools}都沒有要處理的事。', en: 'Nothing to do at any of {schools}.' },
  toDo: { 'zh-TW': '{schools}中有 {open} 所要處理：{parts}。', en: '{open} of {schools} need attention: {parts}.' },
  part: { 'zh-TW': '{status} {number} 所', en: '{number} × {status}' },
  moves: { 'zh-TW': '輪到：{parts}。', en: 'Next move: {parts}.' },
  movePart: { 'zh-TW': '{who} {number} 所', en: '{who} ({number})' },
  none: { 'zh-TW': '這個批次沒有學校。', en: 'This run had no schools.' },

  byStatus: { 'zh-TW': '各狀態學校數', en: 'Schools by status' },
  schools: { 'zh-TW': '各校', en: 'Schools' },
  schoolsIntro: { 'zh-TW': '最需要處理的排在前面；點校名看該校報告，點欄名改變排序。', en: 'The ones most in need come first. The name of a school leads to its own report, the name of a column sorts by it.' },
  school: { 'zh-TW': '學校', en: 'School' },
  status: { 'zh-TW': '狀態', en: 'Status' },
  move: { 'zh-TW': '輪到誰', en: 'Next move' },
  imported: { 'zh-TW': '匯入列數', en: 'Imported' },
  rejected: { 'zh-TW': '未匯入', en: 'Rejected' },
  errors: { 'zh-TW': '錯誤', en: 'Errors' },
  warnings: { 'zh-TW': '提醒', en: 'Warnings' },
  trend: { 'zh-TW': '錯誤走勢', en: 'Trend' },
  trendSaid: { 'zh-TW': '歷次錯誤數，由舊到新：{numbers}', en: 'Errors run after run, oldest first: {numbers}' },
  trendOfAll: { 'zh-TW': '全區走勢', en: 'All schools over time' },
  trendOfAllSaid: { 'zh-TW': '共 {checks} 天：{from}各校合計錯誤 {first} 筆，{to}為 {last} 筆；學校自第一次檢核起計入。', en: '{checks} days: {first} errors at all schools on {from}, {last} on {to}. A school counts from its first check on.' },
  packages: { 'zh-TW': '產出的檔案', en: 'Packages' },
  total: { 'zh-TW': '合計', en: 'Total' },
  search: { 'zh-TW': '找校名、代碼或狀態', en: 'Find a school, code or status' },
} as const satisfies Record<string, Bilingual>;
