/** Make-up exam scores above the pass mark. */
import { numberOf, numberParam } from '../read.ts';
import { rule } from '../rule.ts';
import { PASS_MARK } from '../scores.ts';

export default rule({
  scope: 'record',
  severity: 'warning',
  title: { 'zh-TW': '補考成績高於及格標準', en: 'The make-up exam score is above the pass mark' },
  message: {
    'zh-TW': '補考成績「{value}」高於及格標準 {mark} 分。',
    en: 'The make-up exam score "{value}" is above the pass mark of {mark}.',
  },
  why: {
    'zh-TW': '補考及格者通常以及格標準分數登錄。這是依廠商程式與實際資料推定的檢查，分數可調整，不是教育部公告的規定。',
    en: 'A passed make-up exam is usually recorded with the pass mark itself. Inferred from vendor code and real data; the mark is a parameter, not a published requirement.',
  },
  fix: {
    'zh-TW': '請確認學校的補考成績登錄方式；若應以及格標準登錄，請更正後重新匯出。',
    en: 'Check how the school records make-up exams; where the pass mark is to be recorded, correct the score and export again.',
  },
  source: ['RULE-407'],
  certainty: 'C',
  types: ['courseRecord'],
  reads: ['reexamScore', 'reexam2Score'],
  params: { mark: PASS_MARK },
  *check(record, { params }) {
    const mark = numberParam(params, 'mark');
    for (const field of ['reexamScore', 'reexam2Score']) {
      const score = numberOf(record, field) ?? 0;
      if (score > mark) yield { field, params: { mark } };
    }
  },
});
