import { Reject, transform } from '../transform.ts';

export const termPart = transform({
  name: 'termPart',
  doc: { 'zh-TW': '學期：1 或 2（整學年的名冊為 0）。', en: 'A term: 1 or 2; 0 for a roster of the whole year (RULE-421).' },
  source: ['RULE-421'],
  repetitive: true,
  parse: (text, _kind, options) =>
    /^[12]$/.test(text) || (text === '0' && options['year'] === true)
      ? Number(text)
      : new Reject('mapping/not-a-term', { expected: options['year'] === true ? '0、1 或 2' : '1 或 2' }),
  print: (value) => String(value),
});
