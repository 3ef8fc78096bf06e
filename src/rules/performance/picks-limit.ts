/** More performances than a student may pick in a school year. */
import { tooManyPicks } from '../picks.ts';
import { rule } from '../rule.ts';

export default rule({
  scope: 'student',
  severity: 'error',
  title: { 'zh-TW': '勾選的多元表現超過上限', en: 'Too many performances are picked' },
  message: {
    'zh-TW': '本學年勾選 {count} 件多元表現（其中 {elsewhere} 件已由前一所學校提交），上限是 {max} 件。',
    en: '{count} performances are picked this school year ({elsewhere} of them submitted by the school before); the limit is {max}.',
  },
  why: {
    'zh-TW': '每學年至多勾選 10 件多元表現，沒有最少件數；轉學生前一校已提交的也計入（跨校合計是推定）。學校登錄的幹部經歷與外部登錄的競賽、檢定不計。',
    en: 'At most 10 performances a school year, and no minimum; what the school before submitted counts (that schools are added up is inferred). Posts entered by the school and results registered by outside bodies do not count.',
  },
  fix: { 'zh-TW': '請學生取消多出的勾選後重新匯出；不可由學校代為挑選。', en: 'Have the student take back picks and export again; the school must not choose.' },
  source: ['RULE-201', 'RULE-202', 'RULE-109'],
  certainty: 'A',
  types: ['performance'],
  yearly: true,
  params: { max: 10 },
  check: (records, key, context) => tooManyPicks('performance', records, key, context),
});
