/** A work carries the time of its upload; it lies in the window of its term, or in the term where no window is known. */
import { windowsFor } from '../../core/calendar.ts';
import type { CanonicalRecord } from '../../core/record.ts';
import { datesOfTerm, parseTerm } from '../../core/term.ts';
import { numberOf, textOf } from '../read.ts';
import { rule } from '../rule.ts';

/** As the source says, else the term of the roster, or in a yearly one the term the course was taken in. */
function termOfUpload(record: CanonicalRecord, term: string): string | null {
  const stamped = textOf(record, 'uploadedTerm') ?? term;
  const parsed = parseTerm(stamped);
  const part = parsed?.part === 0 ? numberOf(record, 'studiedTerm') : parsed?.part;
  return parsed && (part === 1 || part === 2) ? `${parsed.year}-${part}` : null;
}

export default rule({
  scope: 'record',
  severity: 'error',
  title: { 'zh-TW': '課程學習成果不是在上傳期間上傳的', en: 'The work was not uploaded in the window' },
  message: {
    'zh-TW': '{term} 的成果在 {uploaded} 上傳，上傳期間是 {windows}。',
    en: 'A work of {term} was uploaded on {uploaded}; the window is {windows}.',
  },
  why: {
    'zh-TW': '過了期間不能補傳或倒填，上傳時間是資料的一部分。沒有輸入上傳期間時，只檢查是否早於學期開始。',
    en: 'Nothing is added or dated back after the window: the time of an upload is part of it. Where no window was entered, only an upload before the term began is found.',
  },
  fix: {
    'zh-TW': '請確認上傳時間與學期；期間有延長的，請更正行事曆（calendar.json）；不是在期間內上傳的成果不可提交。',
    en: 'Check the time and the term. If the window was extended, correct calendar.json; a work uploaded outside it cannot be submitted.',
  },
  source: ['RULE-117'],
  certainty: 'A',
  types: ['courseWork'],
  reads: ['createdAt', 'submittedAt', 'uploadedTerm', 'studiedTerm', 'grade', 'attendedSchool'],
  /** A work that came with a student follows the windows of the school it was made at, which are not known here. */
  check(record, { school, term, calendar }) {
    if ((textOf(record, 'attendedSchool') ?? school) !== school) return;
    const uploaded = (textOf(record, 'createdAt') ?? textOf(record, 'submittedAt'))?.slice(0, 10);
    const of = termOfUpload(record, term);
    if (uploaded === undefined || of === null) return;
    const grade = record.kind === 'regular' ? numberOf(record, 'grade') : undefined;
    const windows = calendar ? windowsFor(calendar, of, 'upload', { grade }) : [];
    const begins = datesOfTerm(of)!.from;
    if (windows.length > 0 ? windows.some(({ from, to }) => uploaded >= from && uploaded <= to) : uploaded >= begins) return;
    const shown = windows.length > 0 ? windows.map(({ from, to }) => `${from} – ${to}`).join(', ') : `${begins} –`;
    return [{ field: textOf(record, 'createdAt') === undefined ? 'submittedAt' : 'createdAt', params: { term: of, uploaded, windows: shown } }];
  },
});
