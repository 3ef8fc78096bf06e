/** A make-up exam of a student who had passed. */
import { flagOf, numberOf } from '../read.ts';
import { rule } from '../rule.ts';

/** Each exam with the pass column that must be "failed" for it. */
const EXAMS = [['reexamScore', 'passed'], ['reexam2Score', 'reexamPassed']] as const;

export default rule({
  scope: 'record',
  severity: 'warning',
  title: { 'zh-TW': '已及格仍有補考成績', en: 'A make-up exam after a pass' },
  message: {
    'zh-TW': '前一次成績已及格，卻有補考成績「{value}」。',
    en: 'The earlier result was a pass, yet there is a make-up exam score "{value}".',
  },
  why: {
    'zh-TW': '補考只在不及格時辦理；及格者的補考成績應為 -1。這是依實際資料推定的檢查，不是教育部公告的規定。',
    en: 'Make-up exams are for those who failed; otherwise the column is -1. This check comes from real data, not from a published requirement.',
  },
  fix: {
    'zh-TW': '請核對原成績與補考成績；補考未發生的，請清除補考成績後重新匯出。',
    en: 'Check both scores; where no make-up exam took place, clear the column and export again.',
  },
  source: ['RULE-407'],
  certainty: 'C',
  types: ['courseRecord'],
  reads: EXAMS.flat(),
  *check(record) {
    for (const [score, earlier] of EXAMS) {
      if (flagOf(record, earlier) === true && typeof numberOf(record, score) === 'number') yield { field: score };
    }
  },
});
