import { Remarked, transform } from '../transform.ts';

export const sha256 = transform({
  name: 'sha256',
  doc: {
    'zh-TW': 'SHA-256 的 64 個十六進位字元，轉為小寫；不是時不取值，只留原文。',
    en: 'SHA-256 in 64 hexadecimal digits, lower case; anything else gives no value and is kept as text.',
  },
  parse: (text) => (/^[0-9A-Fa-f]{64}$/.test(text) ? text.toLowerCase() : new Remarked(undefined, 'mapping/not-a-digest')),
  print: (value) => String(value),
});
