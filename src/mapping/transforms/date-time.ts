import { dayExists } from '../../core/roc-date.ts';
import { Reject, transform, type Options } from '../transform.ts';

const expected = 'yyyy/MM/dd HH:mm';

/** Gregorian with four digits, ROC with three: the number of digits tells them apart. */
const PATTERN = /^(\d{3,4})[/-](\d{1,2})[/-](\d{1,2})(?:[ T](\d{1,2}):(\d{2})(?::(\d{2}))?)?$/;

const separatorOf = (options: Options): string => (options['separator'] as string | undefined) ?? '/';

const two = (text: string | undefined): string => (text ?? '').padStart(2, '0');

export const dateTime = transform({
  name: 'dateTime',
  doc: { 'zh-TW': '日期與時間（西元 4 碼或民國 3 碼年），台灣當地時間。', en: 'Date and time (four-digit Gregorian or three-digit ROC year), local time in Taiwan.' },
  parse(text) {
    const match = PATTERN.exec(text);
    if (!match) return new Reject('mapping/impossible-date', { expected });
    const [, yearText = '', month, day, hour, minute, second] = match;
    const year = Number(yearText) + (yearText.length === 3 ? 1911 : 0);
    if (!dayExists(year, Number(month), Number(day))) return new Reject('mapping/impossible-date', { expected });
    if (Number(hour ?? 0) > 23 || Number(minute ?? 0) > 59 || Number(second ?? 0) > 59) return new Reject('mapping/impossible-date', { expected });
    const date = `${year}-${two(month)}-${two(day)}`;
    if (hour === undefined) return date;
    return `${date}T${two(hour)}:${two(minute)}${second === undefined ? '' : `:${second}`}`;
  },
  print: (value, options) => String(value).replaceAll('-', separatorOf(options)).replace('T', ' '),
  checkOptions({ separator }) {
    return separator === undefined || separator === '/' || separator === '-' ? undefined : 'dateTime takes "separator", / or -, for writing';
  },
});
