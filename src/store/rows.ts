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
import type { CanonicalRecord, StudentKey } from '../core/record.ts';
import type { JsonBlock } from './json-block.ts';
import { Layout } from './layout.ts';
import { RecordMaker } from './record-maker.ts';

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

const [OPEN, CLOSE, COMMA] = [0x5b, 0x5d, 0x2c];

/** Writes the rows of one slot, document after document. */
export class RowWriter {
  readonly layout: Layout;
  readonly #block: JsonBlock;
  /** Values of the row above, by column; while a row is written, its own. */
  readonly #above: unknown[] = [undefined];
  /** Columns of the row that differ from the row above. */
  readonly #changed: number[] = [];

  /** @param fields columns to begin with */
  constructor(block: JsonBlock, fields: readonly string[] = []) {
    this.#block = block;
    this.layout = new Layout(FIRST_FIELD, fields);
  }

  /** Begins a document, or a piece of one: its first row has none above it. */
  begin(): void {
    this.#above.fill(undefined);
  }

  /** Writes one record into the block. `keyed`: the document has id and birth date. */
  write(record: CanonicalRecord, keyed: boolean): void {
    const above = this.#above;
    const changed = this.#changed;
    const { table, row } = record.source;
    changed.length = 0;
    if (table !== above[0]) changed.push(0);
    above[0] = table;
    this.layout.take(record, keyed, above, changed);
    this.#block.sign(OPEN);
    this.#block.number(row);
    this.#block.sign(COMMA);
    this.#changes();
    for (const column of changed) {
      this.#block.sign(COMMA);
      this.#value(above[column], column);
    }
    this.#block.sign(CLOSE);
  }

  #changes(): void {
    const changed = this.#changed;
    const columns = FIRST_FIELD + this.layout.fields.length;
    const several = columns > WORD;
    if (several) this.#block.sign(OPEN);
    let next = 0;
    for (let from = 0; from < columns; from += WORD) {
      let word = 0;
      for (; next < changed.length && changed[next]! < from + WORD; next++) word += BITS[changed[next]! - from]!;
      if (from > 0) this.#block.sign(COMMA);
      this.#block.number(word);
    }
    if (several) this.#block.sign(CLOSE);
  }

  #value(value: unknown, column: number): void {
    if (typeof value === 'number' && !Number.isFinite(value)) {
      throw new TypeError(`the field ${this.layout.fields[column - FIRST_FIELD] ?? 'table'} holds a number that cannot be kept`);
    }
    const wrapped = Array.isArray(value) || value === undefined;
    if (wrapped) this.#block.sign(OPEN);
    if (value !== undefined) this.#block.value(value);
    if (wrapped) this.#block.sign(CLOSE);
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

/** Puts the records of a slot together; one for all its documents. */
export function recordMaker(place: DocumentPlace, fields: readonly string[]): RecordMaker {
  return new RecordMaker(place, fields, FIRST_FIELD);
}

/** The other way round. */
export function decodeDocument(text: string, maker: RecordMaker): DecodedDocument {
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
    records.push(maker.make(student, cells[0], values));
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
