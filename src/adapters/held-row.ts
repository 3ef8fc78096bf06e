/** What becomes of a record in one sheet of a system: its row, what reading that row gives back, and what the row cannot hold. */
import type { CanonicalRecord } from '../core/record.ts';
import type { CoinedCell } from '../formats/text/encode-cp950.ts';
import type { Encoding } from '../formats/text/encoding.ts';
import { ownCells } from '../formats/text/own-cells.ts';
import { rowMapper } from '../mapping/apply.ts';
import { bind } from '../mapping/bind.ts';
import type { CompiledMapping } from '../mapping/compile.ts';
import { printedHeader, printRow } from '../mapping/invert.ts';
import { Reject, type Value } from '../mapping/transform.ts';
import { firstObstacle } from './cell-obstacle.ts';
import { conformCheck } from './conform.ts';
import type { FilePlace } from './file-place.ts';
import type { WriteFormat } from './write-files.ts';

/** A field of the record that the row lacks. */
export interface LostField {
  /** Canonical name; `extra.<header>` for a column kept as it was. */
  readonly field: string;
  /** The sheet has no column for it, or the column's way of writing does not give the value back. */
  readonly reason: 'no-column' | 'not-read-back';
  readonly value: unknown;
}

/** A field the target's reader fills that the record does not have. */
export interface DefaultedField {
  readonly field: string;
  readonly value: unknown;
}

export interface HeldRow {
  readonly cells: readonly string[];
  /** What the target's own reader makes of the row; `source` is not that of any file. */
  readonly back: CanonicalRecord;
  readonly lost: readonly LostField[];
  readonly defaulted: readonly DefaultedField[];
}

/** Why the sheet cannot have the record at all. */
export interface NotHeld {
  readonly reason: 'character' | 'too-long' | 'row-refused' | 'blank-row';
  /** The field that stands in the way; null when it is no single one. */
  readonly field: string | null;
  readonly value: unknown;
  /** The character that has no place in the file; '' for other reasons. */
  readonly character: string;
}

/** Where the row is to stand. */
export interface RowPlace {
  readonly school: string;
  /** Term of the cover or the file name; the records' own. */
  readonly term: string;
  readonly format: WriteFormat;
  readonly encoding: Encoding;
  /** Where the rows stand in the file, for JSON and XML. */
  readonly within: FilePlace | null;
  /** For CP950: where the school keeps characters that CP950 lacks; they read back as the private-use characters of those cells, which is no loss. Null for a school without. */
  readonly coined: CoinedCell | null;
}

const BOOKKEEPING = new Set(['type', 'school', 'term', 'source', 'raw', 'extra']);

/** A package that goes to another school says which one the record is of, where others leave it to the file. */
const ATTENDED = 'attendedSchool';

/** Every value of a record that says something, by field. `raw` repeats how a value was spelt and says nothing more. */
export function valuesOf(record: CanonicalRecord): Map<string, unknown> {
  const values = new Map<string, unknown>();
  for (const field of Object.keys(record)) if (!BOOKKEEPING.has(field) && record[field] !== undefined) values.set(field, record[field]);
  for (const [key, value] of Object.entries(record.extra ?? {})) values.set(`extra.${key}`, value);
  return values;
}

/** True when a value of the record is there, as the file has it. */
type Stands = (own: unknown, back: unknown) => boolean;

/** The cells with those left blank whose text would be read as something else, or not at all. */
function readable(mapping: CompiledMapping, cells: readonly string[], own: ReadonlyMap<string, unknown>, stands: Stands): string[] {
  return mapping.columns.map((column, at) => {
    const text = cells[at] ?? '';
    const value = own.get(column.to) as Value | undefined;
    if (text === '' || value === undefined) return text;
    const { note, value: back } = column.read(text, 's');
    return note instanceof Reject || !stands(value, back) ? '' : text;
  });
}

/**
 * A function that fits records into a sheet. It reads every row back as the target's reader will, so that what it says
 * is lost is what will be missing. It keeps working storage between records.
 */
export function rowHolder(mapping: CompiledMapping, { school, term, format, encoding, within, coined }: RowPlace): (record: CanonicalRecord) => HeldRow | NotHeld {
  const binding = bind(mapping, printedHeader(mapping));
  const map = rowMapper(binding, { school, term, input: '0'.repeat(32), tableIndex: 0 }, conformCheck(mapping.definition.record));
  const columns = new Set(mapping.columns.map((column) => column.to));

  const inFile = (text: string): string => (coined && format === 'csv' && encoding === 'cp950' ? ownCells(text, coined) : text);
  const stands: Stands = (own, back) => own === back || (typeof own === 'string' && inFile(own) === back);

  const read = (cells: readonly string[]): { back: CanonicalRecord } | { header: string } => {
    const { records, rejected } = map([{ row: 2, cells, ...within?.carried(cells) }]);
    const [back] = records;
    return back ? { back } : { header: rejected[0]?.problem.column ?? '' };
  };

  return (record) => {
    const own = valuesOf(record);
    const refuse = (reason: NotHeld['reason'], field: string | null, character = ''): NotHeld =>
      ({ reason, field, character, value: field === 'term' ? record.term : field === null ? undefined : own.get(field) });
    const fieldAt = (index: number): string => {
      const to = mapping.columns[index]?.to ?? '';
      return to.startsWith('term.') ? 'term' : to;
    };

    let cells = printRow(mapping, format === 'json' ? { [ATTENDED]: school, ...record } : record).map(inFile);
    let outcome = read(cells);
    const same = 'back' in outcome && mapping.columns.every(({ to }) => !own.has(to) || stands(own.get(to), valueAt(outcome, to)));
    if (!same) {
      cells = readable(mapping, cells, own, stands);
      outcome = read(cells);
    }
    if (!('back' in outcome)) {
      const { header } = outcome;
      const index = binding.columns.find((bound) => bound.header === header)?.index;
      return refuse('row-refused', index === undefined ? null : fieldAt(index));
    }
    const { back } = outcome;
    if (back.term !== record.term) return refuse('row-refused', 'term');
    if (cells.every((text) => text.trim() === '') || within?.bare(cells) === true) return refuse('blank-row', null);
    const obstacle = firstObstacle(cells, format, encoding);
    if (obstacle) return refuse(obstacle.reason, fieldAt(obstacle.index), obstacle.character);

    const there = valuesOf(back);
    const lost: LostField[] = [];
    for (const [field, value] of own) {
      if (!stands(value, there.get(field))) lost.push({ field, value, reason: columns.has(field) ? 'not-read-back' : 'no-column' });
    }
    const defaulted = [...there].filter(([field, value]) => !stands(own.get(field), value)).map(([field, value]) => ({ field, value }));
    return { cells, back, lost, defaulted };
  };
}

function valueAt(outcome: { back: CanonicalRecord } | { header: string }, to: string): unknown {
  if (!('back' in outcome)) return undefined;
  return to.startsWith('extra.') ? outcome.back.extra?.[to.slice('extra.'.length)] : outcome.back[to];
}
