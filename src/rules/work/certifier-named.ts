/** A certified work says which teacher certified it. */
import { textOf } from '../read.ts';
import { rule } from '../rule.ts';

export default rule({
  scope: 'record',
  severity: 'warning',
  title: { 'zh-TW': '認證沒有教師姓名', en: 'The certification names no teacher' },
  message: {
    'zh-TW': '這件成果在 {certified} 認證，卻沒有認證教師。',
    en: 'The work was certified on {certified}, but no teacher is named.',
  },
  why: {
    'zh-TW': '只有任課教師或登錄的代理人可以認證；沒有教師姓名，就無法確認是誰認證的。',
    en: 'Only the teacher of the course or a registered deputy certifies; without a name nobody can tell who did.',
  },
  fix: {
    'zh-TW': '請在學習歷程平臺確認認證教師，重新匯出。',
    en: 'See on the portfolio platform who certified it, and export again.',
  },
  source: ['RULE-119', 'RULE-210'],
  certainty: 'A',
  types: ['courseWork', 'certification'],
  reads: ['certifiedAt', 'status', 'certificationStatus', 'teacher'],
  check(record) {
    const certified = textOf(record, 'certifiedAt')?.slice(0, 10);
    const status = textOf(record, record.type === 'certification' ? 'status' : 'certificationStatus');
    if (certified === undefined || status !== '1' || textOf(record, 'teacher') !== undefined) return;
    return [{ field: 'teacher', params: { certified } }];
  },
});
