/** The term a school works in is its own setting; a warning when the date says another. */
import { WINDOW_KINDS } from '../../core/calendar.ts';
import { parseTerm, termOfDate } from '../../core/term.ts';
import { termIn } from '../calendar.ts';
import { rule } from '../rule.ts';

export default rule({
  scope: 'calendar',
  severity: 'warning',
  title: { 'zh-TW': '設定的學期與日期不符', en: 'The working term does not fit the date' },
  message: {
    'zh-TW': '學校設定的學期是 {term}，今天 {today} 屬於 {now}。',
    en: 'The school is set to {term}; today, {today}, belongs to {now}.',
  },
  why: {
    'zh-TW': '學年度與學期由學校自行切換；忘記切換，資料會記到錯的學期。前一學期的上傳或提交還沒結束時，可以暫時不切換。',
    en: 'Schools switch the term by hand; when it is forgotten, data is filed under the wrong term. While uploading or submitting of the old term goes on, staying is right.',
  },
  fix: {
    'zh-TW': '請確認學校設定檔（school.json）的學期；前一學期的工作都結束後再切換。',
    en: 'Check the term in the school\'s school.json; switch it when the work of the old term is done.',
  },
  source: ['RULE-315', 'RULE-301'],
  certainty: 'A',
  types: [],
  /** Of a term that is over by the date, one window or the last day of term still ahead is reason enough to stay in it. */
  check(calendar, context) {
    const { term, today } = context;
    const now = termOfDate(today);
    if (calendar.workingTerm !== term || now === term || parseTerm(term)?.part === 0) return;
    const { lastDay = '', ...own } = termIn(calendar, context);
    const goesOn = lastDay >= today || WINDOW_KINDS.some((kind) => own[kind]?.some(({ to }) => to >= today));
    return now > term && goesOn ? undefined : [{ params: { term, today, now } }];
  },
});
