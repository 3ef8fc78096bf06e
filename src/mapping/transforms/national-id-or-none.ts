import { transform } from '../transform.ts';
import { nationalId } from './national-id.ts';

export const nationalIdOrNone = transform({
  name: 'nationalIdOrNone',
  doc: { 'zh-TW': '身分證號或居留證號；-1 表示沒有。', en: 'National or residence id; -1 stands for none.' },
  parse: (text, kind, options) => (text === '-1' ? null : nationalId.parse(text, kind, options)),
  print: (value) => (value === null ? '-1' : String(value)),
});
