import { dayExists, rocToIso } from '../../core/roc-date.ts';
import { Reject, Remarked, transform } from '../transform.ts';

const expected = 'yyyy/M/d 上午 h:mm:ss';

/** Three parts separated by blanks; the last two may be missing together. */
const PATTERN = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?: +(上午|下午) +(\d{1,2}):(\d{2}):(\d{2}))?$/;

/** Nobody in the data was born, and nothing in it happened, before the first ROC year. */
const FIRST_YEAR = 1912;

const two = (text: string): string => text.padStart(2, '0');

/** True for a time of the twelve-hour clock; midnight is 上午 12, or 上午 00 where the hours are padded. */
function timeExists(hour: string | undefined, minute: string | undefined, second: string | undefined): boolean {
  return Number(hour ?? 0) <= 12 && Number(minute ?? 0) <= 59 && Number(second ?? 0) <= 59;
}

export const centralDate = transform({
  name: 'centralDate',
  doc: {
    'zh-TW': '中央資料庫匯出檔的西元日期（yyyy/M/d 上午 12:00:00），只取日期；-1 表示沒有。',
    en: 'A Gregorian date as the central database exports it (yyyy/M/d 上午 12:00:00); the day is taken, the time is not; -1 stands for none.',
  },
  source: ['RULE-510'],
  repetitive: true,
  parse(text, kind, options) {
    if (kind === 'd') return new Remarked(text.slice(0, 10), 'mapping/date-cell', { taken: text.slice(0, 10) });
    if (text === '-1') return null;
    const roc = options['roc'] === true ? rocToIso(text) : null;
    if (roc !== null) return roc;
    const match = PATTERN.exec(text);
    if (!match) return new Reject('mapping/impossible-date', { expected });
    const [, year = '', month = '', day = '', , hour, minute, second] = match;
    const real = Number(year) >= FIRST_YEAR && dayExists(Number(year), Number(month), Number(day)) && timeExists(hour, minute, second);
    return real ? `${year}-${two(month)}-${two(day)}` : new Reject('mapping/impossible-date', { expected });
  },
  print(value) {
    if (value === null) return '-1';
    const [year = '', month = '', day = ''] = String(value).split('-');
    return `${year}/${Number(month)}/${Number(day)} 上午 12:00:00`;
  },
  checkOptions: ({ roc }) => (roc === undefined || typeof roc === 'boolean' ? undefined : 'centralDate takes "roc", true where seven ROC digits are a date as well'),
});
