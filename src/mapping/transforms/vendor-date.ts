import { dayExists } from '../../core/roc-date.ts';
import { Reject, Remarked, transform, type Options } from '../transform.ts';

interface DateFormat {
  readonly pattern: RegExp;
  /** Added to the year to make it Gregorian. */
  readonly offset: number;
  readonly print: (year: number, month: string, day: string) => string;
}

/** Nobody in the data was born, and nothing in it happened, before the first ROC year. */
const FIRST_YEAR = 1912;

const pad = (year: number, digits: number): string => String(year).padStart(digits, '0');

/** Formats by name: `roc` counts years from 1912, `ad` is Gregorian; the sign is the separator. */
const FORMATS: Readonly<Record<string, DateFormat>> = {
  'roc/': { pattern: /^(\d{2,3})\/(\d{1,2})\/(\d{1,2})$/, offset: 1911, print: (y, m, d) => `${pad(y, 2)}/${m}/${d}` },
  'roc-': { pattern: /^(\d{2,3})-(\d{1,2})-(\d{1,2})$/, offset: 1911, print: (y, m, d) => `${pad(y, 2)}-${m}-${d}` },
  'roc.': { pattern: /^(\d{2,3})\.(\d{1,2})\.(\d{1,2})$/, offset: 1911, print: (y, m, d) => `${pad(y, 2)}.${m}.${d}` },
  roc7: { pattern: /^(\d{3})(\d{2})(\d{2})$/, offset: 1911, print: (y, m, d) => `${pad(y, 3)}${m}${d}` },
  'ad/': { pattern: /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/, offset: 0, print: (y, m, d) => `${y}/${m}/${d}` },
  'ad-': { pattern: /^(\d{4})-(\d{1,2})-(\d{1,2})$/, offset: 0, print: (y, m, d) => `${y}-${m}-${d}` },
  ad8: { pattern: /^(\d{4})(\d{2})(\d{2})$/, offset: 0, print: (y, m, d) => `${y}${m}${d}` },
};

const formatsOf = (options: Options): readonly string[] => options['formats'] as readonly string[];

function isoOf(text: string, formats: readonly string[]): string | null {
  for (const name of formats) {
    const format = FORMATS[name];
    const match = format?.pattern.exec(text);
    if (!format || !match) continue;
    const year = Number(match[1]) + format.offset;
    const [month, day] = [Number(match[2]), Number(match[3])];
    if (year >= FIRST_YEAR && dayExists(year, month, day)) {
      return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
    }
  }
  return null;
}

export const vendorDate = transform({
  name: 'vendorDate',
  doc: {
    'zh-TW': '校務系統的日期，格式由轉接器指定（民國或西元，/ 或 - 分隔），從不猜測。',
    en: 'A date as the vendor writes it; the adapter names the formats (ROC or Gregorian), nothing is guessed (RULE-511).',
  },
  source: ['RULE-511'],
  repetitive: true,
  parse(text, kind, options) {
    const formats = formatsOf(options);
    if (kind === 'd') return new Remarked(text.slice(0, 10), 'mapping/date-cell', { taken: text.slice(0, 10) });
    return isoOf(text, formats) ?? new Reject('mapping/impossible-date', { expected: String(options['example']) });
  },
  print(value, options) {
    const format = FORMATS[formatsOf(options)[0] ?? ''];
    const [year, month, day] = String(value).split('-');
    if (!format || year === undefined || month === undefined || day === undefined) return '';
    return format.print(Number(year) - format.offset, month, day);
  },
  checkOptions(options) {
    const formats = options['formats'];
    if (!Array.isArray(formats) || formats.length === 0) return 'vendorDate needs "formats", a list of format names';
    const unknown = formats.find((name) => typeof name !== 'string' || !Object.hasOwn(FORMATS, name));
    if (unknown !== undefined) return `vendorDate knows no format "${String(unknown)}" (known: ${Object.keys(FORMATS).join(', ')})`;
    return typeof options['example'] === 'string' ? undefined : 'vendorDate needs "example", shown to the school when a date is wrong';
  },
});
