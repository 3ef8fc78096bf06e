/** Which way of reading a column suits its cells. */
import type { CellKind } from '../../core/table.ts';
import { TRANSFORMS } from '../../mapping/catalogue.ts';
import type { ColumnDefinition } from '../../mapping/definition.ts';
import { Reject, Remarked } from '../../mapping/transform.ts';
import type { KnownField } from './known.ts';

export type Way = Pick<ColumnDefinition, 'transform' | 'options' | 'codes'>;

export interface Cells {
  /** Trimmed texts that are not blank. */
  readonly texts: readonly string[];
  /** What each was in the file. */
  readonly kinds: readonly CellKind[];
}

export interface ChosenWay {
  readonly way: Way;
  /** Share of the cells it converts; null when it takes any text, so that this says nothing. */
  readonly share: number | null;
}

/** Ways that take whatever stands there. */
const TAKES_ALL = new Set(['text', 'code', 'schoolCode']);
const DATES = new Set(['rocDate', 'vendorDate', 'dateTime']);
const TEXT: Way = { transform: 'text' };

const ROC = '民國日期 97/03/15';
const GREGORIAN = '西元日期 2008-03-15';
const dates = (example: string, ...formats: readonly string[]): Way => ({ transform: 'vendorDate', options: { formats, example } });

/** Dates as systems write them, one calendar at a time, as nothing may be guessed; the first format is the one written. */
const DATE_WAYS: readonly Way[] = [
  { transform: 'rocDate' },
  dates(ROC, 'roc/', 'roc-', 'roc.'), dates(ROC, 'roc-', 'roc/', 'roc.'), dates(ROC, 'roc.', 'roc/', 'roc-'),
  dates(GREGORIAN, 'ad-', 'ad/'), dates(GREGORIAN, 'ad/', 'ad-'), dates('西元日期 20080315', 'ad8'),
];
const FLAG_WAYS: readonly Way[] = [
  { transform: 'passFlag', codes: 'pass' },
  { transform: 'passFlag', codes: 'pass', options: { words: { true: ['Y', 'y', '是', '及格', '通過'], false: ['N', 'n', '否', '不及格', '未通過'], none: ['-'] } } },
];

/** Shares of the cells that a way converts, and that it would write as they stand. */
function convertible(way: Way, { texts, kinds }: Cells): { readonly taken: number; readonly same: number } {
  const transform = TRANSFORMS.get(way.transform);
  if (!transform || texts.length === 0) return { taken: 0, same: 0 };
  const options = way.options ?? {};
  let taken = 0;
  let same = 0;
  for (const [at, text] of texts.entries()) {
    const outcome = transform.parse(text, kinds[at] ?? 's', options);
    if (outcome instanceof Reject) continue;
    taken += 1;
    if (!(outcome instanceof Remarked) && transform.print(outcome, options) === text) same += 1;
  }
  return { taken: taken / texts.length, same: same / texts.length };
}

/** The way that converts most cells, of equals the nearest known one. */
export function chooseWay(field: KnownField, cells: Cells): ChosenWay {
  const known = field.ways;
  const [nearest] = known;
  // A date is read in the one calendar its cells are in; a way that takes several was somebody's decision about other files.
  const dated = known.some(({ transform }) => DATES.has(transform));
  const flagged = known.some(({ transform }) => transform === 'passFlag');
  const ways = dated ? [...(nearest && DATES.has(nearest.transform) ? [nearest] : []), ...DATE_WAYS, ...known] : [...known, ...(flagged ? FLAG_WAYS : [])];
  const [first] = ways;
  if (first === undefined) return { way: TEXT, share: null };
  if (cells.texts.length === 0) return { way: first, share: null };
  let best = first;
  let most = -1;
  for (const way of ways) {
    const { taken, same } = convertible(way, cells);
    // A way that takes anything is no better than one that means something and takes nearly all; of equals, the one that writes alike.
    const worth = TAKES_ALL.has(way.transform) ? 0.8 : taken + same / 100;
    if (worth > most) [best, most] = [way, worth];
  }
  if (!TAKES_ALL.has(best.transform)) return { way: best, share: convertible(best, cells).taken };
  // Text where every known file has something else speaks against the field.
  return { way: best, share: known.every(({ transform }) => TAKES_ALL.has(transform)) ? null : 0.4 };
}
