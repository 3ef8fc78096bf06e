/** 修課節數 of the night division outside the usual. */
import { numberOf, numberParam } from '../read.ts';
import { rule } from '../rule.ts';

export default rule({
  scope: 'record',
  severity: 'warning',
  title: { 'zh-TW': '修課節數不尋常', en: 'The number of hours is unusual' },
  message: {
    'zh-TW': '節數是「{value}」，常見範圍是 0 到 {max}。',
    en: 'The hours are "{value}"; the usual range is 0 to {max}.',
  },
  why: {
    'zh-TW': '節數過大或為負數，多半是填成全學期總節數或打錯。上限是可調整的參數，不是教育部公告的規定。',
    en: 'Larger or negative hours are mostly the sum of a whole term or a slip. The limit is a parameter, not a published requirement.',
  },
  fix: {
    'zh-TW': '請確認填的是每週節數；確認無誤則可不處理。',
    en: 'Check that weekly hours are given; if they are right, leave them.',
  },
  source: ['RULE-417', 'RULE-418'],
  certainty: 'C',
  types: ['courseRecord', 'courseWork'],
  reads: ['hours', 'hoursTerm1', 'hoursTerm2'],
  params: { max: 12 },
  *check(record, { params }) {
    const max = numberParam(params, 'max');
    for (const field of ['hours', 'hoursTerm1', 'hoursTerm2']) {
      const hours = numberOf(record, field) ?? 0;
      if (hours < 0 || hours > max) yield { field, params: { max } };
    }
  },
});
