/** 是否採計學分/學時 with a value that is no code. */
import { textOf } from '../read.ts';
import { rule } from '../rule.ts';

export default rule({
  scope: 'record',
  severity: 'error',
  title: { 'zh-TW': '是否採計的代碼不存在', en: 'The code for counting credit is unknown' },
  message: {
    'zh-TW': '是否採計填的是「{value}」，應為 1 採計、2 不採計或 3 不需評分。',
    en: 'The code for counting credit is "{value}"; it must be 1 counted, 2 not counted or 3 not graded.',
  },
  why: {
    'zh-TW': '這一欄決定學分是否計入，填錯代碼的列會被退回。',
    en: 'The column decides whether the credits count; a row with another code is refused.',
  },
  fix: {
    'zh-TW': '請在校務系統檢查這個科目的「不計學分」「不需評分」設定，重新匯出。',
    en: 'Check the subject\'s settings for credit and grading in the school system and export again.',
  },
  source: ['RULE-410'],
  certainty: 'B',
  types: ['courseRecord'],
  reads: ['counted'],
  check(record, context) {
    const counted = textOf(record, 'counted');
    if (counted === undefined || context.inList('counted', counted)) return;
    return [{ field: 'counted' }];
  },
});
