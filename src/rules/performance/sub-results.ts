/** Results of a certificate's parts that are joined by something else than commas. */
import { textOf } from '../read.ts';
import { rule } from '../rule.ts';

export default rule({
  scope: 'record',
  severity: 'error',
  title: { 'zh-TW': '分項結果的分隔符號不正確', en: 'Sub-results are not joined by commas' },
  message: { 'zh-TW': '分項結果用了「{mark}」；請以半形逗號分隔。', en: 'Sub-results are joined by "{mark}"; half-width commas are expected.' },
  why: { 'zh-TW': '中央資料庫以半形逗號分開各分項，其他符號會被當成同一項。', en: 'The central database divides them at half-width commas; with anything else they are taken for one.' },
  fix: { 'zh-TW': '請學生以半形逗號「,」分隔各分項結果後重新匯出。', en: 'Have the student write commas between them and export again.' },
  source: ['RULE-215'],
  certainty: 'B',
  types: ['performance'],
  yearly: true,
  reads: ['subResults'],
  check(record) {
    const mark = /[，、;；|／]/.exec(textOf(record, 'subResults') ?? '')?.[0];
    return mark === undefined ? undefined : [{ field: 'subResults', params: { mark } }];
  },
});
