import { Reject, transform } from '../transform.ts';
import { score } from './score.ts';

/** Two decimals, as the 104 edition writes them. */
const DIGITS = { digits: 2 };

export const starScore = transform({
  name: 'starScore',
  doc: {
    'zh-TW': '104 版的成績：兩位小數，前面的 * 表示不及格，-1 表示沒有成績。',
    en: 'A score of the 104 edition: two decimals, a star before it for failed, -1 for none.',
  },
  repetitive: true,
  parse(text, kind) {
    const starred = text.startsWith('*');
    const value = score.parse(starred ? text.slice(1).trimStart() : text, kind, DIGITS);
    return starred && value === null ? new Reject('mapping/not-a-number', { expected: '數字' }) : value;
  },
  print: (value) => score.print(value, DIGITS),
});
