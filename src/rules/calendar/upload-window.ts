/** The upload window must stay open two weeks after 休業式, but not for grade 3 in term 2. */
import { addDays } from '../../core/days.ts';
import { parseTerm } from '../../core/term.ts';
import { GRADES, spanFor, termIn } from '../calendar.ts';
import { numberParam } from '../read.ts';
import { rule } from '../rule.ts';

export default rule({
  scope: 'calendar',
  severity: 'error',
  title: { 'zh-TW': '上傳期間太早截止', en: 'Uploading closes too early' },
  message: {
    'zh-TW': '{term} 學生上傳課程學習成果到 {to} 截止（年級：{grades}）；休業式是 {lastDay}，至少要開放到 {least}。',
    en: 'Uploading of course works in {term} closes on {to} (grades: {grades}); the last day of term is {lastDay}, so it must stay open until {least} at least.',
  },
  why: {
    'zh-TW': '除三年級第二學期外，上傳期間至少要延長到當學期休業式後兩週，讓學生不必在期末評量時趕件，教師也有足夠的認證時間。',
    en: 'Except in the second term of grade 3, uploading must go on for two weeks after the last day of term, so that it does not collide with exams and teachers have time to certify.',
  },
  fix: {
    'zh-TW': '請與學校工作小組延長上傳期間，並同步調整認證期間，再更正行事曆（calendar.json）。',
    en: 'Have the school\'s working group extend the window, move certification along with it, and correct calendar.json.',
  },
  source: ['RULE-303'],
  certainty: 'A',
  types: [],
  params: { minDays: 14 },
  *check(calendar, context) {
    const { lastDay } = termIn(calendar, context);
    if (lastDay === undefined) return;
    const least = addDays(lastDay, numberParam(context.params, 'minDays'));
    const exempt = parseTerm(context.term)?.part === 2 ? 3 : null;
    const early = GRADES.flatMap((grade) => {
      const upload = spanFor(calendar, context.term, 'upload', grade);
      return upload === null || upload.to >= least || grade === exempt ? [] : [{ grade, to: upload.to }];
    });
    for (const [to, group] of Map.groupBy(early, (one) => one.to)) {
      yield { params: { term: context.term, to, lastDay, least, grades: group.map(({ grade }) => grade).join(', ') } };
    }
  },
});
