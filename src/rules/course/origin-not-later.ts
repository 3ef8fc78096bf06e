/** An original course later than the term that reports it. */
import { parseTerm } from '../../core/term.ts';
import { numberOf } from '../read.ts';
import { rule } from '../rule.ts';

export default rule({
  scope: 'record',
  severity: 'error',
  title: { 'zh-TW': '原修課學期晚於本學期', en: 'The original course is later than this term' },
  message: {
    'zh-TW': '原修課學年度學期是 {origin}，晚於報送的 {term}。',
    en: 'The original course is of {origin}, later than the term {term} being reported.',
  },
  why: {
    'zh-TW': '補修、重修與抵免的都是過去的課程，不可能晚於報送的學期。',
    en: 'Courses made up, retaken or credited lie in the past; they cannot be later than the term reported.',
  },
  fix: {
    'zh-TW': '請在校務系統更正原修課的學年度、學期後重新匯出。',
    en: 'Correct the year and term of the original course in the school system and export again.',
  },
  source: ['RULE-105'],
  certainty: 'B',
  types: ['courseRecord', 'courseWork'],
  reads: ['courseYear', 'courseTerm'],
  /** In a yearly roster (term part 0) only the year can be compared. */
  check(record, { term }) {
    const now = parseTerm(term);
    const year = numberOf(record, 'courseYear');
    const part = numberOf(record, 'courseTerm') ?? 0;
    if (!now || typeof year !== 'number') return;
    if (year < now.year || (year === now.year && (now.part === 0 || part <= now.part))) return;
    return [{ field: 'courseYear', params: { origin: `${year}-${part}`, term } }];
  },
});
