/** Scores outside 0 to 100. */
import { numberOf } from '../read.ts';
import { rule } from '../rule.ts';
import { SCORE_PAIRS } from '../scores.ts';

export default rule({
  scope: 'record',
  severity: 'error',
  title: { 'zh-TW': '成績超出範圍', en: 'The score is out of range' },
  message: {
    'zh-TW': '成績是「{value}」，應在 0 到 100 之間；沒有成績請填 -1。',
    en: 'The score is "{value}"; it must be between 0 and 100, or -1 for none.',
  },
  why: {
    'zh-TW': '中央資料庫只收 0 到 100 的成績；超出範圍代表輸入或轉檔錯誤。',
    en: 'The central database takes scores from 0 to 100 only; anything else is an error of entry or conversion.',
  },
  fix: {
    'zh-TW': '請核對成績並在校務系統更正後重新匯出。',
    en: 'Check the score, correct it in the school system and export again.',
  },
  source: ['RULE-405'],
  certainty: 'B',
  types: ['courseRecord'],
  reads: SCORE_PAIRS.map(([score]) => score),
  *check(record) {
    for (const [field] of SCORE_PAIRS) {
      const score = numberOf(record, field);
      if (typeof score === 'number' && !(score >= 0 && score <= 100)) yield { field };
    }
  },
});
