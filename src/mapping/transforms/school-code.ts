import { plainSchoolCode, type SchoolCodeForm } from '../school-code-form.ts';
import { Remarked, transform } from '../transform.ts';

export const schoolCode = transform({
  name: 'schoolCode',
  doc: {
    'zh-TW': '學校代碼，英文字母轉為半形大寫；系統加在後面的部別字母或校名去掉；是否為 6 碼由規則檢查。',
    en: 'A school code, half-width and upper case, without the letter or name a system puts after it; whether it is one is for the rules (RULE-507).',
  },
  source: ['RULE-507'],
  repetitive: true,
  parse(text, kind, options) {
    const plain = plainSchoolCode(text.normalize('NFKC').toUpperCase(), options as SchoolCodeForm);
    if (kind === 'n' && /^[1-9]\d{4}$/.test(plain)) return new Remarked(`0${plain}`, 'mapping/lost-zero', { taken: `0${plain}` });
    return plain;
  },
  print: (value) => String(value),
  checkOptions({ suffix, named, ...others }) {
    const [unknown] = Object.keys(others);
    if (unknown !== undefined) return `schoolCode knows no option "${unknown}"`;
    if (suffix !== undefined && !(typeof suffix === 'string' && /^[A-Z]+$/.test(suffix))) return 'schoolCode takes "suffix", capital letters';
    return named === undefined || typeof named === 'boolean' ? undefined : 'schoolCode takes "named", true or false';
  },
});
