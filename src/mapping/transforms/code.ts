import { Reject, transform } from '../transform.ts';

/** A number with an exponent has lost digits; a code must not be rebuilt from it. */
const DAMAGED = /^\d(?:\.\d+)?e\+\d+$/i;

export const code = transform({
  name: 'code',
  doc: { 'zh-TW': '代碼，照原文保留（1 與 01 不同）。', en: 'A code, kept as it is written (1 and 01 differ).' },
  verbatim: true,
  parse: (text) => (text.includes('+') && DAMAGED.test(text) ? new Reject('mapping/number-damaged') : text),
  print: (value) => String(value),
});
