import { decimal } from './decimal.ts';
import { transform } from '../transform.ts';

export const score = transform({
  ...decimal,
  name: 'score',
  doc: { 'zh-TW': '成績，可有小數；-1 表示沒有成績。', en: 'A score, decimals allowed; -1 stands for no score (RULE-405).' },
  source: ['RULE-405'],
});
