import { Reject, transform } from '../transform.ts';

export const termStamp = transform({
  name: 'termStamp',
  doc: {
    'zh-TW': '學年度及學期連寫（1081）轉為 108-1。',
    en: 'School year and term in one, as transfer packages write them (1081), to 108-1 (RULE-804).',
  },
  source: ['RULE-302', 'RULE-804'],
  repetitive: true,
  parse(text) {
    const match = /^0?([1-9]\d{1,2})([012])$/.exec(text);
    return match ? `${match[1]}-${match[2]}` : new Reject('mapping/not-a-term', { expected: '4 碼，學年度 3 碼與學期 1 碼（例如 1081）' });
  },
  print(value) {
    const [year = '', part = ''] = String(value).split('-');
    return `${year.padStart(3, '0')}${part}`;
  },
});
