/** Retake scores above the pass mark. */
import { numberOf, numberParam } from '../read.ts';
import { rule } from '../rule.ts';
import { PASS_MARK } from '../scores.ts';

export default rule({
  scope: 'record',
  severity: 'warning',
  title: { 'zh-TW': '重修成績高於及格標準', en: 'The retake score is above the pass mark' },
  message: {
    'zh-TW': '重修成績「{value}」高於及格標準 {mark} 分。',
    en: 'The retake score "{value}" is above the pass mark of {mark}.',
  },
  why: {
    'zh-TW': '重修及格者通常以及格標準分數登錄。這是依一家廠商的做法推定的檢查，分數可調整，不是教育部公告的規定。',
    en: 'A passed retake is usually recorded with the pass mark itself. Inferred from one vendor\'s practice; the mark is a parameter, not a published requirement.',
  },
  fix: {
    'zh-TW': '請確認學校的重修成績登錄方式；若應以及格標準登錄，請更正後重新匯出。',
    en: 'Check how the school records retakes; where the pass mark is to be recorded, correct the score and export again.',
  },
  source: ['RULE-408'],
  certainty: 'C',
  types: ['courseRecord'],
  reads: ['score'],
  params: { mark: PASS_MARK },
  check(record, { params }) {
    const score = record.kind === 'retake' ? numberOf(record, 'score') : undefined;
    const mark = numberParam(params, 'mark');
    if (typeof score !== 'number' || score <= mark) return;
    return [{ field: 'score', params: { mark } }];
  },
});
