import { Reject, Remarked, transform } from '../transform.ts';

export const schoolCode = transform({
  name: 'schoolCode',
  doc: { 'zh-TW': '6 碼學校代碼，英文字母大寫。', en: 'A six-character school code, letters upper case (RULE-507).' },
  repetitive: true,
  parse(text, kind) {
    const plain = text.normalize('NFKC').toUpperCase();
    if (/^[0-9A-Z]{6}$/.test(plain)) return plain;
    if (kind === 'n' && /^[1-9]\d{4}$/.test(plain)) return new Remarked(`0${plain}`, 'mapping/lost-zero', { taken: `0${plain}` });
    return new Reject('mapping/not-a-school-code');
  },
  print: (value) => String(value),
});
