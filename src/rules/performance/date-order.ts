/** Dates of performances that are in the wrong order, or still to come. */
import { textOf } from '../read.ts';
import { rule } from '../rule.ts';

const SINGLE = ['date', 'announcedOn', 'certifiedOn'] as const;

export default rule({
  scope: 'record',
  severity: 'error',
  title: { 'zh-TW': '多元表現的日期不合理', en: 'The dates of a performance are not possible' },
  message: { 'zh-TW': '{found} 不應晚於 {limit}。', en: '{found} should not be later than {limit}.' },
  why: {
    'zh-TW': '結束日期不會早於開始日期；已經取得的證照、已經公布的結果也不會在未來。「不晚於今天」是推定，不是教育部公告的規定。',
    en: 'Nothing ends before it begins, and a certificate that was won or a result that was announced does not lie in the future. That dates are not after today is inferred.',
  },
  fix: { 'zh-TW': '請學生在學習歷程平臺更正日期後重新匯出。', en: 'Have the student correct the dates on the portfolio platform and export again.' },
  source: ['RULE-214'],
  certainty: 'C',
  types: ['performance'],
  yearly: true,
  reads: ['startDate', 'endDate', 'date', 'announcedOn', 'certifiedOn'],
  *check(record, { today }) {
    const start = textOf(record, 'startDate') ?? '';
    const end = textOf(record, 'endDate') ?? start;
    if (start > end) yield { field: 'endDate', params: { found: start, limit: end } };
    if (start > today) yield { field: 'startDate', params: { found: start, limit: today } };
    for (const field of SINGLE) {
      const found = textOf(record, field) ?? '';
      if (found > today) yield { field, params: { found, limit: today } };
    }
  },
});
