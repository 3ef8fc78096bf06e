/** A post whose time does not touch the term it is reported in. */
import { datesOfTerm } from '../../core/term.ts';
import { textOf } from '../read.ts';
import { rule } from '../rule.ts';

export default rule({
  scope: 'record',
  severity: 'info',
  title: { 'zh-TW': '幹部任期不在本學期', en: 'The post lies outside the term' },
  message: {
    'zh-TW': '任期 {start} 到 {end}，與 {term} 學期（{first} 到 {last}）沒有重疊。',
    en: 'The post from {start} to {end} does not overlap the term {term} ({first} to {last}).',
  },
  why: {
    'zh-TW': '校內幹部每學期報送，任期通常落在該學期內；不在範圍內可能是學期選錯。這是推定的檢查，不是教育部公告的規定。',
    en: 'Posts are reported each term and usually lie in it; otherwise the wrong term may have been chosen. This check is inferred, not a published requirement.',
  },
  fix: {
    'zh-TW': '請確認任期與學期；確認無誤則不必處理。',
    en: 'Check the dates and the term; if they are right, nothing is to be done.',
  },
  source: ['RULE-213', 'RULE-301'],
  certainty: 'C',
  types: ['cadre'],
  reads: ['startDate', 'endDate'],
  check(record, { term }) {
    const dates = datesOfTerm(term);
    const start = textOf(record, 'startDate');
    const end = textOf(record, 'endDate');
    if (!dates || start === undefined || end === undefined || end < start) return;
    const { from: first, to: last } = dates;
    if (start <= last && end >= first) return;
    return [{ field: 'startDate', params: { start, end, term, first, last } }];
  },
});
