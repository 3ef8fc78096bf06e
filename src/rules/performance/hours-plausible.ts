/** Hours and credits of a performance: positive, -1 for none, and no more than the days have. */
import { daysBetween } from '../../core/days.ts';
import { numberOf, numberParam, textOf } from '../read.ts';
import { rule } from '../rule.ts';

const NUMBERS = ['hours', 'totalHours', 'credits', 'hoursPerWeek'] as const;

export default rule({
  scope: 'record',
  severity: 'warning',
  title: { 'zh-TW': '時數或學分不合理', en: 'Hours or credits are not plausible' },
  message: {
    'zh-TW': '時數、節數或學分是 {found}；應為正數，沒有時填 -1{span}。',
    en: 'Hours, periods or credits are {found}; they should be positive, or -1 for none{span}.',
  },
  why: {
    'zh-TW': '0 不代表「沒有」；超過期間內全部時間的時數多半是打錯。一天的時數上限是可調整的參數，不是教育部公告的規定。',
    en: '0 does not mean none; more hours than the days of the span have are mostly a typing error. How many hours a day may have is a parameter, not a published requirement.',
  },
  fix: {
    'zh-TW': '請請學生在學習歷程平臺更正時數；不適用的填 -1。',
    en: 'Have the student correct the number on the portfolio platform; where it does not apply, -1.',
  },
  source: ['RULE-419'],
  certainty: 'C',
  types: ['performance'],
  reads: ['hours', 'totalHours', 'credits', 'hoursPerWeek', 'startDate', 'endDate'],
  params: { hoursPerDay: 24 },
  *check(record, { params }) {
    for (const field of NUMBERS) {
      const found = numberOf(record, field);
      if (typeof found === 'number' && found <= 0) yield { field, params: { found, span: '' } };
    }
    const [from, to] = [textOf(record, 'startDate'), textOf(record, 'endDate')];
    const hours = numberOf(record, 'hours') ?? numberOf(record, 'totalHours') ?? 0;
    if (from === undefined || to === undefined || to < from) return;
    const most = (daysBetween(from, to) + 1) * numberParam(params, 'hoursPerDay');
    if (hours > most) yield { field: typeof numberOf(record, 'hours') === 'number' ? 'hours' : 'totalHours', params: { found: hours, span: ` (${from} – ${to}: ${most})` } };
  },
});
