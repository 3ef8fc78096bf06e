/** Rows to records, by a bound mapping. */
import type { Problem } from '../core/problem.ts';
import type { CanonicalRecord } from '../core/record.ts';
import type { CellKind, Row } from '../core/table.ts';
import type { Binding, BoundColumn } from './bind.ts';
import { recordBuilder } from './builder.ts';
import { columnLetter } from './header.ts';
import { extraKey, isTermPart, TERM_PART, TERM_YEAR } from './targets.ts';
import { Reject, type Remarked, type Value } from './transform.ts';

export interface MapContext {
  readonly school: string;
  /** Term of the cover or file name, for mappings whose columns do not say it. */
  readonly term: string | null;
  readonly input: string;
  readonly tableIndex: number;
}

/** A row that became no record. */
export interface RejectedRow {
  /** 1-based spreadsheet row. */
  readonly row: number;
  readonly cells: readonly string[];
  readonly problem: Problem;
}

/** What came of a batch of rows: every row is in `records` or in `rejected`. */
export interface MappedBatch {
  readonly records: CanonicalRecord[];
  readonly rejected: RejectedRow[];
  readonly remarks: Problem[];
}

/** A last look at a finished record: what is wrong with it, or null. */
export type RecordCheck = (record: CanonicalRecord, binding: Binding) => Problem | null;

interface Slot {
  readonly bound: BoundColumn;
  /** Where the value goes: a field's place in the builder, a part of the term, or a key of `extra`. */
  readonly place: number;
  readonly term: 'year' | 'part' | null;
  readonly extra: string | null;
}

/** What templates write beside their sample row, as `(範例請刪)`; not every text that happens to hold the word. */
const SAMPLE_MARK = /範例.{0,3}刪|刪.{0,3}範例|^[（(【]?範例[）)】]?$/;

function problemAt(row: number, bound: BoundColumn, note: Reject | Remarked, value: string): Problem {
  return { code: note.code, row, column: bound.header, value, params: { column: bound.header, ...note.params } };
}

/**
 * A function that maps batches of rows. It keeps working storage between rows, so one is made per table and
 * used by one reader at a time.
 */
export function rowMapper(binding: Binding, context: MapContext, check: RecordCheck = () => null): (rows: readonly Row[]) => MappedBatch {
  const { definition } = binding.mapping;
  const constants = Object.fromEntries(Object.entries(definition.constants).filter(([field]) => !isTermPart(field)));
  const fields = binding.columns.filter(({ column }) => !isTermPart(column.to) && extraKey(column.to) === null).map(({ column }) => column.to);
  const slots: readonly Slot[] = binding.columns.map((bound) => ({
    bound,
    place: fields.indexOf(bound.column.to),
    term: bound.column.to === TERM_YEAR ? 'year' : bound.column.to === TERM_PART ? 'part' : null,
    extra: extraKey(bound.column.to),
  }));
  const build = recordBuilder(definition.record, constants, fields);
  const shared = { school: context.school, input: context.input, table: context.tableIndex };
  const values: (Value | undefined)[] = fields.map(() => undefined);
  const givesTerm = binding.mapping.givesTerm;
  const fixedYear = definition.constants[TERM_YEAR];
  const fixedPart = definition.constants[TERM_PART];
  const width = binding.header.length;

  /** The row's record, or why there is none; `remarks` collects what is said about cells that were taken. */
  function map(row: Row, remarks: Problem[]): CanonicalRecord | Problem {
    if (row.problem) return { ...row.problem, row: row.row };
    if (definition.rejects) return { code: 'mapping/vendor-reject-sheet', row: row.row, params: { sheet: definition.sheets[0] ?? '' } };
    const { cells, kinds } = row;
    let raw: Record<string, string> | undefined;
    let extra: Record<string, string> | undefined;
    let year: Value | undefined = fixedYear;
    let part: Value | undefined = fixedPart;

    for (const { index, key, named } of binding.extras) {
      const text = cells[index];
      if (text === undefined || text === '') continue;
      if (!named && SAMPLE_MARK.test(text)) return { code: 'mapping/sample-row', row: row.row, params: { mark: text.slice(0, 40) } };
      (extra ??= {})[key] = text;
    }
    for (let index = width; index < cells.length; index++) {
      const text = cells[index];
      if (text === undefined || text === '') continue;
      if (SAMPLE_MARK.test(text)) return { code: 'mapping/sample-row', row: row.row, params: { mark: text.slice(0, 40) } };
      (extra ??= {})[`(${columnLetter(index)})`] = text;
    }

    for (let at = 0; at < slots.length; at++) {
      const slot = slots[at] as Slot;
      const { bound } = slot;
      const { column } = bound;
      const text = cells[bound.index];
      let value: Value | undefined;
      let plain: Value | Reject | Remarked | undefined;
      if (column.verbatim && kinds === undefined && text !== undefined && (plain = text.trim()) !== '' && typeof (plain = column.transform.parse(plain, 's', column.options)) === 'string') {
        value = plain;
        if (plain !== text) (raw ??= {})[column.to] = text;
      } else {
        const cell = text === undefined || text === '' ? column.empty : column.read(text, kinds === undefined ? 's' : ((kinds[bound.index] ?? 's') as CellKind));
        if (cell.note !== null) {
          const problem = problemAt(row.row, bound, cell.note, text ?? '');
          if (cell.note instanceof Reject) return problem;
          remarks.push(problem);
        }
        value = cell.value;
        if (cell.changed) (raw ??= {})[column.to] = text ?? '';
      }
      if (slot.place >= 0) values[slot.place] = value;
      else if (slot.term === 'year') year = value;
      else if (slot.term === 'part') part = value;
      else if (slot.extra !== null && value !== undefined) (extra ??= {})[slot.extra] = String(value);
    }

    const term = givesTerm && year !== undefined && part !== undefined ? `${year}-${part}` : context.term;
    if (term === null) return { code: 'mapping/no-term', row: row.row, params: {} };
    const record = build(shared, term, row.row, values);
    if (raw !== undefined) record.raw = raw;
    if (extra !== undefined) record.extra = extra;
    const wrong = check(record, binding);
    return wrong === null ? record : { ...wrong, row: row.row };
  }

  return (rows) => {
    const batch: MappedBatch = { records: [], rejected: [], remarks: [] };
    for (const row of rows) {
      const said = batch.remarks.length;
      const outcome = map(row, batch.remarks);
      if ('type' in outcome) {
        batch.records.push(outcome as CanonicalRecord);
      } else {
        batch.remarks.length = said;
        batch.rejected.push({ row: row.row, cells: row.cells, problem: outcome as Problem });
      }
    }
    return batch;
  };
}
