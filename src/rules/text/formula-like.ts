/** Cells that a spreadsheet would run as a formula. */
import { rule } from '../rule.ts';
import { NAMES, PERFORMANCE_TEXTS, TEXT_TYPES, TEXTS } from '../texts.ts';

export default rule({
  scope: 'field',
  severity: 'error',
  title: { 'zh-TW': '文字會被試算表當成公式', en: 'The text would be run as a formula' },
  message: {
    'zh-TW': '這個欄位的文字以「{start}」開頭，用試算表開啟時會被當成公式執行。',
    en: 'The text of this field begins with "{start}" and would be run as a formula when opened in a spreadsheet.',
  },
  why: {
    'zh-TW': '開啟名冊的人可能因此執行到惡意內容，或看到被改變的資料。這是資訊安全檢查，不是教育部公告的規定。',
    en: 'Whoever opens the roster may run something harmful or see altered data. A security check of ours, not a published requirement.',
  },
  fix: {
    'zh-TW': '請在校務系統改寫這段文字，不要以 =、+、-、@ 開頭，再重新匯出。',
    en: 'Rewrite the text in the school system so that it does not begin with =, +, - or @, and export again.',
  },
  source: ['OWASP CSV Injection: files for people escape such cells, submissions must not change data and so refuse them'],
  certainty: 'C',
  types: TEXT_TYPES,
  fields: [...NAMES, ...TEXTS],
  also: { performance: PERFORMANCE_TEXTS },
  /** A dash or plus before something that is no expression, as in "- 班長" or "+1", is running text. */
  check(text) {
    const start = typeof text === 'string' ? text.match(/^(?:[=@]|[+-](?=[A-Za-z(@=]))/)?.[0] : undefined;
    return start === undefined ? undefined : [{ params: { start } }];
  },
});
