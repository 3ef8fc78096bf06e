/** Flexible learning that gives credit must be marked as not graded. */
import { courseCodeOf, textOf } from '../read.ts';
import { rule } from '../rule.ts';

export default rule({
  scope: 'record',
  severity: 'error',
  title: { 'zh-TW': '授予學分的彈性學習，是否採計應為 3', en: 'Flexible learning with credit must be marked 3' },
  message: {
    'zh-TW': '課程代碼第 17 碼 9、第 19 碼 D 的科目，是否採計應填 3，現在是「{value}」。',
    en: 'A subject with 9 at position 17 and D at position 19 of its code must be marked 3; it is "{value}".',
  },
  why: {
    'zh-TW': '授予學分的充實、補強性教學不評定成績，以代碼 3 報送。',
    en: 'Teaching of this kind gives credit without a grade and is reported with code 3.',
  },
  fix: {
    'zh-TW': '請在校務系統把這個科目設為「不需評分」後重新匯出。',
    en: 'Set the subject to "not graded" in the school system and export again.',
  },
  source: ['RULE-410', 'RULE-411'],
  certainty: 'B',
  types: ['courseRecord'],
  reads: ['courseCode', 'counted'],
  check(record) {
    const counted = textOf(record, 'counted');
    const code = courseCodeOf(record);
    if (counted === undefined || counted === '3' || code?.category !== '9' || code.attribute !== 'D') return;
    return [{ field: 'counted' }];
  },
});
