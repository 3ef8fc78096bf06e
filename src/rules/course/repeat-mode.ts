/** 重讀註記 and what follows from it. */
import { numberOf, textOf } from '../read.ts';
import { rule } from '../rule.ts';

export default rule({
  scope: 'record',
  severity: 'error',
  title: { 'zh-TW': '重讀註記與成績不符', en: 'The repeat mode is wrong or does not fit the scores' },
  message: {
    'zh-TW': '重讀註記是「{mode}」，再次修習成績是「{again}」；註記應為 1 列抵（再次修習成績為 -1）或 2 再次修習。',
    en: 'The repeat mode is "{mode}" and the score of the second study "{again}"; the mode must be 1 credited (second score -1) or 2 studied again.',
  },
  why: {
    'zh-TW': '註記決定採用原成績或新成績；列抵的科目沒有再修，不應有再次修習成績。列抵卻有成績只列為警告，因為 -1 的填法是推定的。',
    en: 'The mode decides which result counts; a credited subject was not studied again and has no second score. That last point is inferred, so it is only a warning.',
  },
  fix: {
    'zh-TW': '請在校務系統更正重讀註記，或清除列抵科目的再次修習成績，再重新匯出。',
    en: 'Correct the mode in the school system, or clear the second score of a credited subject, and export again.',
  },
  source: ['RULE-107'],
  certainty: 'B',
  types: ['courseRecord'],
  reads: ['repeatMode', 'studiedAgainScore'],
  check(record, context) {
    if (record.kind !== 'repeat') return;
    const mode = textOf(record, 'repeatMode') ?? '';
    const again = numberOf(record, 'studiedAgainScore');
    const params = { mode, again: again ?? -1 };
    if (!context.inList('repeat-mode', mode)) return [{ field: 'repeatMode', params }];
    if (mode === '1' && typeof again === 'number') return [{ field: 'studiedAgainScore', params, severity: 'warning' }];
    return;
  },
});
