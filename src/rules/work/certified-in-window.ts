/** Certification outside its window. */
import { windowsFor } from '../../core/calendar.ts';
import { parseTerm } from '../../core/term.ts';
import { textOf } from '../read.ts';
import { rule } from '../rule.ts';

export default rule({
  scope: 'record',
  severity: 'warning',
  title: { 'zh-TW': '認證時間不在認證期間內', en: 'Certified outside the window' },
  message: {
    'zh-TW': '{term} 的成果在 {certified} 認證，認證期間是 {windows}。',
    en: 'A work of {term} was certified on {certified}; the window is {windows}.',
  },
  why: {
    'zh-TW': '認證期間由學校訂定；不在期間內的認證，可能是補登或學期記錯。期間的分法由平臺設定推定。',
    en: 'Schools set the window; a certification outside it may have been entered later or for another term. That there is such a window is inferred from platforms.',
  },
  fix: {
    'zh-TW': '請確認認證時間與學期；期間有延長的，請更正行事曆（calendar.json）。',
    en: 'Check the time and the term; if the window was extended, correct calendar.json.',
  },
  source: ['RULE-305'],
  certainty: 'C',
  types: ['courseWork', 'certification'],
  reads: ['certifiedAt', 'uploadedTerm', 'attendedSchool'],
  /** Of a work that came with a student the windows are not known here. */
  check(record, { school, term, calendar }) {
    if ((textOf(record, 'attendedSchool') ?? school) !== school) return;
    const certified = textOf(record, 'certifiedAt')?.slice(0, 10);
    const of = textOf(record, 'uploadedTerm') ?? term;
    const year = parseTerm(of)?.year;
    if (certified === undefined || year === undefined || !calendar) return;
    const terms = of.endsWith('-0') ? [`${year}-1`, `${year}-2`] : [of];
    const windows = terms.flatMap((one) => windowsFor(calendar, one, 'certification'));
    if (windows.length === 0 || windows.some(({ from, to }) => certified >= from && certified <= to)) return;
    return [{ field: 'certifiedAt', params: { term: of, certified, windows: windows.map(({ from, to }) => `${from} – ${to}`).join(', ') } }];
  },
});
