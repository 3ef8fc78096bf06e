import { Reject, transform } from '../transform.ts';

const PATTERN = /^-?\d{1,6}(?:\.0+)?$/;

export const integer = transform({
  name: 'integer',
  doc: { 'zh-TW': '整數；-1 表示沒有。', en: 'A whole number; -1 stands for none.' },
  repetitive: true,
  parse(text) {
    if (!PATTERN.test(text)) return new Reject('mapping/not-a-number', { expected: '整數' });
    const value = Number(text);
    return value === -1 ? null : value === 0 ? 0 : value;
  },
  print: (value) => (value === null ? '-1' : String(value)),
});
