import { Reject, transform } from '../transform.ts';

const PLAIN = /^[0-9A-Z]+$/;

export const nationalId = transform({
  name: 'nationalId',
  doc: { 'zh-TW': '身分證號或居留證號，轉為半形大寫；檢查碼由規則檢查。', en: 'National or residence id, half-width and upper case; its checksum is for the rules.' },
  source: ['RULE-501'],
  verbatim: true,
  parse(text) {
    if (PLAIN.test(text)) return text;
    const plain = text.normalize('NFKC').toUpperCase();
    return PLAIN.test(plain) ? plain : new Reject('mapping/not-an-id');
  },
  print: (value) => String(value),
});
