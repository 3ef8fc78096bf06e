/** A pass without a score where a score is expected. */
import { flagOf, numberOf, textOf } from '../read.ts';
import { rule } from '../rule.ts';
import { SCORE_PAIRS } from '../scores.ts';

export default rule({
  scope: 'record',
  severity: 'warning',
  title: { 'zh-TW': '有及格註記但沒有成績', en: 'Passed without a score' },
  message: {
    'zh-TW': '及格欄是「{value}」，但對應的成績是 -1 或空白。',
    en: 'The pass column says "{value}", but the score it belongs to is -1 or blank.',
  },
  why: {
    'zh-TW': '除了不需評分的科目（是否採計為 3），及格應有成績佐證；實際資料中常是成績漏轉。',
    en: 'Except for subjects that are not graded (counted 3) a pass should rest on a score; in real data the score was often lost on the way.',
  },
  fix: {
    'zh-TW': '請在校務系統補上成績後重新匯出；不需評分的科目，請把是否採計設為 3。',
    en: 'Enter the score in the school system and export again; mark a subject that is not graded with 3.',
  },
  source: ['RULE-405', 'RULE-406'],
  certainty: 'B',
  types: ['courseRecord'],
  reads: [...SCORE_PAIRS.flat(), 'counted'],
  /** Transferred scores have a rule of their own: `course/transfer-score-missing`. */
  *check(record) {
    if (record.kind === 'transfer' || record.kind === 'nightTransfer' || textOf(record, 'counted') === '3') return;
    for (const [scoreField, passField] of SCORE_PAIRS) {
      if (flagOf(record, passField) === true && typeof numberOf(record, scoreField) !== 'number') yield { field: passField };
    }
  },
});
