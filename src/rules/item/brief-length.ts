/** Descriptions that are too long. */
import { itemsToSubmit } from '../items.ts';
import { numberParam, textOf } from '../read.ts';
import { rule } from '../rule.ts';

export default rule({
  scope: 'student',
  severity: 'error',
  title: { 'zh-TW': '簡述過長', en: 'The description is too long' },
  message: { 'zh-TW': '簡述有 {length} 字，上限是 {max} 字。', en: 'The description has {length} characters; the limit is {max}.' },
  why: {
    'zh-TW': '簡述以 100 字為限；以 Unicode 字元計，前後空白與換行不計（換行是否計算可調整）。',
    en: 'Descriptions have at most 100 characters, counted as Unicode code points; blanks around them and line breaks do not count (whether breaks do is a parameter).',
  },
  fix: { 'zh-TW': '請學生縮短簡述後重新匯出。', en: 'Have the student shorten it and export again.' },
  source: ['RULE-208'],
  certainty: 'B',
  types: ['courseWork', 'performance'],
  yearly: true,
  params: { max: 100, countLineBreaks: false },
  *check(records, key, context) {
    const max = numberParam(context.params, 'max');
    for (const { record } of itemsToSubmit(records, key, context)) {
      const text = (textOf(record, 'brief') ?? '').trim();
      const length = [...(context.params['countLineBreaks'] === true ? text : text.replace(/[\r\n]/g, ''))].length;
      if (length > max) yield { record, field: 'brief', params: { length, max } };
    }
  },
});
