/** A post that ends before it starts. */
import { textOf } from '../read.ts';
import { rule } from '../rule.ts';

export default rule({
  scope: 'record',
  severity: 'error',
  title: { 'zh-TW': '幹部結束日期早於開始日期', en: 'The post ends before it starts' },
  message: {
    'zh-TW': '結束日期「{value}」早於開始日期 {start}。',
    en: 'The end date "{value}" is earlier than the start date {start}.',
  },
  why: {
    'zh-TW': '日期順序顛倒，任期無法計算，多半是年份或月份打錯。',
    en: 'With the dates reversed the time in office cannot be told; mostly a year or month was mistyped.',
  },
  fix: {
    'zh-TW': '請在校務系統更正任期起訖後重新匯出。',
    en: 'Correct the dates in the school system and export again.',
  },
  source: ['RULE-214'],
  certainty: 'C',
  types: ['cadre'],
  reads: ['startDate', 'endDate'],
  check(record) {
    const start = textOf(record, 'startDate');
    const end = textOf(record, 'endDate');
    if (start === undefined || end === undefined || end >= start) return;
    return [{ field: 'endDate', params: { start } }];
  },
});
