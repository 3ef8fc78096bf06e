import { Reject, transform } from '../transform.ts';

export const rocYear = transform({
  name: 'rocYear',
  doc: { 'zh-TW': '民國學年度（2 或 3 碼）。', en: 'A ROC school year in two or three digits (RULE-301).' },
  source: ['RULE-301', 'RULE-421'],
  repetitive: true,
  parse: (text) => (/^0?[1-9]\d{1,2}$/.test(text) && Number(text) < 1000 ? Number(text) : new Reject('mapping/not-a-year')),
  print: (value) => String(value),
});
