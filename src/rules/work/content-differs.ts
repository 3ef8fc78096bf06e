/** Course works whose files are others than before, where nothing says whether they were certified again. */
import { itemsToSubmit } from '../items.ts';
import { rule } from '../rule.ts';

export default rule({
  scope: 'student',
  severity: 'warning',
  title: { 'zh-TW': '檔案換過，不知是否重新認證', en: 'The file is another; whether it was certified again is not known' },
  message: {
    'zh-TW': '檔案內容和上次收到的不同，而名冊沒有認證時間，看不出是否已重新認證。',
    en: 'The content is not the one that came before, and the roster gives no time of certification that could tell whether it was certified again.',
  },
  why: {
    'zh-TW': '認證過的內容不能更換，更換後須重新認證；名冊只列已認證的成果，但沒有寫認證時間。',
    en: 'What was certified cannot be exchanged without a new certification; rosters list certified works only, but not when.',
  },
  fix: {
    'zh-TW': '請確認任課教師已就新的檔案認證；提交之後即不再提醒。',
    en: 'Make sure that the teacher has certified the new file; once submitted, this is not said again.',
  },
  source: ['RULE-216'],
  certainty: 'B',
  types: ['courseWork'],
  yearly: true,
  check: (records, key, context) => itemsToSubmit(records, key, context).filter(({ unprovenChange }) => unprovenChange).map(({ record }) => ({ record, field: 'documentLink' })),
});
