/** More course works than a student may pick in a school year. */
import { tooManyPicks } from '../picks.ts';
import { rule } from '../rule.ts';

export default rule({
  scope: 'student',
  severity: 'error',
  title: { 'zh-TW': '勾選的課程學習成果超過上限', en: 'Too many course works are picked' },
  message: {
    'zh-TW': '本學年勾選 {count} 件課程學習成果（其中 {elsewhere} 件已由前一所學校提交），上限是 {max} 件。',
    en: '{count} course works are picked this school year ({elsewhere} of them submitted by the school before); the limit is {max}.',
  },
  why: {
    'zh-TW': '每學年至多勾選 6 件課程學習成果，沒有最少件數；轉學生前一校已提交的也計入（跨校合計是推定）。',
    en: 'At most 6 course works a school year, and no minimum; what the school before submitted counts (that schools are added up is inferred).',
  },
  fix: { 'zh-TW': '請學生取消多出的勾選後重新匯出；不可由學校代為挑選。', en: 'Have the student take back picks and export again; the school must not choose.' },
  source: ['RULE-201', 'RULE-109'],
  certainty: 'A',
  types: ['courseWork'],
  yearly: true,
  params: { max: 6 },
  check: (records, key, context) => tooManyPicks('courseWork', records, key, context),
});
