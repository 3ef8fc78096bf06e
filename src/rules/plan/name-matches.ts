/** 科目名稱 that is not the one the plan has for the code. */
import { planRowsOf } from '../plan.ts';
import { textOf } from '../read.ts';
import { rule } from '../rule.ts';

export default rule({
  scope: 'record',
  severity: 'error',
  title: { 'zh-TW': '科目名稱與課程計畫不同', en: 'The subject name is not the plan\'s' },
  message: {
    'zh-TW': '科目名稱是「{value}」，課程計畫是「{planned}」。',
    en: 'The subject name is "{value}"; the plan has "{planned}".',
  },
  why: {
    'zh-TW': '名冊要用報部科目名稱，與課程計畫一字不差；校內慣用的名稱、加上級別或空白都會不符。',
    en: 'Rosters carry the name reported to the ministry, exactly as the plan has it; a local name, a level or a blank makes it differ.',
  },
  fix: {
    'zh-TW': '請在校務系統的「報部科目名稱」填入課程計畫的名稱後重新匯出。',
    en: 'Enter the plan\'s name as the name to be reported in the school system and export again.',
  },
  source: ['RULE-416', 'RULE-310'],
  certainty: 'B',
  types: ['courseRecord', 'courseWork'],
  needsPlan: true,
  reads: ['courseCode', 'subjectName'],
  /** A code may stand in the plan under several names: any of them will do. */
  check(record, context) {
    const name = textOf(record, 'subjectName')?.trim() ?? '';
    const names = planRowsOf(record, context)?.map((row) => row.name) ?? [];
    if (name === '' || names.length === 0 || names.includes(name)) return;
    return [{ field: 'subjectName', params: { planned: names.join('／') } }];
  },
});
