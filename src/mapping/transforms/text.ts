import { Remarked, transform, type Options } from '../transform.ts';

const bytesOf = (options: Options): number | undefined => options['bytes'] as number | undefined;

/** A system that cuts at a byte never leaves part of a character: up to two bytes stay free. */
const LEFT_FREE = 2;

export const text = transform({
  name: 'text',
  doc: {
    'zh-TW': '文字，去掉前後空白；若剛好填滿來源系統的欄位長度，提醒可能被截斷。',
    en: 'Text without blanks around it; one that just fills the field of the system it comes from may have been cut off, and is remarked upon.',
  },
  source: ['RULE-615'],
  verbatim: true,
  parse(cell, _kind, options) {
    const limit = bytesOf(options);
    if (limit === undefined) return cell;
    const length = Buffer.byteLength(cell);
    return length <= limit && length >= limit - LEFT_FREE ? new Remarked(cell, 'mapping/maybe-cut', { limit }) : cell;
  },
  print: (value) => String(value),
  checkOptions(options) {
    const bytes = bytesOf(options);
    return bytes === undefined || (Number.isInteger(bytes) && bytes > LEFT_FREE) ? undefined : 'text takes "bytes", the length of the field in UTF-8 bytes';
  },
});
