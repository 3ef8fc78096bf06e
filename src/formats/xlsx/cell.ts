/** One cell: from what the XML says to text and kind. */
import type { CellKind } from '../../core/table.ts';
import type { XlsxProblemCode } from '../../core/problems/xlsx.ts';
import { decodeEscapes } from './escapes.ts';
import { numberText } from './number-text.ts';
import { serialDate } from './serial-date.ts';

/** What one `<c>` element holds. */
export interface StoredCell {
  /** Attribute `t`; `n` when absent. */
  readonly type: string;
  /** Attribute `s`. */
  readonly style: number;
  /** Text of `<v>`, or of the inline string without its phonetic runs; undefined when the element is missing. */
  readonly value: string | undefined;
  readonly hasFormula: boolean;
}

/** What cells of a workbook refer to. */
export interface CellContext {
  readonly strings: readonly string[];
  /** By style index: whether numbers of that style are dates. */
  readonly dateStyles: readonly boolean[];
  readonly from1904: boolean;
}

export interface CellValue {
  readonly text: string;
  readonly kind: CellKind;
  /** Set when the value cannot be used; `text` is then what was stored. */
  readonly flaw?: XlsxProblemCode;
}

const BLANK: CellValue = { text: '', kind: 's' };

/** Never throws: what cannot be read comes back as a flaw of its row. */
export function cellValue({ type, style, value, hasFormula }: StoredCell, context: CellContext): CellValue {
  if (value === undefined || (value === '' && type !== 'str' && type !== 'inlineStr')) {
    return hasFormula && type !== 'str' ? { ...BLANK, flaw: 'xlsx/no-cached-value' } : BLANK;
  }
  switch (type) {
    case 's': {
      const text = context.strings[Number(value)];
      return text === undefined ? { text: value, kind: 's', flaw: 'xlsx/bad-cell' } : { text, kind: 's' };
    }
    case 'str':
    case 'inlineStr':
      return { text: decodeEscapes(value), kind: 's' };
    case 'n':
      return numberValue(value, context.dateStyles[style] === true, context.from1904);
    case 'b':
      return value === '1' || value === '0' ? { text: value, kind: 'b' } : { text: value, kind: 's', flaw: 'xlsx/bad-cell' };
    case 'd':
      return isoValue(value);
    case 'e':
      return { text: value, kind: 's', flaw: 'xlsx/error-cell' };
    default:
      return { text: value, kind: 's', flaw: 'xlsx/bad-cell' };
  }
}

function numberValue(stored: string, isDate: boolean, from1904: boolean): CellValue {
  const text = numberText(stored.trim());
  if (text === null) return { text: stored, kind: 's', flaw: 'xlsx/bad-cell' };
  if (isDate) {
    const date = text === 'lost' ? null : serialDate(Number(text), from1904);
    if (date === null) return { text: stored, kind: 's', flaw: 'xlsx/bad-date' };
    return { text: date, kind: date.includes('-') ? 'd' : 's' };
  }
  return text === 'lost' ? { text: stored, kind: 's', flaw: 'xlsx/lost-digits' } : { text, kind: 'n' };
}

/** Strict OOXML stores dates as ISO 8601 text. */
function isoValue(stored: string): CellValue {
  const [, date, time = ''] = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d:\d\d)(?:\.\d+)?Z?)?$/.exec(stored) ?? [];
  const day = date === undefined ? Number.NaN : Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(day) || new Date(day).toISOString().slice(0, 10) !== date) return { text: stored, kind: 's', flaw: 'xlsx/bad-date' };
  return { text: time === '' || time === '00:00:00' ? date : `${date}T${time}`, kind: 'd' };
}
