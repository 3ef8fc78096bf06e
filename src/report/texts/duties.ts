/** Words for where a school stands with what it must be able to show. */
import type { Bilingual } from '../../core/problem.ts';
import type { ComparisonState } from '../duties-model.ts';

export const COMPARISON_DUTIES = {
  overdue: { 'zh-TW': '逾期未比對', en: 'Overdue' },
  differences: { 'zh-TW': '比對不符', en: 'Differences' },
  changed: { 'zh-TW': '計畫已修正，待重新比對', en: 'Plan changed, compare again' },
  never: { 'zh-TW': '尚未比對', en: 'Not compared yet' },
  'no-plan': { 'zh-TW': '沒有課程計畫', en: 'No plan taken in' },
  clean: { 'zh-TW': '比對正確', en: 'Clean' },
} as const satisfies Record<ComparisonState, Bilingual>;

export const dutyTexts = {
  comparisonClean: { 'zh-TW': '{term} 課程代碼比對於 {day} 正確無誤', en: 'Comparison of {term} clean on {day}' },
  comparisonDifferences: { 'zh-TW': '{term} 課程代碼比對 {day} 有 {number} 項不符', en: 'Comparison of {term}: {number} differences on {day}' },
  comparisonChanged: { 'zh-TW': '{term} 課程計畫在 {day} 比對後已修正，要再比對一次', en: 'The plan changed since {term} was compared on {day}: compare again' },
  comparisonOverdue: { 'zh-TW': '{term} 課程代碼比對逾期（{due} 前應完成第 1 次）', en: 'Comparison of {term} overdue: the first was due by {due}' },
  comparisonNever: { 'zh-TW': '{term} 尚未比對課程代碼，{due} 前完成第 1 次', en: 'Comparison of {term} not made yet, the first is due by {due}' },
  comparisonNeverUnknown: { 'zh-TW': '{term} 尚未比對課程代碼；行事曆沒有開學日，不知期限', en: 'Comparison of {term} not made yet; no calendar says when school began, so when it is due is unknown' },
  compareNow: { 'zh-TW': '請取得最新課程代碼與修課資料，執行課程代碼比對（licheng codes compare）。', en: 'Take in the latest codes and courses and run licheng codes compare.' },
  noPlan: { 'zh-TW': '{term} 沒有課程計畫可以比對課程代碼', en: 'No filed plan to compare {term} with' },
} as const satisfies Record<string, Bilingual>;
