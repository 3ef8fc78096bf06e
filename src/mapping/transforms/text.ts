import { transform } from '../transform.ts';

export const text = transform({
  name: 'text',
  doc: { 'zh-TW': '文字，去掉前後空白。', en: 'Text without blanks around it.' },
  verbatim: true,
  parse: (text) => text,
  print: (value) => String(value),
});
