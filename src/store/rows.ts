/**
 * Records as rows. Field names stand once per slot and load (its layout); a row says its number, which columns differ
 * from the row above it in the document, and their values: rows of one student repeat each other in half their fields.
 *
 *   document  [idNumber, birthDate, row, row …]   the first two null where no student is
 *   row       [number, changes, value, value …]   changes: a sum of powers of two, one for each column whose value
 *             follows; a list of such sums where there are more than {@link WORD} columns; column 0 is the table
 *   value     as JSON has it; [] for absent, an array is wrapped in one more
 *   0         in place of a row: the next row has no row above it (a document put together from pieces)
 */
import type { CanonicalRecord, RecordType, StudentKey } from '../core/record.ts';
import { JsonTexts } from './json-texts.ts';
import { Layout } from './layout.ts';

/** What is the same for every record of a document and therefore not in its rows. */
export interface DocumentPlace {
  readonly school: string;
  readonly term: string;
  readonly type: string;
  readonly kind: string;
  readonly input: string;
}

/** Columns per sum of changes: what a number counts exactly. */
const WORD = 50;
const BITS: readonly number[] = Array.from({ length: WORD }, (_, column) => 2 ** column);
/** The table stands in front of the fields. */
const FIRST_FIELD = 1;

/** Writes the rows of one slot, document after document. */
export class RowWriter {
  readonly layout = new Layout();
  readonly #texts: JsonTexts;
  /** Values of the row and of the row above it, by column. */
  readonly #values: unknown[] = [];
  readonly #above: unknown[] = [];

  constructor(texts: JsonTexts = new JsonTexts()) {
    this.#texts = texts;
  }

  /** Begins a document, or a piece of one: its first row has none above it. */
  begin(): void {
    this.#above.fill(undefined);
  }

  /** One record as JSON text. `keyed`: the document has id and birth date. */
  write(record: CanonicalRecord, keyed: boolean): string {
    const values = this.#values;
    const above = this.#above;
    values[0] = record.source.table;
    this.layout.take(record, keyed, values, FIRST_FIELD);
    while (above.length < values.length) above.push(undefined);
    let words = '';
    let word = 0;
    let text = '';
    for (let column = 0; column < values.length; column++) {
      if (column > 0 && column % WORD === 0) {
        words += `${word},`;
        word = 0;
      }
      const value = values[column];
      if (value === above[column]) continue;
      above[column] = value;
      word += BITS[column % WORD]!;
      text += `,${this.#value(value, column)}`;
    }
    return `[${record.source.row},${words === '' ? word : `[${words}${word}]`}${text}]`;
  }

  #value(value: unknown, column: number): string {
    if (value === undefined) return '[]';
    if (typeof value === 'number' && !Number.isFinite(value)) {
      throw new TypeError(`the field ${this.layout.fields[column - FIRST_FIELD] ?? 'table'} holds a number that cannot be kept`);
    }
    const text = this.#texts.of(value);
    return Array.isArray(value) ? `[${text}]` : text;
  }
}

/** The text of a document up to its rows; they follow, divided by commas, and a `]`. */
export function documentHead(student: StudentKey | null): string {
  return `[${JSON.stringify(student?.idNumber ?? null)},${JSON.stringify(student?.birthDate ?? null)},`;
}

/** Between rows of a document that were not written one after the other. */
export const SEAM = ',0,';

export interface DecodedDocument {
  readonly student: StudentKey | null;
  readonly records: CanonicalRecord[];
}

type RowCells = [row: number, changes: number | readonly number[], ...values: unknown[]];

/** The other way round. */
export function decodeDocument(text: string, place: DocumentPlace, fields: readonly string[]): DecodedDocument {
  const [idNumber, birthDate, ...rows] = JSON.parse(text) as [string | null, string | null, ...(RowCells | 0)[]];
  const student = idNumber === null || birthDate === null ? null : { idNumber, birthDate };
  const records: CanonicalRecord[] = [];
  let values: unknown[] = [];
  for (const cells of rows) {
    if (cells === 0) {
      values = [];
      continue;
    }
    apply(cells, values);
    const record: Record<string, unknown> = { type: place.type as RecordType };
    if (place.kind !== '') record['kind'] = place.kind;
    record['school'] = place.school;
    record['term'] = place.term;
    if (student) {
      record['idNumber'] = student.idNumber;
      record['birthDate'] = student.birthDate;
    }
    record['source'] = { input: place.input, table: values[0], row: cells[0] };
    for (let column = FIRST_FIELD; column < values.length; column++) {
      if (values[column] !== undefined) record[fields[column - FIRST_FIELD]!] = values[column];
    }
    records.push(record as CanonicalRecord);
  }
  return { student, records };
}

/** Puts the values a row says into `values`. */
function apply(cells: RowCells, values: unknown[]): void {
  const changes = cells[1];
  const words = typeof changes === 'number' ? [changes] : changes;
  let next = 2;
  for (const [at, word] of words.entries()) {
    for (let rest = word, column = at * WORD; rest > 0; rest = Math.floor(rest / 2), column++) {
      if (rest % 2 === 0) continue;
      const value = cells[next++];
      while (values.length < column) values.push(undefined);
      values[column] = Array.isArray(value) ? value[0] : value;
    }
  }
}
