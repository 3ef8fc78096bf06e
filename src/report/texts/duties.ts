/** Words for where a school stands with what it must be able to show. */
import type { Bilingual } from '../../core/problem.ts';
import type { ComparisonState, PrecheckState } from '../duties-model.ts';

export const COMPARISON_DUTIES = {
  overdue: { 'zh-TW': '逾期未比對', en: 'Overdue' },
  differences: { 'zh-TW': '比對不符', en: 'Differences' },
  changed: { 'zh-TW': '計畫已修正，待重新比對', en: 'Plan changed, compare again' },
  never: { 'zh-TW': '尚未比對', en: 'Not compared yet' },
  'no-plan': { 'zh-TW': '沒有課程計畫', en: 'No plan taken in' },
  clean: { 'zh-TW': '比對正確', en: 'Clean' },
} as const satisfies Record<ComparisonState, Bilingual>;

export const PRECHECK_DUTIES = {
  errors: { 'zh-TW': '有錯誤', en: 'Errors' },
  changed: { 'zh-TW': '資料已更新，待重新檢查', en: 'New data, check again' },
  never: { 'zh-TW': '尚未檢查', en: 'Not checked yet' },
  clean: { 'zh-TW': '無錯誤', en: 'Clean' },
} as const satisfies Record<PrecheckState, Bilingual>;

export const dutyTexts = {
  title: { 'zh-TW': '學校應辦事項', en: 'What the school must be able to show' },
  intro: { 'zh-TW': '預檢與課程代碼比對都要做到結果正確為止，並能說明完成的日期。', en: 'Pre-check and course-code comparison are repeated until nothing is wrong, and the school must be able to say when that was.' },
  precheck: { 'zh-TW': '預檢', en: 'Pre-check' },
  comparison: { 'zh-TW': '課程代碼比對', en: 'Course-code comparison' },
  precheckClean: { 'zh-TW': '{term} 預檢檢查於 {day} 無錯誤', en: 'Pre-check of {term} clean on {day}' },
  precheckErrors: { 'zh-TW': '{term} 預檢檢查於 {day} 有 {number} 個錯誤', en: 'Pre-check of {term}: {number} errors on {day}' },
  precheckChanged: { 'zh-TW': '{term} 在 {day} 檢查之後資料已更新，要再檢查一次', en: 'Data of {term} came in since it was checked on {day}: check again' },
  precheckNever: { 'zh-TW': '{term} 尚未檢查', en: '{term} was not checked yet' },
  noteDifferences: { 'zh-TW': '{term} {number} 項', en: '{term}: {number}' },
  noteDue: { 'zh-TW': '{term} 期限 {due}', en: '{term}, due {due}' },
  noteWindow: { 'zh-TW': '{term} 預檢至 {to}', en: '{term}, until {to}' },
  window: { 'zh-TW': '{state}；國教署預檢期間 {from} 至 {to}', en: '{state}; the pre-check window is {from} to {to}' },
  noWindow: { 'zh-TW': '{state}；行事曆沒有預檢期間', en: '{state}; the calendar has no pre-check window' },
  comparisonClean: { 'zh-TW': '{term} 課程代碼比對於 {day} 正確無誤', en: 'Comparison of {term} clean on {day}' },
  comparisonDifferences: { 'zh-TW': '{term} 課程代碼比對 {day} 有 {number} 項不符', en: 'Comparison of {term}: {number} differences on {day}' },
  comparisonChanged: { 'zh-TW': '{term} 課程計畫在 {day} 比對後已修正，要再比對一次', en: 'The plan changed since {term} was compared on {day}: compare again' },
  comparisonOverdue: { 'zh-TW': '{term} 課程代碼比對逾期（{due} 前應完成第 1 次）', en: 'Comparison of {term} overdue: the first was due by {due}' },
  comparisonNever: { 'zh-TW': '{term} 尚未比對課程代碼，{due} 前完成第 1 次', en: 'Comparison of {term} not made yet, the first is due by {due}' },
  comparisonNeverUnknown: { 'zh-TW': '{term} 尚未比對課程代碼；行事曆沒有開學日，不知期限', en: 'Comparison of {term} not made yet; no calendar says when school began, so when it is due is unknown' },
  compareNow: { 'zh-TW': '請取得最新課程代碼與修課資料，執行課程代碼比對（licheng codes compare）。', en: 'Take in the latest codes and courses and run licheng codes compare.' },
  noPlan: { 'zh-TW': '{term} 沒有課程計畫可以比對課程代碼', en: 'No filed plan to compare {term} with' },
} as const satisfies Record<string, Bilingual>;
