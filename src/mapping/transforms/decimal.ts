import { Reject, transform, type Options } from '../transform.ts';

const PATTERN = /^-?\d{1,7}(?:\.\d{1,9})?$/;

const digitsOf = (options: Options): number | undefined => options['digits'] as number | undefined;

export const decimal = transform({
  name: 'decimal',
  doc: { 'zh-TW': '數字，可有小數；-1 表示沒有。', en: 'A number, decimals allowed; -1 stands for none (RULE-405).' },
  repetitive: true,
  parse(text) {
    if (!PATTERN.test(text)) return new Reject('mapping/not-a-number', { expected: '數字' });
    const value = Number(text);
    return value === -1 ? null : value === 0 ? 0 : value;
  },
  print(value, options) {
    if (value === null) return '-1';
    const digits = digitsOf(options);
    const number = Number(value);
    // Fixed digits pad; they never round a value away.
    const plain = String(number);
    if (digits === undefined) return plain;
    const fixed = number.toFixed(digits);
    return Number(fixed) === number ? fixed : plain;
  },
  checkOptions(options) {
    const digits = digitsOf(options);
    return digits === undefined || (Number.isInteger(digits) && digits >= 0 && digits <= 9) ? undefined : 'decimal takes "digits" from 0 to 9';
  },
});
