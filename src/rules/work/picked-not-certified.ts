/** Course works that are picked though their teacher has not certified them. */
import { allItems } from '../items.ts';
import { rule } from '../rule.ts';

/** Where a work stands that its teacher has not certified; one that was changed since is another matter. */
const NOT_CERTIFIED = new Set(['uploaded', 'sent', 'refused']);

export default rule({
  scope: 'student',
  severity: 'error',
  title: { 'zh-TW': '勾選了未通過認證的成果', en: 'A work is picked that was not certified' },
  message: { 'zh-TW': '這件成果已勾選，但任課教師沒有認證通過。', en: 'This work is picked, but its teacher has not certified it.' },
  why: {
    'zh-TW': '只有任課教師認證通過的課程學習成果可以勾選與提交。認證只確認是學生修課的產出，不以成績或品質為條件。',
    en: 'Only works certified by the course\'s teacher can be picked and submitted. Certification says only that it is the student\'s own work of the course; neither marks nor quality are conditions.',
  },
  fix: {
    'zh-TW': '請任課教師完成認證；未通過的請學生修正後重新送出，或取消勾選，再重新匯出。',
    en: 'Have the teacher certify it; one that was refused is corrected and sent again, or the pick is taken back; then export again.',
  },
  source: ['RULE-210', 'RULE-423'],
  certainty: 'A',
  types: ['courseWork'],
  yearly: true,
  *check(records, key, context) {
    for (const { record, contradictions } of allItems(records, key, context)) {
      if (contradictions.some(({ event, state }) => event === 'pick' && NOT_CERTIFIED.has(state))) yield { record, field: 'certificationStatus' };
    }
  },
});
