import { Reject, Remarked, transform } from '../transform.ts';
import { starScore } from './star-score.ts';

/** Scores that say what the flag says, for `print`: a failing one and one that passes. */
const FAILED = '*0.00';
const PASSED = '100.00';

export const starPass = transform({
  name: 'starPass',
  doc: {
    'zh-TW': '104 版的成績是否及格：前面有 * 為不及格，沒有為及格，-1 表示沒有成績。',
    en: 'Whether a score of the 104 edition passes: a star before it means failed, none means passed, -1 no score.',
  },
  repetitive: true,
  parse(text, kind, options) {
    const value = starScore.parse(text, kind, options);
    if (value instanceof Reject || value instanceof Remarked || value === null) return value;
    return !text.startsWith('*');
  },
  print: (value) => (value === null ? '-1' : value ? PASSED : FAILED),
});
