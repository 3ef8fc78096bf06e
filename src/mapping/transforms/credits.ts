import { Reject, transform } from '../transform.ts';
import { decimal } from './decimal.ts';

export const credits = transform({
  ...decimal,
  name: 'credits',
  doc: {
    'zh-TW': '學分或節數；課程計畫的代號（如 T、Z）不是學分數。',
    en: 'Credits or hours; a letter of the course plan (T, Z …) is not a number of credits (RULE-417).',
  },
  source: ['RULE-417'],
  parse: (text, kind, options) => (/^[A-Za-z]$/.test(text) ? new Reject('mapping/plan-letter-credit') : decimal.parse(text, kind, options)),
});
