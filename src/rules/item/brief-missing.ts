/** Items without a description. */
import { itemsToSubmit } from '../items.ts';
import { textOf } from '../read.ts';
import { rule } from '../rule.ts';

export default rule({
  scope: 'student',
  severity: 'error',
  title: { 'zh-TW': '沒有簡述', en: 'The description is missing' },
  message: { 'zh-TW': '這一件沒有成果簡述或內容簡述。', en: 'This item has no description.' },
  why: { 'zh-TW': '簡述是必填欄位。', en: 'A description is required.' },
  fix: { 'zh-TW': '請學生在學習歷程平臺補上簡述（100 字以內）後重新匯出。', en: 'Have the student add one on the portfolio platform (at most 100 characters) and export again.' },
  source: ['RULE-208'],
  certainty: 'B',
  types: ['courseWork', 'performance'],
  yearly: true,
  check: (records, key, context) => itemsToSubmit(records, key, context).filter(({ record }) => (textOf(record, 'brief') ?? '').trim() === '').map(({ record }) => ({ record, field: 'brief' })),
});
