import { Remarked, transform } from '../transform.ts';

export const schoolCode = transform({
  name: 'schoolCode',
  doc: {
    'zh-TW': '學校代碼，英文字母轉為半形大寫；是否為 6 碼由規則檢查。',
    en: 'A school code, half-width and upper case; whether it is one is for the rules (RULE-507).',
  },
  repetitive: true,
  parse(text, kind) {
    const plain = text.normalize('NFKC').toUpperCase();
    if (kind === 'n' && /^[1-9]\d{4}$/.test(plain)) return new Remarked(`0${plain}`, 'mapping/lost-zero', { taken: `0${plain}` });
    return plain;
  },
  print: (value) => String(value),
});
