/** Regular scores of a student who left before the term began. */
import { datesOfTerm } from '../../core/term.ts';
import { textOf, textsParam } from '../read.ts';
import { rule } from '../rule.ts';

export default rule({
  scope: 'student',
  severity: 'warning',
  title: { 'zh-TW': '學期開始前已離校的學生仍有成績', en: 'A student who left before the term has scores in it' },
  message: {
    'zh-TW': '這位學生 {date} 以異動代碼 {code} 離校或休學，本學期卻有 {rows} 筆學期成績。',
    en: 'The student left or suspended with change code {code} on {date}, yet has {rows} regular scores in this term.',
  },
  why: {
    'zh-TW': '休學、轉出或離校後沒有再修課，成績可能列錯人或列錯學期。沒有查到明文，代碼是可調整的參數，不是教育部公告的規定。',
    en: 'Somebody who has left takes no courses, so the scores may be of another person or term. No text was found about it; the codes are a parameter, not a published requirement.',
  },
  fix: {
    'zh-TW': '請確認學生是否已復學並補上復學異動；不在學的，請移除這些成績後重新匯出。',
    en: 'See whether the student has returned, and add that change; if not, remove the scores and export again.',
  },
  source: ['RULE-112'],
  certainty: 'D',
  types: ['enrolment'],
  params: { leaving: ['31', '34', '36'] },
  *check(records, _key, { term, params }) {
    const begins = datesOfTerm(term)?.from ?? '';
    let last: { readonly code: string; readonly date: string } | null = null;
    for (const record of records) {
      const [code, date] = [textOf(record, 'changeCode'), textOf(record, 'changedOn')];
      if (record.kind === 'statusChange' && code !== undefined && date !== undefined && (last === null || date >= last.date)) last = { code, date };
    }
    if (last === null || last.date >= begins) return;
    const { code, date } = last;
    if (!textsParam(params, 'leaving').some((prefix) => code.startsWith(prefix))) return;
    const scores = records.filter((record) => record.type === 'courseRecord' && (record.kind === 'regular' || record.kind === 'nightRegular'));
    const [first] = scores;
    if (first) yield { record: first, params: { code, date, rows: scores.length } };
  },
});
