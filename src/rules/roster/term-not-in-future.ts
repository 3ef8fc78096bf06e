/** A term that has not begun on the day of the check. */
import type { CanonicalRecord } from '../../core/record.ts';
import { parseTerm, termOfDate } from '../../core/term.ts';
import { firstOf, KEYED_TYPES } from '../read.ts';
import { rule } from '../rule.ts';

export default rule({
  scope: 'school',
  severity: 'warning',
  title: { 'zh-TW': '學年度學期尚未開始', en: 'The term has not begun' },
  message: {
    'zh-TW': '報送的是 {term}，但檢查日 {today} 屬於 {current}。',
    en: 'The term is {term}, but the day of the check, {today}, is in {current}.',
  },
  why: {
    'zh-TW': '各校手動切換學年度，切換太早或打錯年度，整批資料就會歸錯學期。',
    en: 'Schools switch the year by hand; switched too early or mistyped, everything goes into the wrong term.',
  },
  fix: {
    'zh-TW': '請確認校務系統的學年度學期設定與封面，更正後重新匯出。',
    en: 'Check the year and term set in the school system and on the cover, correct them and export again.',
  },
  source: ['RULE-315', 'RULE-301'],
  certainty: 'A',
  types: KEYED_TYPES,
  begin({ term, today }) {
    let first: CanonicalRecord | undefined;
    return {
      student(records) {
        first = firstOf(first, records);
      },
      *end() {
        const filed = parseTerm(term);
        const current = termOfDate(today);
        const now = parseTerm(current);
        if (!filed || !now || filed.year * 3 + filed.part <= now.year * 3 + now.part) return;
        yield { record: first, params: { term, today, current } };
      },
    };
  },
});
